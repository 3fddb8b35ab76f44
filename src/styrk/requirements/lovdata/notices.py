"""What the reader says to a person: a stable code, and a sentence with named places."""

from dataclasses import dataclass


def gettext_noop(text: str) -> str:
    """Marks a sentence for the catalogues, without Django; the app translates it."""
    return text


SENTENCES = {
    # About a file as a whole: nothing is read.
    "too_large": gettext_noop(
        "Fila «%(file)s» er for stor. Styrk leser filer på inntil %(limit)s MB."
    ),
    "empty_file": gettext_noop("Fila «%(file)s» er tom."),
    "wrong_type": gettext_noop("Fila «%(file)s» er verken JSON eller HTML/XML fra Lovdata."),
    "encoding": gettext_noop(
        "Fila «%(file)s» er ikke lagret som UTF-8. Hent den på nytt fra Lovdata, eller lagre den som UTF-8."
    ),
    "garbled": gettext_noop(
        "Fila «%(file)s» har ødelagte bokstaver (for eksempel «Ã¥» for «å»). Hent den på nytt fra Lovdata."
    ),
    "bad_json": gettext_noop("Fila «%(file)s» er ikke gyldig JSON. Feilen er på linje %(line)s."),
    "bad_xml": gettext_noop("Fila «%(file)s» er ikke gyldig XML. Feilen er på linje %(line)s."),
    "forbidden_xml": gettext_noop(
        "Fila «%(file)s» har egne XML-definisjoner (entiteter). Slike filer leser Styrk ikke."
    ),
    "too_deep": gettext_noop("Fila «%(file)s» har for mange nivåer inni hverandre."),
    "too_many": gettext_noop("Fila «%(file)s» har for mange deler. Styrk leser inntil %(limit)s."),
    "is_list": gettext_noop(
        "Fila «%(file)s» er en liste. Styrk venter én lov eller forskrift i hver fil."
    ),
    "not_lovdata": gettext_noop("Fila «%(file)s» har ingen lovtekst i Lovdatas form."),
    # About one field or one section: the rest is looked through, and nothing is read.
    "missing": gettext_noop("Feltet «%(field)s» mangler."),
    "wrong_field": gettext_noop("Feltet «%(field)s» skal være %(expected)s."),
    "bad_refid": gettext_noop("«%(value)s» er ikke en RefID hos Lovdata, som «lov/1999-07-02-61»."),
    "more_problems": gettext_noop("Fila har flere feil enn de %(limit)s som står her."),
    # The law is read, but a person should know.
    "empty_section": gettext_noop("%(section)s har ingen tekst i fila."),
    "same_number": gettext_noop(
        "Flere paragrafer heter %(section)s. Styrk skiller dem ved kapittelet."
    ),
    "bad_date": gettext_noop("«%(value)s» i feltet «%(field)s» er ikke en dato."),
    "not_merged": gettext_noop(
        "Endringen i %(section)s gjelder en del av et ledd, og vi er ikke sikre på hvor den skal inn."
        " Les den nye ordlyden i %(act)s."
    ),
    "not_in_act": gettext_noop("%(act)s sier ikke hvordan %(section)s skal lyde."),
    # How a provision stands on a day.
    "current": gettext_noop("Gjeldende."),
    "announced": gettext_noop("Gjeldende. Endres %(date)s ved %(act)s."),
    "undecided": gettext_noop("Gjeldende. Endres ved %(act)s fra den tid Kongen bestemmer."),
    "repeal_announced": gettext_noop("Gjeldende. Oppheves %(date)s ved %(act)s."),
    "repeal_undecided": gettext_noop(
        "Gjeldende. Oppheves ved %(act)s fra den tid Kongen bestemmer."
    ),
    "replaced": gettext_noop(
        "Under endring: ny ordlyd gjelder fra %(date)s ved %(act)s og finnes ikke i denne fila."
    ),
    "repealed": gettext_noop("Opphevet."),
    "repealed_on": gettext_noop("Opphevet %(date)s ved %(act)s."),
    "coming": gettext_noop("Ikke i kraft. Gjelder fra %(date)s ved %(act)s."),
    "coming_undecided": gettext_noop(
        "Ikke i kraft. Gjelder ved %(act)s fra den tid Kongen bestemmer."
    ),
}


@dataclass(frozen=True)
class Notice:
    """`where` is the place in the file, as "paragrafer[3].ledd[0]". A fatal one means no law."""

    code: str
    values: tuple[tuple[str, str], ...] = ()
    where: str = ""
    fatal: bool = True

    @property
    def template(self) -> str:
        return SENTENCES[self.code]

    @property
    def text(self) -> str:
        return self.template % dict(self.values)


def notice(code: str, where: str = "", *, fatal: bool = True, **values: str) -> Notice:
    return Notice(code, tuple(sorted(values.items())), where, fatal)
