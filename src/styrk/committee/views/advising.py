"""Giving advice to a leader, and what the leader answers."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.views.deciding import decide
from styrk.committee import commands, forms, queries
from styrk.committee.models import Advice
from styrk.committee.types import DAYS_TO_ANSWER
from styrk.committee.views.acting import ADVICE, CASES
from styrk.core import clock


@signed_in
@ACT
def advise(request: Request, uuid: UUID) -> HttpResponse:
    found = CASES.for_act(request, uuid, "advise")
    today = clock.day(request.now)
    form = forms.AdviceForm(
        data(request),
        leaders=queries.advised(found.incident, today),
        today=today,
        initial={"due": today + timedelta(days=DAYS_TO_ANSWER)} | draft(request),
    )
    return CASES.page(
        request,
        found,
        "advise",
        form,
        lambda: commands.give_advice(
            case=found,
            to_unit=form.to_unit,
            text=form.cleaned_data["text"],
            due=form.cleaned_data["due"],
            by=request.person,
            now=request.now,
        ),
        title=_("Gi råd"),
        intro=_("Lederen svarer om rådet følges, eller hvorfor ikke. Dere får svaret."),
        button=_("Gi rådet"),
        said=_("Rådet er gitt, og lederen har fått det på Min side."),
    )


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    found: Advice = ADVICE.for_act(request, uuid, "answer")
    form = forms.AnswerForm(data(request), initial=draft(request))
    return ADVICE.page(
        request,
        found,
        "answer",
        form,
        lambda: commands.answer_advice(
            advice=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Svar på rådet"),
        button=_("Send svaret"),
        said=_("Utvalget har fått svaret."),
    )


@signed_in
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    return ADVICE.worded(
        request,
        uuid,
        "withdraw",
        forms.WhyForm,
        commands.withdraw_advice,
        title=_("Trekk rådet"),
        button=_("Trekk rådet"),
        said=_("Rådet er trukket."),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide(
        request,
        uuid,
        ADVICE,
        lambda advice: advice.to_unit,
        lambda advice, plan: commands.follow_with_action(
            advice=advice, plan=plan, by=request.person, now=request.now
        ),
    )
