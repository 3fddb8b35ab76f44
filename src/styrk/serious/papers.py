"""The report, the letter with the offer of a meeting, and minutes to fill in, as PDF and Word."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from styrk.core import clock
from styrk.core.papers import (
    Block,
    Bullets,
    Facts,
    Language,
    Note,
    Paper,
    Paragraph,
    Section,
    Table,
    docx,
    named,
    pdf,
)
from styrk.serious.models import Event, Report
from styrk.serious.patients import TO_TELL
from styrk.serious.reporting import Content, Line
from styrk.ui.words import spoken_day

FORMS = ("pdf", "docx")
LANGUAGES: dict[str, Language] = {"nb": "nb", "nn": "nn", "en": "en"}
BLANK = "____________________"


def written(paper: Paper, form: str) -> bytes:
    return pdf(paper) if form == "pdf" else docx(paper)


def name_of(kind: str, reference: str, form: str) -> str:
    return named(f"{kind}-{reference}", form)


def report(made: Content, sent: Report | None, now: datetime, *, invented: bool) -> Paper:
    """What was sent, or the draft as the case stands."""
    facts = [
        (_("Sak"), made.reference),
        (_("Virksomhet"), made.organisation),
        (_("Enhet"), made.unit),
    ]
    facts += [(_("Skjedde"), made.occurred), (_("Meldt"), made.reported)]
    if sent:
        facts.append((_("Kontrollsum"), f"SHA-256 {sent.digest[:16]} …"))
    return Paper(
        title=_("Rapport om alvorlig hendelse"),
        subtitle=made.unit,
        author=made.organisation,
        at=sent.at if sent else clock.noon_of(clock.day(now)),
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        facts=tuple(facts),
        marks=_marks(sent is None, invented=invented),
        sections=(*_sections(made), *_addenda(sent)),
    )


def _marks(draft: bool, *, invented: bool) -> tuple[str, ...]:  # noqa: FBT001 - both are marks
    return (*([_("Utkast")] if draft else []), *([_("Oppdiktede data")] if invented else []))


def _sections(made: Content) -> Iterator[Section]:
    yield Section(
        _("Hendelsen"),
        (
            Paragraph(made.description),
            *_table(_("Hendelsesforløp"), made.course),
            *([Paragraph("; ".join(made.involved), _("Involverte"))] if made.involved else []),
        ),
    )
    causes = (Bullets(made.causes),) if made.causes else ()
    yield Section(
        _("Gjennomgang og mulige årsaker"), (Paragraph(made.found or _nothing()), *causes)
    )
    yield Section(_("Tiltak for at lignende hendelser ikke skal skje igjen"), (_measures(made),))
    yield Section(
        _("Oppfølging og involvering av pasient, pårørende og helsepersonell"),
        tuple(_table(_("Oppfølging"), made.followed)) or (Paragraph(_nothing()),),
    )
    if made.notices:
        yield Section(_("Meldinger som er sendt"), tuple(_table(_("Meldinger"), made.notices)))
    if made.remarks:
        yield Section(_("Merknader"), (Paragraph(made.remarks),))


def _nothing() -> str:
    return _("Ikke skrevet.")


def _measures(made: Content) -> Block:
    if not made.measures:
        return Paragraph(_("Ingen tiltak er bestemt."))
    header = (_("Tiltak"), _("Frist"), _("Status"))
    rows = tuple((one.title, one.due, one.standing) for one in made.measures)
    return Table(_("Tiltak"), header, rows, widths=(6, 2, 3))


def _table(caption: str, lines: Sequence[Line]) -> list[Block]:
    if not lines:
        return []
    header = (_("Når"), _("Hva"), _("Beskrivelse"))
    rows = tuple((one.when, one.what, one.text) for one in lines)
    return [Table(caption, header, rows, widths=(2, 2, 6))]


def _addenda(sent: Report | None) -> Iterator[Section]:
    added = list(sent.addenda.all()) if sent else []
    if added:
        told = tuple(Paragraph(one.text, f"{spoken_day(one.at)}, {one.by.name}:") for one in added)
        yield Section(_("Tillegg etter at rapporten ble sendt"), told)


def letter(event: Event, now: datetime, *, invented: bool) -> Paper:
    """To be filled in with the name on paper: Styrk has none."""
    incident = event.incident
    return Paper(
        title=_("Tilbud om møte"),
        author=event.trust.name,
        at=clock.noon_of(clock.day(now)),
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        facts=((_("Til"), BLANK), (_("Fra"), incident.unit.name), (_("Dato"), BLANK)),
        marks=_marks(False, invented=invented),  # noqa: FBT003 - no draft
        sections=(
            Section(
                _("Vi vil gjerne møte deg"),
                (
                    Paragraph(
                        _(
                            "Det skjedde en alvorlig hendelse hos oss %(day)s. Vi beklager det som skjedde."
                            " Vi tilbyr deg et møte så snart det passer deg, og senest ti dager etter"
                            " hendelsen. Du kan ta med deg noen, og du kan si nei eller vente."
                        )
                        % {"day": spoken_day(incident.happened_at)}
                    ),
                    Paragraph(
                        _(
                            "I møtet forteller vi hva vi vet, du kan fortelle hvordan du opplevde det, og"
                            " vi blir enige om veien videre."
                        )
                    ),
                    Facts(
                        (
                            (_("Forslag til tid"), BLANK),
                            (_("Sted"), BLANK),
                            (_("Kontakt hos oss"), BLANK),
                            (_("Telefon"), BLANK),
                        )
                    ),
                ),
            ),
            Section(_("Dette har du rett til"), (Bullets(tuple(str(one) for one in TO_TELL)),)),
        ),
    )


def minutes(event: Event, now: datetime, *, invented: bool) -> Paper:
    incident = event.incident
    asked = (
        _("Hva pasienten eller de pårørende opplevde"),
        _("Hva vi fortalte"),
        _("Hva de spurte om, og hva vi svarte"),
        _("Hva de trenger framover"),
        _("Hva vi ble enige om, hvem som følger opp, og når"),
    )
    return Paper(
        title=_("Referat fra møte etter alvorlig hendelse"),
        author=event.trust.name,
        at=clock.noon_of(clock.day(now)),
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        facts=(
            (_("Sak"), incident.reference),
            (_("Dato for tilbudet"), BLANK),
            (_("Dato for møtet"), BLANK),
            (_("Hvem som var med (roller)"), BLANK),
        ),
        marks=_marks(False, invented=invented),  # noqa: FBT003 - no draft
        blocks=(
            Note(
                _("Hører til journalen"),
                _("Navn og fødselsnummer skrives i journalen, ikke i Styrk."),
                "warning",
            ),
        ),
        sections=tuple(Section(one, (Paragraph(BLANK),)) for one in asked),
    )
