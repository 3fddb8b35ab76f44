"""The whole forskrift, section by section, word for word. The letters of §§ 6-9 stand in `letters`."""

from dataclasses import dataclass

from styrk.regulation.letters import ALL, Provision

TITLE = "Forskrift om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten"
NUMBER = "FOR-2016-10-28-1250"
AMENDED = "FOR-2020-02-04-119"


@dataclass(frozen=True)
class Paragraph:
    text: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A paragraph of the forskrift (§) with its parts (ledd)."""

    number: int
    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def letters(self) -> tuple[Provision, ...]:
        """The letters of this section, where it has any."""
        start = f"§ {self.number} "
        return tuple(one for one in ALL if one.reference.startswith(start))


SECTIONS = (
    Section(
        1,
        "Formål",
        (
            Paragraph(
                "Formålet med forskriften er å bidra til faglig forsvarlige helse- og omsorgstjenester, kvalitetsforbedring og pasient- og brukersikkerhet, og at øvrige krav i helse- og omsorgslovgivningen etterleves."
            ),
        ),
    ),
    Section(
        2,
        "Virkeområde",
        (
            Paragraph(
                "Forskriften gjelder virksomheter som er pålagt internkontrollplikt etter",
                (
                    "helsetilsynsloven § 5",
                    "spesialisthelsetjenesteloven § 2-1 a tredje ledd",
                    "helse- og omsorgstjenesteloven § 3-1 tredje ledd eller",
                    "tannhelsetjenesteloven § 1-3a .",
                ),
            ),
            Paragraph(
                "Forskriften gjelder også virksomheter som er pålagt plikt til å arbeide systematisk for kvalitetsforbedring og pasient- og brukersikkerhet etter",
                (
                    "spesialisthelsetjenesteloven § 3-4 a eller",
                    "helse- og omsorgstjenesteloven § 4-2 .",
                ),
            ),
        ),
    ),
    Section(
        3,
        "Ansvaret for styringssystem",
        (
            Paragraph(
                "Den som har det overordnede ansvaret for virksomheten skal sørge for at det etableres og gjennomføres systematisk styring av virksomhetens aktiviteter i tråd med denne forskriften og at medarbeiderne i virksomheten medvirker til dette."
            ),
        ),
    ),
    Section(
        4,
        "Definisjon",
        (
            Paragraph(
                "I denne forskriften betyr styringssystem for helse og omsorgstjenesten den del av virksomhetens styring som omfatter hvordan virksomhetens aktiviteter planlegges, gjennomføres, evalueres og korrigeres i samsvar med krav fastsatt i eller i medhold av helse- og omsorgslovgivningen."
            ),
        ),
    ),
    Section(
        5,
        "Omfang og dokumentasjon",
        (
            Paragraph(
                "Styringssystemet, jf. pliktene i § 6 – § 9, skal tilpasses virksomhetens størrelse, egenart, aktiviteter og risikoforhold og ha det omfang som er nødvendig."
            ),
            Paragraph(
                "Hvordan pliktene etter denne forskriften etterleves, skal dokumenteres i den form og det omfang som er nødvendig ut i fra virksomhetens art, aktiviteter, risikoforhold og størrelse."
            ),
            Paragraph("Dokumentasjonen skal til enhver tid være oppdatert og tilgjengelig."),
        ),
    ),
    Section(
        6,
        "Plikten til å planlegge",
        (
            Paragraph(
                "Plikten til å planlegge virksomhetens aktiviteter innebærer følgende oppgaver:"
            ),
        ),
    ),
    Section(
        7,
        "Plikten til å gjennomføre",
        (
            Paragraph(
                "Plikten til å gjennomføre virksomhetens aktiviteter innebærer følgende oppgaver:"
            ),
        ),
    ),
    Section(
        8,
        "Plikten til å evaluere",
        (
            Paragraph(
                "Plikten til å evaluere virksomhetens aktiviteter innebærer følgende oppgaver:"
            ),
        ),
    ),
    Section(
        9,
        "Plikten til å korrigere",
        (
            Paragraph(
                "Plikten til å korrigere virksomhetens aktiviteter innebærer følgende oppgaver:"
            ),
        ),
    ),
    Section(
        10,
        "Ikrafttredelse",
        (
            Paragraph(
                "Forskriften trer i kraft 1. januar 2017. Fra samme tidspunkt oppheves forskrift 20. desember 2002 nr. 1731 om internkontroll i helse- og omsorgstjenesten."
            ),
        ),
    ),
)
