"""The content in words, the same on the page and on paper."""

from collections.abc import Sequence
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.actions.states import Effect
from styrk.actions.states import State as ActionState
from styrk.requirements import periods
from styrk.requirements.annual.shape import ActionTold, Answer, Content, Document, Numbers, Word
from styrk.requirements.states import Course, Kind
from styrk.ui.words import spoken_day

WHY: dict[str, Promise] = {
    "late": gettext_lazy("Svaret er for sent: %(units)s."),
    "waiting": gettext_lazy("Har ikke svart: %(units)s."),
    "without_report": gettext_lazy("Har ikke sagt hvordan det går: %(units)s."),
}
COUNTED: dict[str, Promise] = {
    "not_met": gettext_lazy("%(n)s ikke oppfylt"),
    "at_risk": gettext_lazy("%(n)s usikkert"),
    "on_course": gettext_lazy("%(n)s i rute"),
    "met": gettext_lazy("%(n)s oppfylt"),
    "declined": gettext_lazy("%(n)s gjelder ikke"),
    "without_report": gettext_lazy("%(n)s uten status"),
    "waiting": gettext_lazy("%(n)s venter på svar"),
    "late": gettext_lazy("%(n)s for sene svar"),
}


def course(code: str) -> str:
    return str(Course(code).label) if code else _("Ingen status")


def stands(answer: Answer) -> str:
    """How the unit itself stands with it."""
    if answer.stands == "declined":
        return _("Gjelder ikke her")
    if not answer.placement:
        return _("Gitt til andre")
    if not answer.asks and not answer.course:
        return str(Kind.INFORMATION.label)
    return course(answer.course)


def compiled(answer: Answer) -> str:
    """How it goes here and below together: «Usikkert», or «Oppfylt hos 1 av 4» till all have spoken."""
    if not answer.below.units:
        return "–"
    return course(answer.compiled) if answer.compiled else partly(*answer.share)


def partly(worst: str, saying: int, asked: int) -> str:
    """«Oppfylt hos 1 av 4», where the others have not said how it goes."""
    if not worst:
        return course("")
    return _("%(course)s hos %(n)s av %(all)s") % {
        "course": course(worst),
        "n": saying,
        "all": asked,
    }


def word(told: Word, year: int) -> str:
    """What one that was asked says of itself: «Usikkert (2. tertial 2026)»."""
    if told.stands == "declined":
        return _("Gjelder ikke her")
    said = course(told.course)
    return said if told.period in ("", str(year)) else f"{said} ({periods.spoken(told.period)})"


def called(answer: Answer) -> str:
    """«3.1 Ventetid», or the beginning of the sentence where it has no title."""
    title = answer.title or _begun(answer.text)
    return f"{answer.point} {title}".strip()


def _begun(text: str, most: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def document(found: Document) -> str:
    return f"{found.title} {found.label}".strip()


def source(answer: Answer, found: Document) -> str:
    """*Document + year + point*."""
    return _("%(document)s, punkt %(point)s") % {
        "document": document(found),
        "point": answer.point,
    }


def said_of(answer: Answer, year: int) -> str:
    """Of what the words were said, where that is not the whole year."""
    return "" if answer.period in ("", str(year)) else periods.spoken(answer.period)


def below(numbers: Numbers) -> str:
    """«5 enheter under: 1 usikkert, 3 i rute, 1 uten status.»"""
    if not numbers.units:
        return ""
    units = ngettext("%(n)s enhet under", "%(n)s enheter under", numbers.units)
    counts = [
        str(text) % {"n": getattr(numbers, key)}
        for key, text in COUNTED.items()
        if getattr(numbers, key)
    ]
    return f"{units % {'n': numbers.units}}: {', '.join(counts)}."


def lacks(answer: Answer, unit: str) -> list[str]:
    """What is missing, and from whom: «Har ikke svart: Kirurgisk klinikk og 2 enheter til.»"""
    if not answer.asks:
        return []
    said = []
    for why, text in WHY.items():
        own = [unit] if answer.own_lack == why else []
        below = [one.unit for one in answer.lacks if one.why == why]
        if found := _named([*own, *below], getattr(answer.below, why) - len(below)):
            said.append(str(text) % {"units": found})
    return said


def troubles(answer: Answer) -> list[str]:
    """The units below that may not get there: «Usikkert: Medisinsk klinikk.»"""
    said = []
    for code in ("not_met", "at_risk"):
        below = [one.unit for one in answer.troubles if one.course == code]
        if found := _named(below, getattr(answer.below, code) - len(below)):
            said.append(f"{course(code)}: {found}.")
    return said


def _named(units: Sequence[str], more: int) -> str:
    """«A, B og 3 enheter til», «3 enheter»."""
    names = ", ".join(units)
    if more <= 0:
        return names
    if not names:
        return ngettext("%(n)s enhet", "%(n)s enheter", more) % {"n": more}
    rest = ngettext("og %(n)s enhet til", "og %(n)s enheter til", more) % {"n": more}
    return f"{names} {rest}"


def action(told: ActionTold) -> str:
    """«Ny poliklinikk: virket», or how far it has come and by when."""
    if told.state == ActionState.FINISHED and told.effect:
        return f"{told.title}: {str(Effect(told.effect).label).lower()}"
    stands_at = str(ActionState(told.state).label).lower()
    if told.state != ActionState.PLANNED:
        return f"{told.title}: {stands_at}"
    return _("%(title)s: %(state)s, frist %(due)s") % {
        "title": told.title,
        "state": stands_at,
        "due": spoken_day(date.fromisoformat(told.due)),
    }


def actions_below(answer: Answer) -> str:
    """How many the units below have decided, and what became of them."""
    if not answer.actions_below:
        return ""
    number = answer.actions_below
    decided = ngettext("%(n)s tiltak i enhetene under", "%(n)s tiltak i enhetene under", number)
    return _("%(decided)s, %(done)s iverksatt, %(worked)s med effekt.") % {
        "decided": decided % {"n": number},
        "done": answer.done_below,
        "worked": answer.worked_below,
    }


def gaps(content: Content) -> list[str]:
    """What the whole of it lacks."""
    lacking = len(content.lacking)
    said = [
        (not content.documents, _("Eieren har ikke lagt noen krav hos enheten dette året.")),
        (
            bool(lacking),
            ngettext(
                "%(n)s krav mangler svar eller status.",
                "%(n)s krav mangler svar eller status.",
                lacking,
            )
            % {"n": lacking},
        ),
        (not content.foreword.strip(), _("Forordet er ikke skrevet.")),
        (not content.plan.strip(), _("Planen for de neste årene er ikke skrevet.")),
        (not content.hearings, _("Ingen er hørt om planen.")),
        (
            any(not one.outcome.strip() for one in content.hearings),
            _("Det er ikke sagt hva alle innspillene førte til."),
        ),
    ]
    return [text for is_so, text in said if is_so]


def figures(content: Content) -> Sequence[tuple[str, int, str]]:
    """How many requirements stand where: the words, the number, and the course."""
    return [
        (course(code) if code else _("Mangler svar eller status"), number, code)
        for code, number in content.courses.items()
    ]
