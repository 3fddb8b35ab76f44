"""The letters of §§ 6-9, with §§ 3 and 5, of the forskrift om ledelse og kvalitetsforbedring.

The text is the law's own, word for word, and is never translated:
https://lovdata.no/dokument/SF/forskrift/2016-10-28-1250 (as amended by FOR-2020-02-04-119).
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SOURCE = "https://lovdata.no/dokument/SF/forskrift/2016-10-28-1250"


class Duty(StrEnum):
    """The four duties, in the order of the forskrift."""

    PLAN = "plan"
    DO = "do"
    EVALUATE = "evaluate"
    CORRECT = "correct"


class Letter(StrEnum):
    """A letter of §§ 6-9 (`A6` is § 6 a), and §§ 3 and 5 after them."""

    A6 = "6a"
    B6 = "6b"
    C6 = "6c"
    D6 = "6d"
    E6 = "6e"
    F6 = "6f"
    G6 = "6g"
    A7 = "7a"
    B7 = "7b"
    C7 = "7c"
    D7 = "7d"
    E7 = "7e"
    A8 = "8a"
    B8 = "8b"
    C8 = "8c"
    D8 = "8d"
    E8 = "8e"
    F8 = "8f"
    A9 = "9a"
    B9 = "9b"
    C9 = "9c"
    S3 = "3"
    S5 = "5"
    # Beside the forskrift: kommuneloven § 25-2.
    K2 = "koml-25-2"


@dataclass(frozen=True)
class Later:
    """What is to come: the short name of the app that will show it, and `what`, to stand after «kommer med»."""

    app: str
    what: Promise


@dataclass(frozen=True)
class Provision:
    """What one letter says, in the law's words and in ours.

    `later` is what the letter asks for and no part of Styrk shows yet: until then data shows it partly
    at most. `judgement` says that it asks for somebody's judgement, which no data replaces.
    """

    letter: Letter
    reference: str
    duty: Duty | None
    title: Promise
    text: str
    later: Later | None = None
    judgement: bool = False


ALL = (
    Provision(
        Letter.A6,
        "§ 6 a",
        Duty.PLAN,
        _("Mål, oppgaver, organisering og hvem som har ansvar for hva"),
        "ha oversikt over og beskrive virksomhetens mål, oppgaver, aktiviteter og organisering. Det skal klart fremgå hvordan ansvar, oppgaver og myndighet er fordelt og hvordan det skal arbeides systematisk for kvalitetsforbedring og pasient- og brukersikkerhet i virksomheten",
    ),
    Provision(
        Letter.B6,
        "§ 6 b",
        Duty.PLAN,
        _("Informasjon og kunnskap til å planlegge"),
        "innhente tilstrekkelig informasjon og kunnskap til å kunne planlegge og gjennomføre oppgavene",
    ),
    Provision(
        Letter.C6,
        "§ 6 c",
        Duty.PLAN,
        _("Regelverk, retningslinjer og veiledere"),
        "ha oversikt over relevant regelverk, retningslinjer og veiledere, og planlegge hvordan dette skal gjøres kjent i virksomheten",
    ),
    Provision(
        Letter.D6,
        "§ 6 d",
        Duty.PLAN,
        _("Hvor det er fare for svikt"),
        "ha oversikt over områder i virksomheten hvor det er risiko for svikt eller mangel på etterlevelse av myndighetskrav og områder hvor det er behov for vesentlig forbedring av kvaliteten på tjenesten og pasient- og brukersikkerheten",
    ),
    Provision(
        Letter.E6,
        "§ 6 e",
        Duty.PLAN,
        _("Planer som gjør risikoen mindre"),
        "planlegge hvordan risiko som beskrevet i § 6 d kan minimaliseres og særlig legge vekt på risikofaktorer forbundet med samhandling internt og eksternt",
    ),
    Provision(
        Letter.F6,
        "§ 6 f",
        Duty.PLAN,
        _("Kompetanse og behov for opplæring"),
        "ha oversikt over medarbeideres kompetanse og behov for opplæring",
        later=Later("competence", _("oversikten over kompetanse og opplæring")),
    ),
    Provision(
        Letter.G6,
        "§ 6 g",
        Duty.PLAN,
        _("Avvik, klager, erfaringer og statistikk"),
        "ha oversikt over avvik, herunder uønskede hendelser, evalueringer, klager, brukererfaringer, statistikk, informasjon og annet som sier noe om virksomheten overholder helse- og omsorgslovgivningen, inkludert om tjenestene er faglig forsvarlige og om virksomheten arbeider systematisk for kvalitetsforbedring og pasient- og brukersikkerhet.",
    ),
    Provision(
        Letter.A7,
        "§ 7 a",
        Duty.DO,
        _("Planer og oppgaver er kjent og blir gjennomført"),
        "sørge for at virksomhetens oppgaver, organisering og planer er kjent i virksomheten og gjennomføres",
        later=Later("documents", _("de styrende dokumentene")),
    ),
    Provision(
        Letter.B7,
        "§ 7 b",
        Duty.DO,
        _("Medarbeiderne kan det de trenger"),
        "sørge for at medarbeidere i virksomheten har nødvendig kunnskap om og kompetanse i det aktuelle fagfeltet, relevant regelverk, retningslinjer, veiledere og styringssystemet",
        later=Later("competence", _("oversikten over kompetanse og opplæring")),
    ),
    Provision(
        Letter.C7,
        "§ 7 c",
        Duty.DO,
        _("Prosedyrer som avdekker, retter opp og forebygger"),
        "utvikle og iverksette nødvendige prosedyrer, instrukser, rutiner eller andre tiltak for å avdekke, rette opp og forebygge overtredelse av helse- og omsorgslovgivningen, inkludert brudd på krav til faglig forsvarlighet og systematisk arbeid for kvalitetsforbedring og pasient- og brukersikkerhet",
        later=Later("documents", _("de styrende dokumentene")),
    ),
    Provision(
        Letter.D7,
        "§ 7 d",
        Duty.DO,
        _("Medarbeiderne er med"),
        "sørge for at virksomhetens medarbeidere medvirker slik at samlet kunnskap og erfaring utnyttes",
        later=Later("competence", _("medarbeidersamtalene")),
    ),
    Provision(
        Letter.E7,
        "§ 7 e",
        Duty.DO,
        _("Erfaringene til pasienter, brukere og pårørende blir brukt"),
        "sørge for å gjøre bruk av erfaringer fra pasienter, brukere og pårørende.",
    ),
    Provision(
        Letter.A8,
        "§ 8 a",
        Duty.EVALUATE,
        _("Kontroll med at oppgaver, tiltak, planer og mål gjennomføres"),
        "kontrollere at virksomhetens oppgaver, tiltak, planer og mål gjennomføres",
    ),
    Provision(
        Letter.B8,
        "§ 8 b",
        Duty.EVALUATE,
        _("Vurdering av om måten vi arbeider på, er egnet"),
        "vurdere om gjennomføringen av oppgavene, tiltakene og planene er egnet til å etterleve krav i helse- og omsorgslovgivningen, inkludert krav til faglig forsvarlighet og systematisk arbeid for kvalitetsforbedring og pasient- og brukersikkerhet",
        judgement=True,
    ),
    Provision(
        Letter.C8,
        "§ 8 c",
        Duty.EVALUATE,
        _("Evaluering av tiltak som er iverksatt"),
        "evaluere om iverksatte tiltak ivaretar kravene i helse- og omsorgslovgivningen",
        judgement=True,
    ),
    Provision(
        Letter.D8,
        "§ 8 d",
        Duty.EVALUATE,
        _("Vurdering ut fra erfaringene til pasienter, brukere og pårørende"),
        "vurdere virksomheten på bakgrunn av pasienter, brukere og pårørendes erfaringer",
    ),
    Provision(
        Letter.E8,
        "§ 8 e",
        Duty.EVALUATE,
        _("Gjennomgang av avvik, slik at de ikke skjer igjen"),
        "gjennomgå avvik, herunder uønskede hendelser, slik at lignende forhold kan forebygges",
    ),
    Provision(
        Letter.F8,
        "§ 8 f",
        Duty.EVALUATE,
        _("Årlig gjennomgang av hele styringssystemet"),
        "minst en gang årlig systematisk gjennomgå og vurdere hele styringssystemet opp mot tilgjengelig statistikk og informasjon om virksomheten for å sikre at det fungerer som forutsatt og bidrar til kontinuerlig forbedring av virksomheten.",
        judgement=True,
    ),
    Provision(
        Letter.A9,
        "§ 9 a",
        Duty.CORRECT,
        _("Uforsvarlige og lovstridige forhold blir rettet opp"),
        "rette opp uforsvarlige og lovstridige forhold",
    ),
    Provision(
        Letter.B9,
        "§ 9 b",
        Duty.CORRECT,
        _("Korrigerende tiltak"),
        "sørge for korrigerende tiltak som bidrar til at helse- og omsorgslovgivningen etterleves, inkludert faglig forsvarlige tjenester, og at systematisk arbeid for kvalitetsforbedring og pasient- og brukersikkerhet gjennomføres.",
    ),
    Provision(
        Letter.C9,
        "§ 9 c",
        Duty.CORRECT,
        _("Bedre prosedyrer, instrukser og rutiner"),
        "forbedre nødvendige prosedyrer, instrukser, rutiner eller andre tiltak for å avdekke, rette opp og forebygge overtredelse av helse- og omsorgslovgivningen, inkludert krav til faglig forsvarlighet og systematisk arbeid for kvalitetsforbedring og pasient- og brukersikkerhet.",
        later=Later("documents", _("de styrende dokumentene, med hva som førte til hver endring")),
    ),
    Provision(
        Letter.S3,
        "§ 3",
        None,
        _("Øverste leder har ansvaret, og medarbeiderne er med"),
        "Den som har det overordnede ansvaret for virksomheten skal sørge for at det etableres og gjennomføres systematisk styring av virksomhetens aktiviteter i tråd med denne forskriften og at medarbeiderne i virksomheten medvirker til dette.",
        later=Later("documents", _("instruksene og fullmaktene")),
    ),
    Provision(
        Letter.S5,
        "§ 5",
        None,
        _("Tilpasset, dokumentert og oppdatert"),
        "Styringssystemet, jf. pliktene i § 6 – § 9, skal tilpasses virksomhetens størrelse, egenart, aktiviteter og risikoforhold og ha det omfang som er nødvendig. Hvordan pliktene etter denne forskriften etterleves, skal dokumenteres i den form og det omfang som er nødvendig ut i fra virksomhetens art, aktiviteter, risikoforhold og størrelse. Dokumentasjonen skal til enhver tid være oppdatert og tilgjengelig.",
    ),
)
# The letters of the forskrift itself; the others stand in other laws.
WITHIN = frozenset(one.letter for one in ALL)

# What stands in other laws, and is evidenced by data of its own. In our words.
BESIDE = (
    Provision(
        Letter.K2,
        "§ 25-2",
        None,
        _(
            "Rapporterer til kommunestyret om internkontroll og statlig tilsyn, minst én gang i året"
        ),
        "",
    ),
)
PROVISIONS = {provision.letter: provision for provision in (*ALL, *BESIDE)}
# The 21 letters of §§ 6-9, in order.
LETTERS = tuple(provision.letter for provision in ALL if provision.duty)
