"""Beginning a tema, letting cases belong to it, and a page for each act with it."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed, signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.views.deciding import decide
from styrk.compliance.types import months_after
from styrk.core import clock
from styrk.organisation.models import Person, Unit
from styrk.patterns import commands, forms, queries, rules
from styrk.patterns.models import IncidentGroup, Theme
from styrk.patterns.views.acting import DESK, REFUSALS, THEMES, case_of, subject
from styrk.ui.addresses import address_of

# In the address: the samleavvik that becomes a tema.
FROM = "fra"


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def begin(request: Request) -> HttpResponse:
    """By itself, or with the reports of a samleavvik."""
    group = _group(request)
    units = [group.unit] if group else queries.units_handled(request.standing)
    if not units:
        raise Http404
    start = {"unit": str(units[0].uuid), "owner": str(request.person.uuid), "every": 3}
    if group:
        start |= {"title": group.title, "belongs": group.common}
    form = forms.AboutForm(
        acting.data(request),
        owners=_owners(request, units),
        units=units,
        initial=start | acting.draft(request),
    )
    home = subject(group) if group else acting.Subject([(_("Tema"), address_of("patterns:themes"))])

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            home,
            title=_("Gjør dette til et tema") if group else _("Nytt tema"),
            intro=_(
                "Et tema er for det som aldri blir ferdig, som fall, legemiddelfeil og vold. Det har"
                " tiltak, et diagram og faste gjennomganger, og er åpent så lenge dere arbeider med det."
            ),
            button=_("Begynn temaet"),
        )

    if not form.is_valid():
        return again()
    return acting.attempt(
        request,
        lambda: commands.begin_theme(
            unit=form.at, about=form.about, by=request.person, now=request.now, group=group
        ),
        _("Temaet er begynt."),
        refusals=REFUSALS,
        back=lambda theme: address_of("patterns:theme", theme.uuid),
        instead=home.home,
        form=form,
        again=again,
    )


def _group(request: Request) -> IncidentGroup | None:
    if FROM not in request.GET:
        return None
    try:
        uuid = UUID(request.GET[FROM])
    except ValueError:
        raise Http404 from None
    return DESK.for_act(request, uuid, "theme")


def _owners(request: Request, units: Iterable[Unit], *also: Person) -> list[Person]:
    on = clock.day(request.now)
    found = [
        one for unit in units for one in queries.possible_keepers(unit, on, request.person, *also)
    ]
    return list(dict.fromkeys(found))


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def belong(request: Request, uuid: UUID, incident: UUID) -> HttpResponse:
    """One press from the page of the case, with the answer of the tema; or here, to read it over first."""
    case = case_of(request, incident)
    theme = THEMES.for_act(request, uuid, "belong")
    if not rules.takes(theme, case) and request.method != "POST":
        raise Http404
    finishes = queries.finished_by_theme(case)
    form = forms.BelongForm(
        acting.data(request), initial={"said": theme.answer} | acting.draft(request)
    )
    return THEMES.page(
        request,
        theme,
        "belong",
        form,
        lambda: commands.belong(
            theme=theme, incident=case, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Hør til «%(title)s»") % {"title": theme.title},
        intro=_("Saken er ferdig fulgt opp som del av temaet. Du kan ta den ut igjen.")
        if finishes
        else _(
            "Saken regnes med i temaet, og følges opp for seg: Den er eller kunne blitt alvorlig, har"
            " egne tiltak, er ferdig fra før, eller kan måtte meldes videre."
        ),
        button=_("Hør til tema"),
        said=_("Saken hører til «%(title)s», og den som meldte, har fått svar.")
        % {"title": theme.title},
        back=address_of("incidents:incident", case.uuid),
    )


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def leave(request: Request, uuid: UUID, incident: UUID) -> HttpResponse:
    case = case_of(request, incident)
    theme = THEMES.for_act(request, uuid, "leave")
    member = queries.theme_member(theme, case)
    if member is None:
        raise Http404
    form = forms.TakeOutForm(acting.data(request), initial=acting.draft(request))
    return THEMES.page(
        request,
        theme,
        "leave",
        form,
        lambda: commands.leave_theme(
            theme=theme, member=member, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Ta saken ut av temaet"),
        intro=str(case),
        button=_("Ta ut"),
        said=_("Saken hører ikke til temaet lenger."),
        back=address_of("incidents:incident", case.uuid),
    )


@signed_in
@ACT
def change(request: Request, uuid: UUID) -> HttpResponse:
    theme = THEMES.for_act(request, uuid, "change")
    stands = forms.about_of(theme)
    form = forms.AboutForm(
        acting.data(request),
        owners=_owners(request, [theme.unit], theme.owner),
        initial=stands | acting.draft(request),
    )
    return THEMES.page(
        request,
        theme,
        "change",
        form,
        lambda: commands.change_theme(
            theme=theme, about=form.about, by=request.person, now=request.now
        ),
        title=_("Endre temaet"),
        button=_("Lagre"),
        said=_("Temaet er endret."),
        stand=of_fields(form, stands, theme.steps.filter(act="change")),
    )


@signed_in
@ACT
def review(request: Request, uuid: UUID) -> HttpResponse:
    theme = THEMES.for_act(request, uuid, "review")
    form = forms.ReviewForm(
        acting.data(request),
        theme=theme,
        next_on=months_after(clock.day(request.now), theme.every),
        initial=acting.draft(request),
    )
    return THEMES.page(
        request,
        theme,
        "review",
        form,
        lambda: commands.review_theme(
            theme=theme, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Gå gjennom temaet"),
        button=_("Lagre gjennomgangen"),
        said=_("Gjennomgangen er lagret. Neste gang står på Min side hos den som eier temaet."),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide(
        request,
        uuid,
        THEMES,
        lambda theme: theme.unit,
        lambda theme, plan: commands.add_measure(
            theme=theme, plan=plan, by=request.person, now=request.now
        ),
    )


@signed_in
@ACT
def rest(request: Request, uuid: UUID) -> HttpResponse:
    return THEMES.worded(
        request,
        uuid,
        "rest",
        forms.RestForm,
        commands.rest_theme,
        title=_("La temaet hvile"),
        button=_("La det hvile"),
        said=_("Temaet hviler. Du kan ta det opp igjen."),
    )


@signed_in
@require_POST
def wake(request: Request, uuid: UUID) -> HttpResponse:
    theme: Theme = THEMES.for_act(request, uuid, "wake")
    return THEMES.do(
        request,
        theme,
        lambda: commands.wake_theme(theme=theme, by=request.person, now=request.now),
        _("Temaet er tatt opp igjen."),
    )
