"""Where one acts on what the board has: what is said of it on the page of every act."""

from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.access.requests import Request
from styrk.board import presenters, queries, refusals, rules, wording
from styrk.board.models import BoardQuestion, Decision, Item, Meeting
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.Planned: gettext_lazy("Det er planlagt et møte den dagen allerede."),
    refusals.Frozen: gettext_lazy(
        "Pakken er laget, og sakslisten i den står. Ta saken av, eller meld en ny."
    ),
    refusals.PlanChanged: gettext_lazy(
        "Planen er en annen enn den som sto på sakslisten, eller er vedtatt. Sett den på sakslisten til et nytt møte."
    ),
    refusals.TooFar: gettext_lazy("Dagen er mer enn to år fram. Er året rett?"),
    refusals.TooSoon: gettext_lazy("Dagen passer ikke: velg en som er i dag eller senere."),
    refusals.Withdrawn: gettext_lazy("Saken er tatt av sakslisten."),
    refusals.WordsMissing: gettext_lazy("Her mangler ordene."),
}
MISFIT = gettext_lazy("Dette passer ikke slik det står nå.")


def home(unit: Unit) -> str:
    return f"{address_of('board:board')}?{urlencode({'enhet': unit.code})}"


def way(unit: Unit, *more: tuple[object, str]) -> list[tuple[object, str]]:
    return [(str(wording.BOARD_IN) % {"unit": unit.name}, home(unit)), *more]


def meeting_way(meeting: Meeting) -> list[tuple[object, str]]:
    here = address_of("board:meeting", meeting.uuid)
    return way(meeting.unit, (presenters.name_of(meeting), here))


def chosen(request: Request) -> tuple[Unit | None, list[Unit]]:
    """The organisation in the address, or that of one's own post; and all that one may read. 404 for others."""
    units = queries.organisations(request.standing, clock.day(request.now))
    code = request.GET.get("enhet", "")
    if code:
        found = next((one for one in units if one.code == code), None)
        if found is None:
            raise Http404
        return found, units
    own = {post.trust_id for post in request.standing.posts}
    return next((one for one in units if one.pk in own), next(iter(units), None)), units


def chosen_by(request: Request, rule: str) -> Unit:
    """The organisation in the address, for one whom the rule lets act there; or 404."""
    unit, _units = chosen(request)
    may = {"keep": rules.may_keep, "sit": rules.sits}[rule]
    if unit is None or not may(request.standing, unit.pk):
        raise Http404
    return unit


def _meeting(meeting: Meeting) -> Subject:
    return Subject(way=meeting_way(meeting), line=meeting.unit.name)


def _item(item: Item) -> Subject:
    return Subject(way=meeting_way(item.meeting), line=f"{item.number}. {item.title}")


def _decision(decision: Decision) -> Subject:
    here = (_("Vedtak"), address_of("board:decision", decision.uuid))
    return Subject(way=[*meeting_way(decision.item.meeting), here], quoted=decision.text)


def _question(question: BoardQuestion) -> Subject:
    here = (_("Spørsmål"), address_of("board:question", question.uuid))
    return Subject(way=way(question.unit, here), quoted=question.text)


MEETINGS = Desk(
    name="meeting",
    find=queries.meeting,
    hold=queries.locked,
    is_for=rules.keeps_meeting,
    may=rules.may_meeting,
    subject=_meeting,
    misfit=MISFIT,
    refusals=REFUSALS,
)
ITEMS = Desk(
    name="item",
    find=queries.item,
    hold=queries.locked_item,
    is_for=rules.keeps_item,
    may=rules.may_item,
    subject=_item,
    misfit=MISFIT,
    refusals=REFUSALS,
)
DECISIONS = Desk(
    name="decision",
    find=queries.decision,
    hold=queries.locked_decision,
    is_for=rules.follows,
    may=rules.may_follow,
    subject=_decision,
    misfit=MISFIT,
    refusals=REFUSALS,
)
QUESTIONS = Desk(
    name="question",
    find=queries.question,
    hold=queries.locked_question,
    is_for=rules.answers,
    may=rules.may_answer,
    subject=_question,
    misfit=MISFIT,
    refusals=REFUSALS,
)
