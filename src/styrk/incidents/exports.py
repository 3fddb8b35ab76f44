"""The list of incidents as a file: what the reader sees of each, and nothing else."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.core import clock
from styrk.core.sheets import csv_of, workbook_of
from styrk.incidents.models import Incident
from styrk.incidents.states import Harm, Kind, State

# The newest of a long list: a file of more is for those who keep the database.
MOST = 5000
# What a column is called in a sheet and in JSON, and what stands in it.
COLUMNS: tuple[tuple[Promise, str, Callable[[Incident], str]], ...] = (
    (gettext_lazy("Nummer"), "number", lambda one: one.reference),
    (gettext_lazy("Melding"), "title", lambda one: one.title),
    (gettext_lazy("Hva skjedde"), "description", lambda one: one.description),
    (gettext_lazy("Gjort med en gang"), "immediate", lambda one: one.immediate),
    (gettext_lazy("Sted"), "place", lambda one: one.place),
    (gettext_lazy("Hva det gjelder"), "kind", lambda one: _label(Kind, one.kind)),
    (gettext_lazy("Alvor"), "harm_actual", lambda one: _label(Harm, one.harm_actual)),
    (gettext_lazy("Kunne blitt"), "harm_possible", lambda one: _label(Harm, one.harm_possible)),
    (gettext_lazy("Hvor langt"), "state", lambda one: _label(State, one.state)),
    (gettext_lazy("Skjedde i"), "unit", lambda one: one.unit.name),
    (gettext_lazy("Ansvarlig enhet"), "responsible_unit", lambda one: one.responsible_unit.name),
    (gettext_lazy("Skjedde"), "happened_at", lambda one: _moment(one.happened_at)),
    (gettext_lazy("Meldt"), "reported_at", lambda one: _moment(one.reported_at)),
)


@dataclass(frozen=True)
class Form:
    """How a file is made, and what it is sent as."""

    media: str
    made: Callable[[Sequence[Incident]], bytes]


def _csv(found: Sequence[Incident]) -> bytes:
    return csv_of(_head(), _rows(found))


def _workbook(found: Sequence[Incident]) -> bytes:
    return workbook_of(_("Meldinger"), _head(), _rows(found))


def _json(found: Sequence[Incident]) -> bytes:
    told = [{name: said(one) for _title, name, said in COLUMNS} for one in found]
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


FORMS: Mapping[str, Form] = {
    "csv": Form("text/csv; charset=utf-8", _csv),
    "xlsx": Form("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _workbook),
    "json": Form("application/json", _json),
}


def name_of(form: str, on: date) -> str:
    return f"meldinger-{on.isoformat()}.{form}"


def _head() -> list[str]:
    return [str(title) for title, _name, _said in COLUMNS]


def _rows(found: Collection[Incident]) -> list[list[str]]:
    return [[said(one) for _title, _name, said in COLUMNS] for one in found]


def _label(words: Any, code: str) -> str:
    return str(words(code).label) if code else ""


def _moment(at: datetime) -> str:
    return clock.oslo(at).strftime("%Y-%m-%d %H:%M")
