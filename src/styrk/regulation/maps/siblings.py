"""Duties beside the forskrift that live in the same styringssystem: HMS, security, infection control,
and the kommune's own internkontroll.

The law's words stand only where its file is at hand, word for word. What a letter's evidence shows of
such a duty is the ground and not the answer: somebody judges whether it also holds here.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.regulation.letters import Letter
from styrk.regulation.maps.shape import Item, Map, Part
from styrk.regulation.profiles import MUNICIPALITIES, Size

L = Letter
A_YEAR = 12
SHARED_GROUND = _(
    "Grunnlaget er felles med forskriften. Om det også holder for dette regelverket, må noen vurdere."
)


def _item(
    key: str,
    reference: str,
    title: Promise,
    *letters: Letter,
    text: str = "",
    months: int = Item.months,
) -> Item:
    return Item(key, reference, title, letters, text=text, judgement=True, months=months)


def _map(
    key: str,
    name: Promise,
    about: Promise,
    source: str,
    *items: Item,
    sizes: tuple[Size, ...] = Map.sizes,
) -> Map:
    return Map(key, name, about, source, (Part(key, name, items),), SHARED_GROUND, sizes)


WORK = _map(
    "hms",
    _("HMS"),
    _("De åtte punktene i internkontrollforskriften § 5 (FOR-1996-12-06-1127)."),
    "https://lovdata.no/dokument/SF/forskrift/1996-12-06-1127",
    _item(
        "hms-1",
        "§ 5 nr. 1",
        _("Lover og forskrifter er tilgjengelige, og vi vet hva som er viktigst"),
        L.C6,
        text="sørge for at de lover og forskrifter i helse-, miljø- og sikkerhetslovgivningen som gjelder for virksomheten er tilgjengelig, og ha oversikt over de krav som er av særlig viktighet for virksomheten",
    ),
    _item(
        "hms-2",
        "§ 5 nr. 2",
        _("Arbeidstakerne kan nok om HMS, også om endringer"),
        L.F6,
        L.B7,
        text="sørge for at arbeidstakerne har tilstrekkelig kunnskaper og ferdigheter i det systematiske helse-, miljø- og sikkerhetsarbeidet, herunder informasjon om endringer",
    ),
    _item(
        "hms-3",
        "§ 5 nr. 3",
        _("Arbeidstakerne er med"),
        L.D7,
        text="sørge for at arbeidstakerne medvirker slik at samlet kunnskap og erfaring utnyttes",
    ),
    _item(
        "hms-4",
        "§ 5 nr. 4",
        _("Mål for HMS, skriftlig"),
        L.A6,
        text="fastsette mål for helse, miljø og sikkerhet",
    ),
    _item(
        "hms-5",
        "§ 5 nr. 5",
        _("Organisering og ansvar for HMS, skriftlig"),
        L.A6,
        text="ha oversikt over virksomhetens organisasjon, herunder hvordan ansvar, oppgaver og myndighet for arbeidet med helse, miljø og sikkerhet er fordelt",
    ),
    _item(
        "hms-6",
        "§ 5 nr. 6",
        _("Farer er kartlagt, risiko vurdert, og planer og tiltak laget, skriftlig"),
        L.D6,
        L.E6,
        text="kartlegge farer og problemer og på denne bakgrunn vurdere risiko, samt utarbeide tilhørende planer og tiltak for å redusere risikoforholdene",
    ),
    _item(
        "hms-7",
        "§ 5 nr. 7",
        _("Rutiner som avdekker, retter opp og forebygger, skriftlig"),
        L.C7,
        L.A9,
        text="iverksette rutiner for å avdekke, rette opp og forebygge overtredelser av krav fastsatt i eller i medhold av helse-, miljø- og sikkerhetslovgivningen",
    ),
    _item(
        "hms-8",
        "§ 5 nr. 8",
        _("Internkontrollen overvåkes og gås gjennom, skriftlig"),
        L.F8,
        text="foreta systematisk overvåkning og gjennomgang av internkontrollen for å sikre at den fungerer som forutsatt",
        months=A_YEAR,
    ),
)

SECURITY = _map(
    "informasjonssikkerhet",
    _("Informasjonssikkerhet"),
    _(
        "Digitalsikkerhetsloven §§ 7 og 8 ordrett, og digitalsikkerhetsforskriften § 6 og"
        " eForvaltningsforskriften med våre ord."
    ),
    "https://lovdata.no/dokument/NL/lov/2023-12-20-108",
    _item(
        "ikt-1",
        "forskriften § 6",
        _("Styringssystemet for sikkerhet er skrevet ned"),
        L.A6,
        L.S5,
    ),
    _item(
        "ikt-2",
        "forskriften § 6",
        _("Det er del av den samlede virksomhetsstyringen"),
        L.A6,
        L.S3,
    ),
    _item("ikt-3", "forskriften § 6", _("Det er godkjent av lederen"), L.S3),
    _item(
        "ikt-4",
        "forskriften § 6",
        _("Det gås gjennom minst én gang i året"),
        L.F8,
        months=A_YEAR,
    ),
    _item(
        "ikt-5",
        "loven § 7",
        _("Risikoen i nettverk og informasjonssystemer er vurdert"),
        L.D6,
        text="En tilbyder av en samfunnsviktig tjeneste skal gjennomføre en risikovurdering av nettverks- og informasjonssystemer som benyttes for å levere tjenesten.",
    ),
    _item(
        "ikt-6",
        "loven § 7",
        _("Sikkerhetstiltakene passer til risikoen"),
        L.E6,
        text="Tilbyderen skal iverksette hensiktsmessige og proporsjonale tekniske og organisatoriske sikkerhetstiltak som samlet skal sørge for et sikkerhetsnivå som er tilpasset risikoen. Ved vurderingen av hva som er et forsvarlig sikkerhetsnivå, skal det blant annet ses hen til den teknologiske utviklingen.",
    ),
    _item(
        "ikt-7",
        "loven § 7",
        _("Hendelser forebygges og avdekkes, og følgene blir mindre"),
        L.C7,
        L.A9,
        text="Tilbyderen skal iverksette proporsjonale tiltak for å forebygge, avdekke og redusere konsekvensene av hendelser, slik at tjenesteleveransen kan opprettholdes.",
    ),
    _item(
        "ikt-8",
        "loven § 8",
        _("Hendelser blir varslet uten unødig opphold"),
        L.G6,
        text="En tilbyder av en samfunnsviktig tjeneste skal uten unødig opphold og uten hinder av taushetsplikt varsle det organet Kongen utpeker, om hendelser som virker betydelig inn på tjenesteleveransen. Ved vurderingen av om innvirkningen er betydelig, skal det blant annet legges vekt på antallet brukere som påvirkes, hendelsens varighet og størrelsen på det geografiske området som berøres.",
    ),
    _item(
        "ikt-9",
        "eForvaltningsforskriften",
        _("Mål og strategi for informasjonssikkerhet ses sammen med resten av styringen"),
        L.A6,
    ),
)

INFECTION = _map(
    "smittevern",
    _("Smittevern"),
    _("Kapittel 2 i forskrift om smittevern i helse- og omsorgstjenesten (FOR-2005-06-17-610)."),
    "https://lovdata.no/dokument/SF/forskrift/2005-06-17-610",
    _item(
        "smv-1",
        "§ 2-1",
        _("Infeksjonskontrollprogrammet er tilpasset oss og bygger på en risikovurdering"),
        L.D6,
        L.C7,
        text="Alle institusjoner som omfattes av forskriften, skal ha et infeksjonskontrollprogram. Infeksjonskontrollprogrammet skal tilpasses den enkelte virksomhet og være basert på en risikovurdering og identifisering av kritiske punkter i institusjonen. Infeksjonskontrollprogrammet skal angi hvem som har det faglige og organisatoriske ansvaret for de tiltak programmet omfatter. Programmet skal også omfatte tiltak for å verne personalet mot smitte.",
    ),
    _item(
        "smv-2",
        "§ 2-1",
        _("Ledelsen sørger for at programmet blir laget, brukt og vedlikeholdt"),
        L.S3,
        L.A7,
        text="Ledelsen ved institusjonen skal sørge for at infeksjonskontrollprogrammet utformes, iverksettes og vedlikeholdes som en del av institusjonens internkontrollsystem.",
    ),
    _item(
        "smv-3",
        "§ 2-2 nr. 1",
        _("Skriftlige retningslinjer som forebygger infeksjoner"),
        L.C7,
    ),
    _item(
        "smv-4",
        "§ 2-2 nr. 2",
        _("Infeksjoner overvåkes, og utbrudd oppklares og begrenses"),
        L.G6,
        L.E8,
    ),
    _item(
        "smv-5",
        "§§ 2-3 og 2-4",
        _("Det er nok folk med smittevernkompetanse, og oppgavene er beskrevet"),
        L.A6,
        L.F6,
    ),
    _item(
        "smv-6",
        "§ 2-5",
        _("Infeksjoner overvåkes og meldes, og utbrudd varsles"),
        L.G6,
        text="Mistenkte eller påviste utbrudd av smittsomme sykdommer i helseinstitusjoner skal varsles etter reglene i MSIS-forskriften § 3-4.",
    ),
)

MUNICIPAL = _map(
    "kommuneloven",
    _("Kommuneloven"),
    _(
        "Internkontroll etter kommuneloven §§ 25-1 og 25-2, med våre ord. Gjelder kommuner og fylkeskommuner."
    ),
    "https://lovdata.no/dokument/NL/lov/2018-06-22-83",
    _item(
        "koml-a",
        "§ 25-1 a",
        _("Beskriver hovedoppgaver, mål og organisering"),
        L.A6,
    ),
    _item("koml-b", "§ 25-1 b", _("Har de rutinene og prosedyrene som trengs"), L.C7),
    _item(
        "koml-c",
        "§ 25-1 c",
        _("Avdekker og følger opp avvik og risiko for avvik"),
        L.D6,
        L.G6,
        L.A9,
    ),
    _item(
        "koml-d",
        "§ 25-1 d",
        _("Dokumenterer internkontrollen i den formen og det omfanget som trengs"),
        L.S5,
    ),
    _item(
        "koml-e",
        "§ 25-1 e",
        _("Evaluerer, og forbedrer skriftlige prosedyrer og andre tiltak når det trengs"),
        L.C9,
        L.F8,
        months=A_YEAR,
    ),
    Item(
        L.K2.value,
        "§ 25-2",
        _(
            "Rapporterer til kommunestyret om internkontroll og statlig tilsyn, minst én gang i året"
        ),
        (L.K2,),
        months=A_YEAR,
    ),
    sizes=MUNICIPALITIES,
)
