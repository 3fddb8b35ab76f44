"""Units, people and posts as the three files that `imports` reads."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from styrk.core.sheets import csv_of
from styrk.organisation.imports import FORMATS
from styrk.organisation.imports.person_changes import number_of
from styrk.organisation.imports.unit_changes import Node, stored_nodes
from styrk.organisation.models import Appointment, Person


def exported(within: Collection[int] | None = None) -> dict[str, bytes]:
    """The organisation as `{file name: content}`, UTF-8 with BOM, semicolons. Three queries.

    `within` limits it to these units, those whose home they are, and the posts at them.
    """
    nodes = stored_nodes()
    codes = {node.pk: node.code for node in nodes.values()}
    units = [node for node in nodes.values() if within is None or node.pk in within]
    homes, places = ({}, {}) if within is None else _at(within)
    people = Person.objects.filter(**homes).order_by("pk")
    posts = Appointment.objects.filter(**places).select_related("person").order_by("pk")
    return {
        "units.csv": _file("units", map(_unit, sorted(units, key=_by_line))),
        "people.csv": _file("people", (_person(each, codes) for each in people)),
        "appointments.csv": _file("appointments", (_post(each, codes) for each in posts)),
    }


def _at(within: Collection[int]) -> tuple[dict[str, object], dict[str, object]]:
    return {"home_unit__one_of": within}, {"unit__one_of": within}


def _file(kind: str, rows: Iterable[Sequence[str]]) -> bytes:
    return csv_of(FORMATS[kind], rows)


def _by_line(node: Node) -> tuple[int, ...]:
    """Parents before what is below them."""
    return tuple(int(pk) for pk in (node.before.path if node.before else "").split(".") if pk)


def _unit(node: Node) -> tuple[str, ...]:
    return (
        node.code,
        node.name,
        node.level,
        node.parent,
        node.number,
        "1" if node.is_trust else "0",
        _day(node.valid_from),
        _day(node.valid_to),
    )


def _person(person: Person, codes: dict[int, str]) -> tuple[str, ...]:
    home = codes[person.home_unit_id] if person.home_unit_id else ""
    return (
        number_of(person),
        person.name,
        person.title,
        person.email,
        home,
        _day(person.left_on),
    )


def _post(post: Appointment, codes: dict[int, str]) -> tuple[str, ...]:
    return (
        number_of(post.person),
        codes[post.unit_id],
        post.role,
        _day(post.valid_from),
        _day(post.valid_to),
    )


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""
