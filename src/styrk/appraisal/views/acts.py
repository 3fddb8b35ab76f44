"""Beginning, writing, signing and adding to a review: a page to each act."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, attempt, data, draft
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import STAND, Stand, of_fields
from styrk.access.requests import Request
from styrk.actions.views.deciding import decide
from styrk.appraisal import commands, forms, freezing, presenters, queries, rules, wording
from styrk.appraisal.models import ITEMS
from styrk.appraisal.views.acting import DESK, LEVELS, REFUSALS, address, listed
from styrk.appraisal.views.reading import chosen, mark, reviewing
from styrk.core import clock


@signed_in
@require_POST
def begin(request: Request) -> HttpResponse:
    """Begin the review of the organisation in the address."""
    unit = chosen(request, reviewing(request))
    if unit is None or not rules.may_write(request.standing, unit):
        raise Http404
    under_way = queries.under_way(unit)
    return attempt(
        request,
        lambda: commands.begin_appraisal(unit=unit, by=request.person, now=request.now),
        _("Gjennomgangen er begynt. Les først hva det ble av forrige gang."),
        refusals=REFUSALS,
        back=address,
        instead=address(under_way) if under_way else listed(unit),
    )


@signed_in
@ACT
def extend(request: Request, uuid: UUID) -> HttpResponse:
    """Decide which units hold their own besides the top, with what was decided before."""
    top = LEVELS.for_act(request, uuid, "extend")
    today = clock.day(request.now)
    decided = queries.decisions_to_extend(top)
    stands = forms.extension_of(next(iter(decided), None))
    form = forms.ExtendForm(
        data(request),
        levels=queries.levels_of(top, today),
        called=lambda words: queries.units_called(top, words, today),
        today=today,
        initial=stands | draft(request),
    )
    return LEVELS.page(
        request,
        top,
        "extend",
        form,
        lambda: commands.extend_appraisals(
            unit=top, extending=form.extending(), by=request.person, now=request.now
        ),
        title=_("Hvem holder sin egen gjennomgang?"),
        intro=_(
            "Øverste nivå holder den minst én gang i året. Det er loven. Her bestemmer dere om"
            " enheter under også holder sin egen. Velger dere ingen, er det bare øverste nivå."
        ),
        button=_("Lagre vedtaket"),
        said=_("Vedtaket er lagret. Lederne får oppgaven i natt."),
        stand=of_fields(form, stands, None, kept=True),
    )


@signed_in
@require_POST
def gather(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "gather")
    return DESK.do(
        request,
        found,
        lambda: commands.gather_again(appraisal=found, by=request.person, now=request.now),
        _("Dataene er hentet på nytt. Se om vurderingene fortsatt passer."),
    )


@signed_in
@ACT
def judge(request: Request, uuid: UUID, item: str) -> HttpResponse:
    """Judge one of the four parts, or a letter."""
    found = DESK.for_act(request, uuid, "judge")
    if item not in ITEMS:
        raise Http404
    verdict = next((one for one in found.verdicts.all() if one.item == item), None)
    stands = forms.verdict_of(verdict)
    form = forms.JudgeForm(data(request), initial=stands | draft(request))
    return DESK.page(
        request,
        found,
        "judge",
        form,
        lambda: commands.judge_item(
            appraisal=found, item=item, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=presenters.item_name(item),
        button=_("Lagre vurderingen"),
        said=_("Vurderingen er lagret."),
        back=f"{address(found)}#{item}",
        stand=of_fields(
            form, stands, found.steps.filter(act="judge", detail__item=item), kept=True
        ),
    )


@signed_in
@ACT
def judge_all(request: Request, uuid: UUID) -> HttpResponse:
    """Go through all the letters on one page, and agree with what needs no words in one act."""
    found = DESK.for_act(request, uuid, "judge")
    letters = found.material["letters"]
    verdicts = {one.item: one for one in found.verdicts.all()}
    stands = forms.letters_said(letters, verdicts)
    agreeing = {
        f"works_{one['key']}": rules.suggested(one) for one in letters if one["key"] not in verdicts
    }
    form = forms.LettersForm(
        data(request),
        letters=letters,
        verdicts=verdicts,
        initial=stands | agreeing | draft(request),
    )
    return DESK.page(
        request,
        found,
        "judge",
        form,
        lambda: commands.judge_letters(
            appraisal=found, judged=form.judged(), by=request.person, now=request.now
        ),
        title=_("Gå gjennom bokstavene"),
        intro=_(
            "Er du enig i det forskriftskartet viser, lar du valget stå. Mener du noe annet, velger du"
            " det og skriver hvorfor. Ingenting gjelder før du lagrer."
        ),
        button=_("Lagre vurderingene"),
        said=lambda count: (
            ngettext("%(count)s bokstav er vurdert.", "%(count)s bokstaver er vurdert.", count)
            % {"count": count}
        ),
        back=f"{address(found)}#compliance",
        template="appraisal/letters.html",
        sections=presenters.letter_sections(freezing.content(found, []), form),
        stand=of_fields(form, stands, found.steps.filter(act="judge"), kept=True),
    )


@signed_in
@ACT
def tell(request: Request, uuid: UUID) -> HttpResponse:
    """Write what the board and the staff are to know of it."""
    found = DESK.for_act(request, uuid, "tell")
    stands: dict[str, object] = {"to_board": found.to_board, "to_staff": found.to_staff}
    voice = wording.voice(top=rules.is_top(found.unit))
    form = forms.WordsForm(data(request), voice=voice, initial=stands | draft(request))
    return DESK.page(
        request,
        found,
        "tell",
        form,
        lambda: commands.write_words(
            appraisal=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=str(voice.say_all),
        intro=str(voice.stands),
        button=_("Lagre"),
        said=_("Det er skrevet i gjennomgangen."),
        back=f"{address(found)}#beskjed",
        stand=of_fields(form, stands, found.steps.filter(act="tell"), kept=True),
    )


@signed_in
@ACT
def inform(request: Request, uuid: UUID, item: str) -> HttpResponse:
    """Write what is known of something that Styrk has no data about."""
    found = DESK.for_act(request, uuid, "inform")
    if item not in {one["key"] for one in found.material.get("outside", ())}:
        raise Http404
    written = next((one for one in found.inputs.all() if one.item == item), None)
    stands = {"text": written.text if written else ""}
    form = forms.InputForm(data(request), initial=stands | draft(request))
    return DESK.page(
        request,
        found,
        "inform",
        form,
        lambda: commands.write_input(
            appraisal=found, item=item, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=str(presenters.OUTSIDE[item]),
        button=_("Lagre"),
        said=_("Det er skrevet i gjennomgangen."),
        back=f"{address(found)}#ikke-{item}",
        stand=of_fields(
            form, stands, found.steps.filter(act="inform", detail__item=item), kept=True
        ),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide(
        request,
        uuid,
        DESK,
        lambda found: found.unit,
        lambda found, plan: commands.decide_action(
            appraisal=found, plan=plan, by=request.person, now=request.now
        ),
    )


@signed_in
@ACT
def drop(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "drop",
        forms.ReasonForm,
        commands.drop_appraisal,
        title=_("Forkast utkastet"),
        intro=_(
            "Utkastet blir stående for dere som skriver gjennomgangen, og dere kan begynne på en ny."
            " Tiltak som er bestemt i det, ligger fortsatt i tiltakslisten."
        ),
        button=_("Forkast utkastet"),
        said=_("Utkastet er forkastet."),
    )


@signed_in
@ACT
def sign(request: Request, uuid: UUID) -> HttpResponse:
    """Sign the review as it was read: `lest` in the address is the mark of that."""
    found = DESK.for_act(request, uuid, "sign")
    read = {STAND: request.GET["lest"]} if "lest" in request.GET else {}
    unheard = presenters.parties(rules.missing(found))
    form = forms.SignForm(data(request), missing=unheard, initial=draft(request) | read)
    decided = queries.decisions_of(found)
    said = freezing.content(found, decided)
    then = _("Noe er endret siden du leste. Les gjennomgangen igjen. Signerer du, gjelder den nå.")
    return DESK.page(
        request,
        found,
        "sign",
        form,
        lambda: commands.sign_appraisal(
            appraisal=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Signer gjennomgangen"),
        intro=presenters.before_signing(found, decided=len(decided), on=clock.day(request.now)),
        button=_("Signer"),
        said=_("Gjennomgangen er signert."),
        stand=Stand(mark(found, said), then=then),
    )


@signed_in
@ACT
def add(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "add",
        forms.AddendumForm,
        commands.add_addendum,
        title=_("Legg til"),
        intro=_("Det som er signert, blir stående som det er."),
        button=_("Legg til"),
        said=_("Tillegget står under gjennomgangen."),
    )
