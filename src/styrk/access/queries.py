"""Who sees what: the one place where appointments become sight."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from styrk.access.models import Account, Draft, Guest, Preview, Token
from styrk.access.permissions import WITHIN_TRUST, Permission
from styrk.access.roles import (
    BOARD_CHAIR,
    DEPUTY_OF,
    LEADER,
    OF_THE_TOP,
    QUALITY_COMMITTEE,
    ROLES,
    WHISTLEBLOWING,
    Reach,
    Role,
)
from styrk.access.tokens import GIVEN, digest_of
from styrk.access.typed import Typed
from styrk.core import scope
from styrk.core.scope import NONE, Scope, Units
from styrk.organisation.flavours import Flavour, flavour_of
from styrk.organisation.models import Appointment, Deputyship, Person, Revision, Unit
from styrk.organisation.rules import in_force

KINDS = {
    "incident": Permission.SEE_INCIDENTS,
    "reporter": Permission.SEE_REPORTER,
    "action": Permission.SEE_ACTIONS,
    "risk": Permission.SEE_RISKS,
    "inspection": Permission.SEE_INSPECTIONS,
    "voice": Permission.SEE_VOICES,
}
# A preview that has lain longer is made anew: what it compared with has changed.
PREVIEW_LIFE = timedelta(hours=1)

type Place = tuple[int, int, str]


@dataclass(frozen=True)
class Post:
    """A role in force at a unit, held in own name or as deputy."""

    role: Role
    unit_id: int
    path: str
    trust_id: int
    deputy: bool = False
    flavour: Flavour = Flavour.TRUST

    def reach(self, permission: Permission) -> Reach | None:
        """How far the post gives a permission; what leading an organisation adds, goes no further than it."""
        if permission in self.role.permissions:
            return self.role.reach
        top = self.role == LEADER and self.unit_id == self.trust_id
        return Reach.TRUST if top and permission in OF_THE_TOP else None


@dataclass(frozen=True)
class Standing:
    """What a person holds on a day, and what follows from it."""

    person_id: int
    posts: tuple[Post, ...]
    scope: Scope
    may: dict[Permission, Units]
    trusts: frozenset[int]

    @property
    def flavours(self) -> frozenset[Flavour]:
        """What kinds of organisations the person holds a post in."""
        return frozenset(post.flavour for post in self.posts)

    def allows(self, permission: Permission, unit_id: int | None = None) -> bool:
        """May this person do this at the unit (or anywhere, if no unit is given)?"""
        units = self.may.get(permission, NONE)
        return bool(units) if unit_id is None else unit_id in units


NO_STANDING = Standing(0, (), Scope(), {}, frozenset())


def standing_of(person: Person, on: date) -> Standing:
    """The person's posts and sight on a day; what follows from the posts is kept until a change."""
    revision = Revision.objects.values_list("number", flat=True).first() or 0
    return _standing(person.pk, _posts(person.pk, on, revision), revision)


@lru_cache(maxsize=4096)
def _posts(person_id: int, on: date, revision: int) -> tuple[Post, ...]:  # noqa: ARG001 - a key
    where = Q(person_id=person_id) & in_force(on)
    fields = ("unit_id", "unit__path", "unit__trust_id", "unit__trust__level")
    held = Appointment.objects.filter(where).values_list("role", *fields)
    acting = Deputyship.objects.filter(where).values_list(*fields)
    posts = [
        Post(ROLES[role], unit_id, path, trust_id, flavour=flavour_of(level or ""))
        for role, unit_id, path, trust_id, level in held
        if role in ROLES
    ]
    for unit_id, path, trust_id, level in acting:
        flavour = flavour_of(level or "")
        posts.append(Post(DEPUTY_OF, unit_id, path, trust_id, deputy=True, flavour=flavour))
    return tuple(posts)


@lru_cache(maxsize=4096)
def _standing(person_id: int, posts: tuple[Post, ...], revision: int) -> Standing:  # noqa: ARG001 - a key
    places = _places(posts)
    may = {permission: _units(posts, permission, places) for permission in Permission}
    leading = [p.unit_id for p in posts if p.role == LEADER]
    chairing = [p.unit_id for p in posts if p.role == BOARD_CHAIR]
    receiving = [p.unit_id for p in posts if p.role == WHISTLEBLOWING]
    sitting = [p.unit_id for p in posts if p.role == QUALITY_COMMITTEE]
    scope = Scope(
        person_id=person_id,
        kinds={kind: may[permission] for kind, permission in KINDS.items()},
        posts=Units(ids=frozenset(leading)),
        chairs=Units(ids=frozenset(chairing)),
        receptions=Units(ids=frozenset(receiving)),
        committees=Units(ids=frozenset(sitting)),
    )
    return Standing(person_id, posts, scope, may, frozenset(p.trust_id for p in posts))


def _places(posts: tuple[Post, ...]) -> list[Place]:
    """Every unit that any of the posts reaches, in one query."""
    if not posts:
        return []
    reach = Q(pk__in=[p.unit_id for p in posts])
    for post in posts:
        if post.role.reach is Reach.LINE:
            reach |= Q(path__startswith=post.path)
        if post.role.reach is Reach.TRUST:
            reach |= Q(trust_id=post.trust_id)
    return list(Unit.objects.filter(reach).values_list("pk", "trust_id", "path"))


