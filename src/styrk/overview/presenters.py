"""Words for roles and duties, and a line's late duties unit by unit."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.access.queries import Post
from styrk.access.roles import LEADER, OF_THE_TOP, ROLES, Reach, Role
from styrk.core import clock
from styrk.core.glossary import Word
from styrk.duties.queries import Pile, Place, Waiting
from styrk.organisation.models import Unit
from styrk.trail.models import Entry, Reading
from styrk.ui.menu import Door

type Text = str | Promise

PERMISSIONS: dict[Permission, Text] = {
    Permission.REPORT: _("melde, og følge det som skjer med meldingen"),
    Permission.SEE_INCIDENTS: _("lese meldinger og hvordan de følges opp"),
    Permission.SEE_REPORTER: _("se hvem som har meldt"),
    Permission.HANDLE_INCIDENTS: _("ta imot, undersøke og følge opp meldinger"),
    Permission.SEE_ACTIONS: _("lese tiltak og om de virket"),
    Permission.RAISE_ACTIONS: _("bestemme tiltak og hvem som eier dem"),
    Permission.SEE_REQUIREMENTS: _("lese krav, mål og planer, og hvordan det går med dem"),
    Permission.PLACE_REQUIREMENTS: _("holde kilder til krav oppdatert og legge krav til enheter"),
    Permission.ANSWER_REQUIREMENTS: _("svare på krav, gjøre dem konkrete og rapportere status"),
    Permission.SEE_RISKS: _("lese risikoer og hvordan de er vurdert"),
    Permission.KEEP_RISKS: _("beskrive, vurdere og akseptere risikoer og løfte dem opp"),
    Permission.SEE_INDICATORS: _("lese indikatorer og hvordan det går"),
    Permission.KEEP_INDICATORS: _(
        "definere indikatorer, sette mål for dem og bestemme om diagrammer"
    ),
    Permission.RECORD_VALUES: _("registrere og rette tall"),
    Permission.SEE_REPORTS: _("lese rapportene som går oppover i linja"),
    Permission.WRITE_REPORTS: _("skrive, sende og vise frem rapporter"),
    Permission.SEE_INSPECTIONS: _("lese tilsyn og revisjoner og det de fant"),
    Permission.KEEP_INSPECTIONS: _("planlegge revisjoner, føre tilsyn inn og si hva de fant"),
    Permission.SEE_VOICES: _("lese klager, erfaringer og forslag fra pasienter og andre"),
    Permission.ANSWER_VOICES: _("ta imot, svare på og vurdere det pasienter og andre forteller"),
    Permission.COMMITTEE: _("behandle saker i pasientsikkerhetsutvalget"),
    Permission.SEE_ORGANISATION: _("se enheter, ledere og roller"),
    Permission.CHANGE_ORGANISATION: _("lese inn og endre enheter, personer og roller"),
    Permission.SEE_EVIDENCE: _("lese forskriftskartet"),
    Permission.KEEP_EVIDENCE: _(
        "skrive hvordan kravene i forskriftskartet oppfylles, og vurdere dem"
    ),
}
REACHES: dict[Reach, Text] = {
    Reach.UNIT: _("Gjelder i enheten der du har rollen."),
    Reach.LINE: _("Gjelder i enheten der du har rollen, og i alle enheter under den."),
    Reach.TRUST: _("Gjelder i hele virksomheten."),
}
# What each duty asks, after forskrift om ledelse og kvalitetsforbedring §§ 6-9.
ASKS: dict[Door, Text] = {
    Door.PLAN: _(
        "Ha oversikt over mål, oppgaver, ansvar og regelverk, vit hvor det kan svikte, og planlegg hvordan faren blir mindre."
    ),
    Door.DO: _(
        "Sørg for at planene er kjent og følges, at folk kan det de trenger, og at ansatte, pasienter og pårørende er med."
    ),
    Door.EVALUATE: _(
        "Se etter at det som er bestemt, blir gjort og virker. Gå gjennom det som gikk galt, så det ikke skjer igjen."
    ),
    Door.CORRECT: _(
        "Rett opp det som ikke er forsvarlig eller lovlig, og gjør rutiner og tiltak bedre."
    ),
}


# Where the last three letters of the alphabet stand.
NORWEGIAN = str.maketrans("æøå", "{|}")


def in_norwegian_order(words: Iterable[Word]) -> list[Word]:
    return sorted(words, key=lambda word: word.bokmal.lower().translate(NORWEGIAN))


@dataclass(frozen=True)
class RoleText:
    name: Text
    description: Text
    reach: Text
    may: list[Text]
    mine: bool


def roles(posts: tuple[Post, ...]) -> list[RoleText]:
    """Every role in plain words, and whether it is among the reader's own."""
    held = {post.role.code for post in posts}
    return [_role(role, mine=role.code in held) for role in ROLES.values()]


def _role(role: Role, *, mine: bool) -> RoleText:
    may = [text for permission, text in PERMISSIONS.items() if permission in role.permissions]
    if role == LEADER:
        at_top = [PERMISSIONS[one] for one in sorted(OF_THE_TOP)]
        may += [_("øverst i en virksomhet: %(what)s") % {"what": text} for text in at_top]
    return RoleText(role.name, role.description, REACHES[role.reach], may, mine)


# What is due within these days waits now, or soon; the rest is folded.
NOW_DAYS, SOON_DAYS = 7, 30


@dataclass(frozen=True)
class Waits:
    """What waits, by how soon: each of them the most urgent first."""

    late: Pile
    now: Pile
    soon: Pile
    later: Pile

    @property
    def hurries(self) -> bool:
        """Whether something is late, or due within a week."""
        return bool(self.late.waiting or self.now.waiting)


def by_deadline(pile: Pile, today: date) -> Waits:
    """Late, within a week, within the month, and later. `more` goes with the last."""
    now, soon = today + timedelta(days=NOW_DAYS), today + timedelta(days=SOON_DAYS)
    waits = Waits(
        late=Pile([], more=False),
        now=Pile([], more=False),
        soon=Pile([], more=False),
        later=Pile([], more=pile.more),
    )
    for one in pile.waiting:
        due = one.duty.due
        if one.late:
            part = waits.late
        elif due <= now:
            part = waits.now
        else:
            part = waits.soon if due <= soon else waits.later
        part.waiting.append(one)
    return waits


@dataclass(frozen=True)
class LateUnit:
    """How much is late at a unit, and since when."""

    unit: Unit | Place
    number: int
    oldest: date


def late_by_unit(pile: Pile) -> list[LateUnit]:
    """The units with something late, the one that has waited longest first."""
    at: dict[Unit | Place, list[Waiting]] = defaultdict(list)
    for waiting in pile.waiting:
        at[waiting.duty.unit].append(waiting)
    return [LateUnit(unit, len(late), late[0].duty.due) for unit, late in at.items()]


@dataclass(frozen=True)
class Opened:
    """A record that was opened on a day: when last, and how many times."""

    last: Reading
    times: int


def opened(readings: Iterable[Reading]) -> list[Opened]:
    """What was opened, each record once for each day, in the order they come: the newest first."""
    grouped: dict[tuple[str, int, date], list[Reading]] = defaultdict(list)
    for one in readings:
        grouped[one.subject, one.subject_id, clock.day(one.at)].append(one)
    return [Opened(group[0], len(group)) for group in grouped.values()]


def done(entries: Iterable[Entry]) -> list[Entry]:
    """Each act once: one that concerns several records has an entry at each of them."""
    return list({(entry.at, entry.text): entry for entry in entries}.values())
