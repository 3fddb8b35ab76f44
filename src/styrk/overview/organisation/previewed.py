"""What files would change, in words: by name, role and unit, the roles that open cases first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.roles import ADMINISTRATOR, ROLES, Reach
from styrk.access.rules import SEES_CASES
from styrk.organisation.imports import Followed, Plan, followed, left_without
from styrk.organisation.imports.post_changes import Post
from styrk.organisation.imports.unit_changes import Node
from styrk.organisation.queries import Unled
from styrk.ui.words import spoken_day

FIELDS: dict[str, Promise] = {
    "name": gettext_lazy("navn"),
    "level": gettext_lazy("nivå"),
    "parent": gettext_lazy("overordnet enhet"),
    "is_trust": gettext_lazy("eget rettssubjekt"),
    "number": gettext_lazy("organisasjonsnummer"),
    "valid_to": gettext_lazy("siste dag"),
    "title": gettext_lazy("stilling"),
    "email": gettext_lazy("e-post"),
    "home_unit": gettext_lazy("enhet"),
    "left_on": gettext_lazy("siste dag"),
}
SIGHT = {
    Reach.UNIT: gettext_lazy("Ser saker i enheten"),
    Reach.LINE: gettext_lazy("Ser saker i enheten og alt under"),
    Reach.TRUST: gettext_lazy("Ser saker i hele virksomheten"),
}
PLACES = {"parent", "home_unit"}


@dataclass(frozen=True)
class Line:
    """One record: whose, and what; `mark` is what a role opens."""

    title: str
    text: str
    mark: str = ""


@dataclass(frozen=True)
class Lines:
    """What comes of one kind."""

    kind: str
    lines: list[Line]


def told(plan: Plan) -> list[Lines]:
    """Every kind that something comes of: first the units without a leader, and then the roles, since
    they open what others have written."""
    follows = followed(plan)
    found = [
        Lines("unled", [_unled(one) for one in left_without(plan, follows)]),
        Lines("new_posts", _marked_first(_new_post(post, plan) for post in plan.posts.new)),
        Lines("posts", _marked_first(_post(post, plan) for post in plan.posts.changed)),
        Lines("followed", [_followed(one) for one in follows]),
        Lines(
            "new_people", [Line(one.person.name, _home(one.home, plan)) for one in plan.people.new]
        ),
        Lines("people", list(_people(plan))),
        Lines("new_units", [Line(node.name, _home(node.parent, plan)) for node in plan.units.new]),
        Lines("units", [_unit(node, plan) for node in plan.units.changed]),
    ]
    return [one for one in found if one.lines]


def _marked_first(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: not line.mark)


def _new_post(post: Post, plan: Plan) -> Line:
    period = _("fra %(first)s") if post.valid_to is None else _("fra %(first)s til %(last)s")
    days = {"first": spoken_day(post.valid_from), "last": _shown(post.valid_to)}
    return Line(_name(post, plan), f"{_role_at(post, plan)}, {period % days}", _mark(post.key[2]))


def _post(post: Post, plan: Plan) -> Line:
    before = post.before.valid_to if post.before else None
    change = _change("valid_to", post.valid_to, before)
    mark = _mark(post.key[2]) if post.gives_time else ""
    return Line(_name(post, plan), f"{_role_at(post, plan)}, {change}", mark)


def _followed(one: Followed) -> Line:
    called = (ROLES[one.role].name if one.role in ROLES else one.role) or _("Stedfortreder")
    role = _("%(role)s i %(unit)s") % {"role": called, "unit": one.unit.name}
    if one.is_gone:
        return Line(one.person.name, _("%(role)s, begynner ikke") % {"role": role})
    return Line(one.person.name, f"{role}, {_change('valid_to', one.until, one.before)}")


def _unled(one: Unled) -> Line:
    facts = {"day": spoken_day(one.since), "person": one.person.name}
    return Line(one.unit.name, _("fra %(day)s, etter %(person)s") % facts)


def _people(plan: Plan) -> Iterable[Line]:
    for known in plan.people.changed:
        now = {name: getattr(known.person, name) for name in known.changed}
        facts = now | ({"home_unit": known.home} if "home_unit" in now else {})
        yield Line(known.person.name, _changes(facts, known.changed, plan))


def _unit(node: Node, plan: Plan) -> Line:
    facts = {name: getattr(node, name) for name in node.changed}
    return Line(str(node.changed.get("name", node.name)), _changes(facts, node.changed, plan))


def _changes(facts: dict[str, object], before: dict[str, object], plan: Plan) -> str:
    def named(name: str, value: object) -> object:
        return _place(str(value), plan) if name in PLACES and value else value

    return ", ".join(
        _change(name, named(name, value), named(name, before[name]))
        for name, value in facts.items()
    )


def _change(name: str, value: object, before: object) -> str:
    said = _("%(field)s: %(value)s (før: %(before)s)")
    return said % {"field": FIELDS[name], "value": _shown(value), "before": _shown(before)}


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nei")
    if isinstance(value, date):
        return spoken_day(value)
    return str(value) if value else _("ingen")


def _name(post: Post, plan: Plan) -> str:
    return plan.people.known[post.key[0]].person.name


def _role_at(post: Post, plan: Plan) -> str:
    _person, unit, role = post.key
    called = ROLES[role].name if role in ROLES else role
    return _("%(role)s i %(unit)s") % {"role": called, "unit": _place(unit, plan)}


def _home(code: str, plan: Plan) -> str:
    return _("i %(unit)s") % {"unit": _place(code, plan)} if code else _("uten enhet over")


def _place(code: str, plan: Plan) -> str:
    return plan.units.nodes[code].name if code in plan.units.nodes else code


def _mark(role: str) -> str:
    if role in SEES_CASES and role in ROLES:
        return str(SIGHT[ROLES[role].reach])
    return _("Gir roller til andre") if role == ADMINISTRATOR.code else ""
