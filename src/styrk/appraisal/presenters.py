"""Ledelsens gjennomgang in words and colours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.actions.states import State as ActionState
from styrk.appraisal import wording
from styrk.appraisal.forms import JudgeForm
from styrk.appraisal.models import Appraisal, AppraisalStep, Extension
from styrk.appraisal.queries import YEAR, Held
from styrk.appraisal.record import named
from styrk.appraisal.rules import is_top
from styrk.appraisal.states import Part, Party, State, Works
from styrk.core import clock
from styrk.regulation.letters import PROVISIONS, Letter
from styrk.regulation.types import Status
from styrk.ui.forms import listed
from styrk.ui.history import Told, in_words, told, with_note
from styrk.ui.words import spoken_day

type Mark = tuple[Promise | str, str]
type Said = Mapping[str, Any]

STATES = {State.DRAFT: "info", State.SIGNED: "success"}
WORKS = {Works.WORKS: "success", Works.PARTLY: "warning", Works.FAILS: "danger"}
STATUSES: dict[Status, Mark] = {
    Status.SHOWN: (gettext_lazy("Vist"), "success"),
    Status.PARTLY: (gettext_lazy("Delvis vist"), "info"),
    Status.NOT_SHOWN: (gettext_lazy("Ikke vist"), "warning"),
    Status.UNKNOWN: (gettext_lazy("Kan ikke vises ennå"), "neutral"),
}
AREAS: dict[str, Promise] = {
    "goals": gettext_lazy("Mål og virksomhetsplaner"),
    "indicators": gettext_lazy("Indikatorer"),
    "requirements": gettext_lazy("Krav og oppdrag"),
    "reports": gettext_lazy("Rapporter opp linjen"),
    "inspections": gettext_lazy("Tilsyn og revisjon"),
    "incidents": gettext_lazy("Avvik og uønskede hendelser"),
    "risks": gettext_lazy("Risiko"),
    "voices": gettext_lazy("Klager, erfaringer og forslag"),
    "actions": gettext_lazy("Tiltak og virkningen av dem"),
    "system": gettext_lazy("Organisering og resten av systemet"),
}
OUTSIDE: dict[str, Promise] = {
    "research": gettext_lazy("Utdanning, forskning og innovasjon"),
    "cases": gettext_lazy("Erstatningssaker, rettstvister og straffbare forhold"),
    "working_environment": gettext_lazy(
        "Brudd på arbeidstiden, og det vernetjenesten og arbeidsmiljøutvalget har rapportert"
    ),
    "security": gettext_lazy(
        "Ledelsens årlige gjennomgang av informasjonssikkerheten (digitalsikkerhetsforskriften § 6)"
    ),
    "environment": gettext_lazy("Ytre miljø"),
    "documents": gettext_lazy("Hvor mange av de styrende dokumentene som er oppdatert"),
    "competence": gettext_lazy("Kompetanse dere mangler"),
    "delegations": gettext_lazy("Fullmakter og delegering"),
    "reputation": gettext_lazy("Kommunikasjon og omdømme"),
}
ACTS: dict[str, Promise] = {
    "begin": gettext_lazy("begynte gjennomgangen"),
    "gather": gettext_lazy("hentet dataene på nytt"),
    "judge": gettext_lazy("vurderte %(name)s"),
    "take_part": gettext_lazy("noterte hvem som var med: %(who)s"),
    "tell": gettext_lazy("skrev hva styret og medarbeiderne skal vite"),
    "add_action": gettext_lazy("bestemte tiltaket «%(title)s»"),
    "sign": gettext_lazy("signerte"),
    "add": gettext_lazy("la til"),
}


@dataclass(frozen=True)
class Verdict:
    """What is judged of a part or a letter."""

    mark: Mark
    comment: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Area:
    """What the data says of an area: how it comes out for each letter, and the numbers."""

    title: Promise | str
    said: list[tuple[str, Mark, str]]
    data: list[Said]


@dataclass(frozen=True)
class Chapter:
    """One of the four parts, with its ground and its judgement; `outside` is what Styrk does not know."""

    key: str
    title: Promise | str
    areas: list[Area]
    outside: list[Promise]
    verdict: Verdict | None


@dataclass(frozen=True)
class Line:
    """A letter: what the forskriftskart says of it, and what is judged here."""

    key: str
    reference: str
    title: str
    mark: Mark
    judged: Said | None
    verdict: Verdict | None


def name_of(appraisal: Appraisal) -> str:
    said = {"year": appraisal.year, "unit": appraisal.unit.name, "number": appraisal.number}
    if appraisal.number > 1:
        return _("Ledelsens gjennomgang %(year)s, nr. %(number)s, for %(unit)s") % said
    return _("Ledelsens gjennomgang %(year)s for %(unit)s") % said


def state_mark(appraisal: Appraisal) -> Mark:
    state = State(appraisal.state)
    return state.label, STATES[state]


def signed_by(appraisal: Appraisal) -> str:
    """Who signed it, and as what; empty for a draft."""
    if appraisal.signed_by is None:
        return ""
    told = wording.voice(top=is_top(appraisal.unit)).signed_by
    return str(told) % {"name": appraisal.signed_by.name}


def item_name(item: str) -> str:
    """A part or a letter, as a heading."""
    if item in Part.values:
        return str(Part(item).label)
    return f"{PROVISIONS[Letter(item)].reference} {PROVISIONS[Letter(item)].title}"


def chapters(said: Said) -> list[Chapter]:
    """The four parts of what a review says."""
    areas, outside = said["material"]["areas"], said["material"].get("outside", [])
    return [
        Chapter(
            part.value,
            part.label,
            [_area(one) for one in areas if one["part"] == part],
            # A review that was gathered before this was told has none.
            [OUTSIDE[one["key"]] for one in outside if one["part"] == part],
            _verdict(said["verdicts"].get(part.value)),
        )
        for part in Part
    ]


def _area(told: Said) -> Area:
    said = [
        (one["reference"], STATUSES[Status(one["status"])], one["text"]) for one in told["said"]
    ]
    return Area(AREAS[told["key"]], said, told["data"])


def _verdict(told: Said | None) -> Verdict | None:
    if told is None:
        return None
    works = Works(told["works"])
    mark = (works.label, WORKS[works])
    return Verdict(mark, told["comment"], told["by"], datetime.fromisoformat(told["at"]))


def letters(said: Said) -> list[Line]:
    return [
        Line(
            one["key"],
            one["reference"],
            one["title"],
            STATUSES[Status(one["status"])],
            one["judged"],
            _verdict(said["verdicts"].get(one["key"])),
        )
        for one in said["material"]["letters"]
    ]


def participants(said: Said) -> list[Said]:
    return [
        dict(one)
        | {"party": Party(one["party"]).label, "held_on": date.fromisoformat(one["held_on"])}
        for one in said["participants"]
    ]


def decisions(told: Iterable[Said], on: date) -> list[Said]:
    """What was decided, with its deadline in words: past it and not done is said, as of the day."""
    return [dict(one) | {"deadline": _deadline(one, on)} for one in told]


def _deadline(one: Said, on: date) -> str:
    due = date.fromisoformat(one["due"])
    if due < on and one["state"] == ActionState.PLANNED:
        return _("%(day)s, over fristen") % {"day": spoken_day(due)}
    return spoken_day(due)


def before(said: Said) -> Said | None:
    """The last review with its decisions, as they stood when the data was gathered."""
    last = said["material"]["before"]
    if last is None:
        return None
    made = decisions(last["decisions"], date.fromisoformat(said["material"]["on"]))
    signed_on = date.fromisoformat(last["signed_on"])
    return dict(last) | {"decisions": made, "signed_on": signed_on}


def words(said: Said) -> list[tuple[str, str]]:
    """What the board and the staff are to know, each under its heading; nothing where nothing is said."""
    above = wording.voice(top=not said.get("below")).to_above
    told = ((str(above), "to_board"), (_("Til medarbeiderne"), "to_staff"))
    return [(heading, said[name]) for heading, name in told if said.get(name)]


def held_mark(held: Held, on: date) -> Mark:
    """How it stands with the review of a unit that holds its own."""
    signed = held.signed.signed_at if held.signed else None
    if signed is not None and clock.day(signed) + YEAR >= on:
        return _("Signert %(day)s") % {"day": spoken_day(signed)}, "success"
    if held.under_way:
        return gettext_lazy("Under arbeid"), "info"
    if signed is None:
        return gettext_lazy("Ingen er signert ennå"), "warning"
    return _("Sist signert %(day)s, mer enn ett år siden") % {"day": spoken_day(signed)}, "danger"


def held_below(said: Said) -> list[Said]:
    """What the units that hold their own have said, as it stood when the data was gathered."""
    return [
        dict(one)
        | {
            "signed_on": date.fromisoformat(one["signed_on"]) if one["signed_on"] else None,
            "mark": (Works(one["whole"]).label, WORKS[Works(one["whole"])])
            if one["whole"]
            else None,
        }
        for one in said["material"].get("held", [])
    ]


def extension_words(one: Extension) -> str:
    """Which units it says hold their own."""
    told = []
    if one.levels:
        told.append(_("alle på nivået %(levels)s") % {"levels": listed(one.levels)})
    if one.codes:
        told.append(_("enhetene %(codes)s") % {"codes": listed(one.codes)})
    return f"{_(' og ').join(told)}" if told else _("bare øverste nivå")


def parties(codes: Iterable[str]) -> str:
    return ", ".join(str(Party(one).label).lower() for one in codes)


def before_signing(*, old: bool, top: bool) -> str:
    """What one is told before one signs; `old` is that the data is too old."""
    stands = _(
        "Den blir stående som den er, og alle i virksomheten kan lese den. Det som kommer til"
        " senere, blir et tillegg."
    )
    if not top:
        stands = _(
            "Den blir stående som den er. Lederen over og alle i enheten kan lese den. Det som kommer"
            " til senere, blir et tillegg."
        )
    if not old:
        return stands
    late = _("Dataene er mer enn en måned gamle. Det kommer til å stå i forskriftskartet.")
    return f"{late} {stands}"


def history(steps: Iterable[AppraisalStep]) -> list[Told]:
    return told(steps, lambda step: with_note(in_words(_spoken(step), ACTS), step.note), JudgeForm)


def _spoken(step: AppraisalStep) -> AppraisalStep:
    """With the name of what was judged in the language of the reader."""
    if "item" in step.detail:
        step.detail = step.detail | {"name": named(step.detail["item"])}
    return step
