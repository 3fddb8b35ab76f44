"""The pages that are measured: who asks for what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import choices
from string import ascii_lowercase
from uuid import uuid4

from django.db.models import Count
from django.urls import NoReverseMatch, reverse

from styrk.core import clock, scope
from styrk.demo.bench.urls import EMPTY, HELLO
from styrk.demo.bench.visitor import Answer, Visitor
from styrk.demo.personas import personas
from styrk.demo.region.cases import FOREGROUND, RARE
from styrk.demo.region.demanding import SOURCE
from styrk.demo.region.tree import MODEL
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.indicators.models import Indicator
from styrk.organisation.models import Unit
from styrk.requirements.models import Requirement

# In about every fourth text.
COMMON = "pas"
CHART = "fall"
TOLD = (
    "Fant tre ukesdosetter uten kontrollsignatur på medisinrommet. Vi måtte kontrollere dem på nytt "
    "før vakta kunne begynne å dele ut."
)
type Visit = Callable[[Visitor], Answer]


@dataclass(frozen=True)
class Page:
    """A page with the persona who asks for it. `bare` is answered without any middleware."""

    name: str
    title: str
    persona: str
    visit: Callable[[datetime], Visit]
    expected: int = 200
    bare: bool = False


class NotThere(LookupError):
    """The page does not exist in this version."""


def _address(found: Callable[[], str]) -> Callable[[datetime], Visit]:
    """The address is found once, before anything is measured."""

    def prepare(_now: datetime) -> Visit:
        address = found()
        return lambda visitor: visitor.get(address)

    return prepare


def _named(name: str, *args: object) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch as reason:
        raise NotThere(name) from reason


def _search(text: str) -> Callable[[datetime], Visit]:
    return _address(lambda: f"{_named('incidents:incidents')}?q={text}")


def _richest() -> str:
    """The case in the clinic on which most has been done and more is to come."""
    with scope.acting(scope.SYSTEM):
        place = Unit.objects.get(code=FOREGROUND).path
        improving = Incident.objects.filter(
            state=State.IMPROVING, responsible_unit__path__startswith=place, about_leader=False
        )
        found = improving.annotate(number=Count("steps")).order_by("-number", "reported_at").first()
    if found is None:
        raise NotThere("incident")
    return _named("incidents:incident", found.uuid)


def _map() -> str:
    return f"{_named('forskriftskart:map')}?enhet={FOREGROUND}"


def _trust_map() -> str:
    """The trust with some five hundred units below it."""
    return f"{_named('forskriftskart:map')}?enhet={MODEL}"


def _indicators() -> str:
    """All sixty of the clinic, each with its curve."""
    return f"{_named('indicators:indicators')}?enhet={FOREGROUND}"


def _indicator() -> str:
    found = Indicator.objects.filter(code=CHART).first()
    if found is None:
        raise NotThere(CHART)
    return f"{_named('indicators:indicator', found.uuid)}?enhet={FOREGROUND}"


def _thread() -> str:
    """The demand that is at every trust, in four hundred units and with two thousand actions."""
    found = Requirement.objects.filter(edition__source__code=SOURCE, parent__isnull=False).first()
    if found is None:
        raise NotThere(SOURCE)
    return _named("thread:thread", "requirement", found.uuid)


def _report(now: datetime) -> Visit:
    unit = Unit.objects.get(code=personas()["outsider"].unit)
    address = _named("incidents:report")
    happened = clock.oslo(now).strftime("%d.%m.%Y %H:%M")

    def visit(visitor: Visitor) -> Answer:
        return visitor.post(
            address,
            key=str(uuid4()),
            description=f"{TOLD} {_new_word()}.",
            kind="patient",
            unit=str(unit.uuid),
            happened_at=happened,
            harm_actual="none",
            harm_possible="moderate",
        )

    return visit


def _new_word() -> str:
    """The very same words once more would be the report that is there, and cost less."""
    return "".join(choices(ascii_lowercase, k=12))  # noqa: S311 - to tell texts apart


PAGES = (
    Page("hello", "Hei, uten mellomvare", "clinic_director", _address(lambda: HELLO), bare=True),
    Page("empty", "Tom side, innlogget", "clinic_director", _address(lambda: EMPTY)),
    Page(
        "my-page",
        "Min side, klinikkdirektør",
        "clinic_director",
        _address(lambda: _named("overview:my_page")),
    ),
    Page(
        "my-page-nurse",
        "Min side, sykepleier",
        "nurse",
        _address(lambda: _named("overview:my_page")),
    ),
    Page(
        "list",
        "Meldinger, de 50 nyeste",
        "clinic_director",
        _address(lambda: _named("incidents:incidents")),
    ),
    Page("incident", "Én melding", "clinic_director", _address(_richest)),
    Page("search-common", "Søk, vanlig ord", "clinic_director", _search(COMMON)),
    Page("search-rare", "Søk, sjeldent ord", "clinic_director", _search(RARE)),
    Page("report", "Sende en melding", "outsider", _report, expected=302),
    Page("map", "Forskriftskart for klinikken", "clinic_director", _address(_map)),
    Page("trust-map", "Forskriftskart for foretaket", "ceo", _address(_trust_map)),
    Page("indicators", "Indikatorer, 60 med kurve", "clinic_director", _address(_indicators)),
    Page("indicator", "Én indikator med diagram", "clinic_director", _address(_indicator)),
    Page("thread", "Rød tråd, 2 000 tiltak", "rhf_ceo", _address(_thread)),
)
BY_NAME = {page.name: page for page in PAGES}