def _units(posts: tuple[Post, ...], permission: Permission, places: list[Place]) -> Units:
    """The units at which these posts give the permission; `trusts` where they are whole trusts."""
    having = {p: reach for p in posts if (reach := p.reach(permission))}
    if not having:
        return NONE
    single = {p.unit_id for p in having}
    lines = tuple(p.path for p, reach in having.items() if reach is Reach.LINE) or ("-",)
    whole = {p.trust_id for p, reach in having.items() if reach is Reach.TRUST}
    # A line that holds a trust's own unit holds all of the trust.
    whole |= {trust for pk, trust, path in places if pk == trust and path.startswith(lines)}
    own = {p.trust_id for p in having}
    found = [
        (pk, trust)
        for pk, trust, path in places
        if (pk in single or trust in whole or path.startswith(lines))
        and (permission not in WITHIN_TRUST or trust in own)
    ]
    return Units(
        ids=frozenset(pk for pk, _ in found),
        trusts=frozenset(trust for _, trust in found)
        if all(trust in whole for _, trust in found)
        else frozenset(),
    )


def draft_for(person: Person, path: str) -> Typed:
    """What the person had typed in the form at `path`, or nothing."""
    found: QuerySet[Draft] = Draft.objects.filter(person=person, path=path)
    return next((draft.fields for draft in found), {})


def preview_for(
    person: Person, purpose: str, uuid: UUID, now: datetime, *, hold: bool = False
) -> Preview | None:
    """The files that the person chose for this page, used or not; None where they are too old."""
    young = now - PREVIEW_LIFE
    found = Preview.objects.filter(person=person, purpose=purpose, uuid=uuid, kept_at__gte=young)
    return (found.select_for_update(no_key=True) if hold else found).first()


def account_of(person: Person) -> Account | None:
    return Account.objects.select_related("person__home_unit").filter(person=person).first()


def account_named(username: str) -> Account | None:
    accounts = Account.objects.select_related("person__home_unit")
    return accounts.filter(username__iexact=username.replace("\0", "")).first()


def accounts_of(people: Iterable[Person]) -> dict[int, Account]:
    """The account of each person who has one, by the person's id."""
    accounts = Account.objects.filter(person__one_of=[person.pk for person in people])
    return {account.person_id: account for account in accounts if account.person_id}


def token_shown(digest: str, on: date) -> Token | None:
    """The token if it is in force, with its person still here: not ended, not through, not shut out."""
    found = Token.objects.filter(digest=digest, ended_at__isnull=True, until__gte=on)
    here = Q(person__left_on__isnull=True) | Q(person__left_on__gte=on)
    shut_out = Q(person__account__is_active=False)
    return found.filter(here).exclude(shut_out).select_related("person__account").first()


def token_by_uuid(uuid: UUID) -> Token | None:
    return Token.objects.select_related("person__home_unit").filter(uuid=uuid).first()


def tokens(person: Person | None = None) -> list[Token]:
    """The person's tokens, or everybody's; those in force first, the newest first."""
    found = Token.objects.filter(person=person) if person else Token.objects.all()
    return list(_told_whole(found))


def tokens_within(units: Units, most: int) -> list[Token]:
    """The newest tokens of people who belong to the units, and of others that reach into them."""
    reaching = Token.units.through.objects.filter(token=OuterRef("pk"), unit__one_of=units.ids)
    found = Token.objects.filter(Q(person__home_unit__one_of=units.ids) | Exists(reaching))
    return list(_told_whole(found)[:most])


def _told_whole(found: QuerySet[Token]) -> QuerySet[Token]:
    ended = F("ended_at").asc(nulls_first=True)
    whole = found.select_related("person__home_unit", "made_by", "ended_by")
    return whole.prefetch_related("units").order_by(ended, "-pk")


def units_to_share(standing: Standing) -> list[Unit]:
    """The units at which the person's own posts give something that a token may be given."""
    given = set(GIVEN)
    ids = {post.unit_id for post in standing.posts if post.role.permissions & given}
    return list(Unit.objects.filter(pk__in=ids).order_by("path"))


def narrowed(standing: Standing, token: Token) -> Standing:
    """What the person may, and of it only what the token is for: no post, no grant, no whole trust."""
    within = _line_below(token)
    given = frozenset(token.permissions)
    may = {
        permission: Units(ids=units.ids & within) if permission in given else NONE
        for permission, units in standing.may.items()
    }
    kinds = {kind: may[permission] for kind, permission in KINDS.items() if permission in may}
    return Standing(standing.person_id, (), Scope(kinds=kinds), may, frozenset())


def _line_below(token: Token) -> frozenset[int]:
    """The ids of the token's units and all below them."""
    paths: Collection[str] = token.units.values_list("path", flat=True)
    reach = Q(pk__in=())
    for path in paths:
        reach |= Q(path__startswith=path)
    return frozenset(Unit.objects.filter(reach).values_list("pk", flat=True))


def guest_by_link(word: str, on: date) -> Guest | None:
    """Whose personal address it is, if it has not been used and the access is in force."""
    with scope.acting(scope.SYSTEM):
        guest = Guest.objects.filter(link=digest_of(word)).first()
    return guest if guest and guest.is_open(on) else None


def guest_asked(number: object, on: date) -> Guest | None:
    """Who is being asked for a code, if the access is in force."""
    if not isinstance(number, int):
        return None
    with scope.acting(scope.SYSTEM):
        guest = Guest.objects.filter(pk=number).first()
    return guest if guest and guest.is_open(on) else None


def guests_of(kind: str, record_id: int) -> list[Guest]:
    """All who have been let in to a record, the newest first, for those who see the record."""
    found = Guest.objects.filter(kind=kind, record_id=record_id).select_related(
        "invited_by", "ended_by"
    )
    return list(found.order_by("-pk"))
