"""What a board is shown of its organisation on a day, from what every app knows.

The numbers are of the organisation and all below it, and say nothing of any person or case. What is
named is goals' and requirements' sort: indicators, letters, the board's own decisions. Other apps add a
section of their own through the `panels` door, by the kind `board`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from styrk.access.queries import Standing
from styrk.board import rules, wording
from styrk.board.figures import shown
from styrk.board.models import BoardQuestion, Decision, Item
from styrk.board.overdue import before_board, looked_over, reports_up
from styrk.board.queries import Papers, content_of
from styrk.board.signals import signals
from styrk.board.since import changed_since, status_word
from styrk.board.types import Content, Figure, Line, Section
from styrk.board.weighing import Held, weighed
from styrk.incidents.heard import Heard
from styrk.organisation.models import Unit
from styrk.regulation.letters import PROVISIONS
from styrk.regulation.types import Status
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Panel
from styrk.ui.words import spoken_day
from styrk.yearly.models import FollowUp

MARKS: Mapping[Status, tuple[str, str]] = {
    Status.NOT_SHOWN: ("Ikke vist", "warning"),
    Status.UNKNOWN: ("Kan ikke vises ennå", "neutral"),
}


def content(
    unit: Unit, papers: Papers, standing: Standing, on: date, panels: Sequence[Panel] = ()
) -> Content:
    """What is shown on the day, in the language that is active, beside the pack of the last meeting."""
    (found,) = weighed([unit], on)
    before = content_of(papers.pack) if papers.pack else None
    then = {one.key: one.value for one in before.figures()} if before else {}
    letters = {str(one.evidence.letter): str(one.status) for one in found.letters}

    def figures(area: str) -> tuple[Figure, ...]:
        return shown(area, found.values, then, unit, standing)

    made = (
        _decisions(papers),
        _questions(papers),
        signals(unit, standing),
        Section(
            "goals",
            _("Mål"),
            figures=figures("goals"),
            url=f"{address_of('goals:goals')}?enhet={unit.code}",
        ),
        Section("risks", _("Risiko"), figures=figures("risks")),
        Section("serious", _("Alvorlige hendelser og frister"), figures=figures("incidents")),
        looked_over(figures("inspections"), papers.appraisal, on),
        before_board(unit, papers, on, inside=rules.belongs(standing, unit.pk)),
        reports_up(papers.late, figures("reports")),
        _letters(unit, found.letters),
        Section("actions", _("Tiltak og virkningen av dem"), figures=figures("actions")),
        _reporters(found.heard, figures("voices"), then.get("reporters.share")),
        *(_panel(one) for one in panels),
    )
    since = changed_since(made, before, letters)
    return Content(
        unit=unit.name,
        code=unit.code,
        on=on.isoformat(),
        before_on=before.on if before else "",
        before_digest=papers.pack.digest if papers.pack else "",
        letters=letters,
        sections=(since, *made),
    )


def _decisions(papers: Papers) -> Section:
    """What the board decided and nobody has told of, and what was told since its last pack."""
    lines = (
        *(_decision(one) for one in papers.decisions if _is_new(one, papers)),
        *(_followed(one) for one in papers.followed if _is_new(one, papers)),
    )
    title = str(wording.DECIDED_BECAME)
    said = () if lines else (_("Ingen vedtak venter."),)
    return Section("decisions", title, said=said, lines=lines)


def _is_new(one: Decision | FollowUp, papers: Papers) -> bool:
    return one.told_at is None or papers.seen is None or one.told_at >= papers.seen


def _followed(one: FollowUp) -> Line:
    who = {"owner": one.owner.name, "due": spoken_day(one.due)}
    return Line(
        one.treatment.words,
        one.told or _("%(owner)s, frist %(due)s") % who,
        address_of("yearly:report", one.treatment.report.uuid),
        (_told(one),),
    )


def _told(one: Decision | FollowUp) -> tuple[str, str]:
    return (_("Meldt tilbake"), "success") if one.told_at else (_("Venter på svar"), "info")


def _decision(one: Decision) -> Line:
    who = {"owner": one.owner.name, "due": spoken_day(one.due)}
    told = [one.told or _("%(owner)s, frist %(due)s") % who]
    if one.why:
        day = {"day": spoken_day(one.decided_at), "why": one.why}
        told.append(_("Rettet %(day)s: %(why)s") % day)
    return Line(
        one.text,
        "\n".join(told),
        address_of("board:decision", one.uuid),
        (_told(one),),
        closed=bool(one.item.closed),
    )


def _questions(papers: Papers) -> Section:
    since = papers.seen
    mine = [
        one
        for one in papers.questions
        if one.answered_at is None or since is None or one.answered_at >= since
    ]
    said = () if mine else (_("Ingen spørsmål venter."),)
    title = str(wording.QUESTION)
    return Section("questions", title, said=said, lines=tuple(_question(one) for one in mine))


def _question(one: BoardQuestion) -> Line:
    due = _("%(name)s, svar innen %(due)s") % {
        "name": one.asked_by.name,
        "due": spoken_day(one.due),
    }
    state = (_("Besvart"), "success") if one.answered_at else (_("Venter på svar"), "info")
    return Line(one.text, one.answer or due, address_of("board:question", one.uuid), (state,))


def _letters(unit: Unit, letters: Sequence[Held]) -> Section:
    """Those that nothing shows, or that somebody judges so, each with why; and those only judged to be."""
    bare = [one for one in letters if one.status in MARKS or one.is_shown_by_judgement]
    title = _("Bokstaver i forskriften uten bevis")
    lines = tuple(_letter(one) for one in bare)
    if not lines:
        return Section("letters", title, said=(_("Alle bokstavene har bevis, helt eller delvis."),))
    return Section(
        "letters", title, lines=lines, url=f"{address_of('forskriftskart:map')}?enhet={unit.code}"
    )


def _letter(one: Held) -> Line:
    provision = PROVISIONS[one.evidence.letter]
    word = _("Reglene er slått av") if one.is_off else status_word(one.status)
    marks = [(word, MARKS.get(one.status, ("", "info"))[1])]
    why = one.evidence.explanation
    if one.judgement and one.judgement.until:
        told = {"name": one.judgement.by.name, "day": spoken_day(one.judgement.until)}
        judged = _("Vurdert av %(name)s, gjelder til %(day)s.") % told
        why = f"{judged} {one.judgement.reason}\n{why}"
        marks.append((_("Vurdert"), "neutral"))
    return Line(f"{provision.reference} {provision.title}", why, "", tuple(marks))


def _reporters(heard: Heard, voices: tuple[Figure, ...], then: int | None) -> Section:
    title = _("Svar til dem som melder")
    if heard.share is None:
        said = _("Det er for få meldinger til å si hvor mange som har fått svar.")
        return Section("reporters", title, said=(said,), figures=voices)
    text = _(
        "%(heard)s av %(reported)s meldinger fra de siste tre månedene har fått svar. De nyeste dagene er"
        " ikke med."
    )
    said = text % {"heard": heard.heard, "reported": heard.reported}
    what = _("Meldere som har fått svar, prosent")
    share = Figure("reporters.share", what, heard.share, then)
    return Section("reporters", title, said=(said,), figures=(share, *voices))


def _panel(panel: Panel) -> Section:
    """A section that another app adds, as a list (`ui.boxes.listing`)."""
    lines = tuple(
        Line(
            str(one.title),
            one.under,
            one.href,
            tuple((str(label), colour) for label, colour in one.tags),
        )
        for one in panel.values.get("lines", ())
    )
    key = panel.anchor or "panel"
    return Section(
        key, str(panel.title), lines=lines, more=panel.values.get("more", 0), inside=True
    )


def with_agenda(content: Content, items: Iterable[Item]) -> Content:
    """The same with the cases of a meeting first, as they go into its pack."""
    return replace(content, sections=(_agenda(items), *content.sections))


def is_agenda_of(content: Content, items: Iterable[Item]) -> bool:
    """Whether the cases of the meeting are still those of its pack."""
    with translation.override(settings.LANGUAGE_CODE):
        return _agenda(items) == content.sections[0]


def _agenda(items: Iterable[Item]) -> Section:
    lines = tuple(_case(one) for one in items)
    said = () if lines else (_("Ingen saker er meldt."),)
    return Section("agenda", _("Saksliste"), said=said, lines=lines)


def _case(one: Item) -> Line:
    tags = ((_("Lukket"), "warning"),) if one.closed else ()
    under = "\n".join(part for part in (one.text, one.source_title, one.closed) if part)
    return Line(f"{one.number}. {one.title}", under, one.source_path, tags, closed=bool(one.closed))


def frozen_for(content: Content, *, inside: bool) -> Content:
    """A pack as somebody reads it: what is closed, and what others' registers name, is for those of the
    organisation.
    """
    if inside:
        return content
    return opened(
        replace(content, sections=tuple(one for one in content.sections if not one.inside))
    )


def opened(content: Content) -> Content:
    """Without what belongs to cases that are held closed."""
    return replace(content, sections=tuple(_open(one) for one in content.sections))


def _open(section: Section) -> Section:
    return replace(section, lines=tuple(one for one in section.lines if not one.closed))
