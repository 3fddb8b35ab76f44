"""The users' council: the list they are given, what they say, and what becomes of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from styrk.access import acting
from styrk.access.acting import ACT, Desk, Subject
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.feedback import commands, presenters, refusals, rules
from styrk.feedback.forms import council as forms
from styrk.feedback.models import Hearing
from styrk.feedback.queries import council as queries
from styrk.feedback.types import FEWEST_ANSWERS
from styrk.feedback.views import where
from styrk.feedback.views.acting import REFUSALS
from styrk.ui import pages
from styrk.ui.addresses import address_of


def _subject(hearing: Hearing) -> Subject:
    return Subject(
        way=[
            (_("Brukerutvalget"), address_of("feedback:council")),
            (f"{hearing}", address_of("feedback:hearing", hearing.uuid)),
        ],
        line=hearing.unit.name,
        quoted=hearing.said,
    )


DESK = Desk(
    name="hearing",
    find=queries.hearing,
    hold=queries.locked,
    is_for=rules.is_for_hearing,
    may=rules.may_on_hearing,
    subject=_subject,
    misfit=gettext_lazy("Dette passer ikke slik saken står nå."),
    refusals=REFUSALS,
)


@allowed(Permission.REPORT)
@require_safe
def council(request: Request) -> HttpResponse:
    """When the council was heard, and how far each hearing is."""
    unit = where.named(request)
    keeps = where.own(request) if unit is None else unit
    found = queries.hearings(request.standing, unit)
    values = {
        "unit": unit,
        "rows": [(one, presenters.hearing_mark(one)) for one in found],
        "keeps": keeps if keeps and rules.may_keep(request.standing, keeps.pk) else None,
    }
    return pages.render(request, "feedback/council.html", values)


@allowed(Permission.REPORT)
@require_safe
def hearing(request: Request, uuid: UUID) -> HttpResponse:
    """The list as it was given, what was said of it, and the answer."""
    found = DESK.found(request, uuid)
    values = {
        "hearing": found,
        "standing": presenters.hearing_mark(found),
        "themes": presenters.themes_told(found.material),
        "scores": presenters.scores_told(found.material),
        "mean": presenters.mean_days(found.material["days"]),
        "fewest": FEWEST_ANSWERS,
        "may": {
            act: rules.may_on_hearing(request.standing, found, act) for act in ("say", "reply")
        },
    }
    return pages.render(request, "feedback/hearing.html", values)


@allowed(Permission.ANSWER_VOICES)
@ACT
def lay(request: Request) -> HttpResponse:
    """Make the list of a period, and lay it before the council."""
    unit, today = where.own(request), clock.day(request.now)
    if unit is None or not rules.may_keep(request.standing, unit.pk):
        raise Http404
    first, last = queries.last_quarter(today)
    begun = {"council": _("Brukerutvalget"), "first_on": first, "last_on": last}
    form = forms.LayForm(acting.data(request), today=today, initial=begun | acting.draft(request))
    listed = f"{address_of('feedback:council')}?enhet={unit.code}"
    subject = Subject([(_("Brukerutvalget"), listed)], line=unit.name)

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            subject,
            title=_("Legg stemmene fram"),
            intro=_(
                "Styrk lager lista: temaer i tall, det som er endret, og resultater av undersøkelser."
                " Ingen av dem som fortalte, kan kjennes igjen."
            ),
            button=_("Lag lista"),
        )

    if not form.is_valid():
        return again()
    given = form.cleaned_data
    made = queries.material(request.standing, unit, given["first_on"], given["last_on"], today)
    return acting.attempt(
        request,
        lambda: commands.lay_before(
            unit=unit, material=made, by=request.person, now=request.now, **given
        ),
        _("Lista er laget. Skriv den ut, og skriv ned her hva utvalget sier."),
        refusals={
            **REFUSALS,
            refusals.LaidBefore: gettext_lazy("De har fått en liste fram til denne dagen før."),
        },
        back=lambda made: address_of("feedback:hearing", made.uuid),
        form=form,
        again=again,
    )


@allowed(Permission.ANSWER_VOICES)
@ACT
def say(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "say",
        forms.SayForm,
        commands.note_council,
        asked={"today": clock.day(request.now)},
        title=_("Skriv ned hva de sa"),
        intro=_("Lederen får det på Min side, og svarer innen en måned."),
        button=_("Lagre"),
        said=_("Lagret. Lederen har det på Min side."),
    )


@allowed(Permission.ANSWER_VOICES)
@ACT
def reply(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "reply",
        forms.ReplyForm,
        commands.reply_to_council,
        title=_("Svar dem som ble hørt"),
        button=_("Svar"),
        said=_("Svaret er lagret. Ta det med til neste møte."),
    )
