"""The 26 principles of Helse Sør-Øst's rammeverk for virksomhetsstyring, chapter 4, in our words.

The framework has 24 boxes; two of those about ledelsens gjennomgang are two principles each here.
The numbering is ours. What the letters show of a principle is its ground and not the answer: somebody
judges whether the principle itself is lived.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.regulation.letters import Duty, Letter
from styrk.regulation.maps.shape import Item, Map, Part
from styrk.regulation.profiles import HOSPITALS

L = Letter


def _principle(key: str, title: Promise, duty: Duty, *letters: Letter) -> Item:
    return Item(key.lower(), key, title, letters, duty=duty, judgement=True)


PLAN = (
    ("P1", _("Planene bygger på pasientenes behov og på hva slags foretak vi er"), L.B6, L.E7),
    ("P2", _("Føringer og krav ovenfra blir til konkrete mål og planer"), L.A6, L.C6),
    ("P3", _("Tillitsvalgte er med når vi planlegger og organiserer"), L.D7),
    ("P4", _("Uønskede hendelser blir meldt, og vi lærer av dem"), L.G6, L.E8),
    ("P5", _("Én måte å vurdere risiko på, og tiltakene følges opp i styringen"), L.D6, L.E6),
    ("P6", _("Styret kan kvalitet og pasientsikkerhet, og tar en aktiv rolle"), L.S3, L.F8),
    ("P7", _("Styrende dokumenter blir laget, er til å finne og holdes oppdatert"), L.A7, L.C7),
    ("P8", _("Vi har årshjul og møteplaner"), L.A6, L.A8),
    ("P9", _("Organiseringen viser rollene, og fullmaktene er tydelige"), L.A6, L.S3),
    ("P10", _("Roller i styringen står i instrukser og lederavtaler"), L.A6, L.S3),
    ("P11", _("Ledere kan virksomhetsstyring og forbedring"), L.F6, L.B7),
    ("P12", _("Forventningene er med i lederopplæring og for nyansatte"), L.B7),
)
DO = (
    ("G1", _("Virksomhetsplanene har konkrete tiltak med ansvar og frist"), L.A7, L.B9),
    ("G2", _("Ledere på alle nivåer er opptatt av forbedring, og folk tør å melde"), L.G6, L.D7),
    ("G3", _("Vi snakker sammen hele året, og alle har medarbeidersamtale"), L.F6, L.D7),
    ("G4", _("Innsikt fra pasienter, brukere og ansatte brukes i styringen"), L.D7, L.E7, L.D8),
)
EVALUATE = (
    ("E1", _("Ledere følger egne resultater og retter opp det som svikter"), L.A8, L.B9),
    ("E2", _("Tiltak mot risiko står i virksomhetsplanen og følges opp"), L.E6, L.A8),
    ("E3", _("Ledere går gjennom rapporter fra revisjon og tilsyn, og følger dem opp"), L.B8, L.A9),
    ("E4", _("Internrevisjon ved behov, ekstern evaluering når det trengs"), L.A8, L.B8),
    ("E5", _("Vi lærer av funn hos andre foretak og andre klinikker"), L.G6, L.E8),
    ("E6", _("ForBedring hvert år, med tiltak som står i virksomhetsplanen"), L.G6, L.D7, L.B9),
)
REVIEW = (
    ("L1", _("Styret ser til at systemet virker, og går gjennom det hvert år"), L.S3, L.F8),
    ("L2", _("Ledelsens gjennomgang er skrevet ned, med de fire delene"), L.B8, L.F8),
    ("L3", _("Tiltak fra gjennomgangen er prioritert og følges opp i planen"), L.F8, L.B9),
    ("L4", _("Hva som ble av tiltakene, er grunnlag for neste gjennomgang"), L.C8, L.F8),
)


def _part(
    key: str, title: Promise, duty: Duty, said: tuple[tuple[str, Promise, *tuple[Letter, ...]], ...]
) -> Part:
    return Part(key, title, tuple(_principle(one[0], one[1], duty, *one[2:]) for one in said))


FRAMEWORK = Map(
    "rammeverket",
    _("Rammeverket"),
    _("De 26 prinsippene i Helse Sør-Østs rammeverk for virksomhetsstyring, med våre ord."),
    "https://www.helse-sorost.no/",
    (
        _part("p-planlegge", _("Planlegge"), Duty.PLAN, PLAN),
        _part("p-gjennomfore", _("Gjennomføre"), Duty.DO, DO),
        _part("p-evaluere", _("Evaluere og korrigere"), Duty.EVALUATE, EVALUATE),
        _part("p-lgg", _("Ledelsens gjennomgang"), Duty.EVALUATE, REVIEW),
    ),
    _(
        "Grunnlaget er felles med forskriften. Om dere følger selve prinsippet, må noen vurdere:"
        " uten det blir det høyst delvis vist."
    ),
    HOSPITALS,
)
