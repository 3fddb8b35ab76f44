"""The content as chapters of blocks: what the page, the paper and the spreadsheet are all made from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.core.papers import Facts, Note, Quote
from styrk.indicators.states import Area as Areas
from styrk.review.pack import drawings, grids, tells, words
from styrk.review.pack.blocks import Block, Chapter
from styrk.review.pack.essence import counted, essence, zones
from styrk.review.pack.shape import Content, Figure, Section
from styrk.ui.charts import figure as written


def chapters(content: Content) -> list[Chapter]:
    """In order, each with its number before its title."""
    return list(each(content))


def each(content: Content) -> Iterator[Chapter]:
    """The same, one at a time."""
    return (_chapter(content, one, number) for number, one in enumerate(content.sections, 1))


@dataclass(frozen=True)
class Area:
    """The units below side by side in one area; `essence` is what there is, in one line."""

    code: str
    name: str
    essence: str
    blocks: Sequence[Block]


def beside(content: Content) -> Iterator[Area]:
    """The units below side by side, area by area in the order of a report."""
    for code in Areas.values:
        if found := tuple(_compared(content, code)):
            essence = counted(len({one.code for one in content.compared(code)}))
            yield Area(code, words.area(code), essence, found)


def _chapter(content: Content, one: Section, number: int) -> Chapter:
    return Chapter(
        code=one.code,
        title=f"{number} {words.said(one.title)}",
        ask=words.said(one.ask),
        written=one.written,
        text=one.text,
        by=one.by,
        at=one.at,
        lacks=one.lacks_words,
        essence=essence(content, one),
        blocks=tuple(_blocks(content, one, number)),
    )


def _blocks(content: Content, one: Section, number: int) -> Iterator[Block]:
    if number == 1:
        yield from _unsent(content)
    for what in one.shows:
        yield from _shown(content, what)


def _unsent(content: Content) -> Iterator[Block]:
    """First of all: that the totals are of more than what was sent."""
    if names := content.unsent:
        text = _(
            "Tallene for %(units)s er med i summene, men er ikke sendt. Der enhetene står side om side,"
            " står bare det som er sendt."
        ) % {"units": ", ".join(names)}
        yield Note(_("Summene har med tall som ikke er sendt"), text, "warning")


def _shown(content: Content, what: str) -> Iterator[Block]:
    name, _dot, area = what.partition(".")
    if area:
        return OF_AREA[name](content, area)
    return WHOLE[name](content)


def _summary(content: Content) -> Iterator[Block]:
    main = list(content.main())
    if not main:
        yield Note(_("Ingen tall ennå"), _("Ingen indikator har budsjett eller mål for enheten."))
        return
    yield grids.figures(main, _("Hovedtall"))
    yield from _late_figures(content)
    yield from _tells(tells.standing_out(main), _("Det som skiller seg ut"))
    yield from _more_charts(content)
    yield from drawings.controls([one for one in content.figures if not _has_chapter(content, one)])


def _has_chapter(content: Content, one: Figure) -> bool:
    return any(f"figures.{one.area}" in each.shows for each in content.sections)


def _more_charts(content: Content) -> Iterator[Block]:
    """Those that stand out without a chart in the report."""
    out = tells.standing_out(content.figures)
    more = [one.name for one in out if one.chart is None]
    if more and len(more) < len(out):
        told = {"n": len(out) - len(more), "all": len(out), "more": ", ".join(more)}
        text = _(
            "%(all)s indikatorer skiller seg ut. Rapporten har kontrolldiagram for de %(n)s tydeligste. Uten diagram her: %(more)s."
        )
        yield Note(_("Flere skiller seg ut"), text % told)


def _tells(found: Sequence[Figure], caption: str) -> Iterator[Block]:
    if any(one.tells for one in found):
        yield tells.grid(found, caption)


def _late_figures(content: Content) -> Iterator[Block]:
    """Those whose source is always behind, as sick leave is: nobody is to think that they are missing."""
    if found := words.is_behind(content):
        told = [f"{one.name}: {words.behind(one)}" for one in found]
        yield Note(_("Tall som kommer senere"), "\n".join(told))


def _status(content: Content) -> Iterator[Block]:
    found = list(drawings.status(content))
    if not found:
        yield Note(_("Ingen tall ennå"), _("Ingen hovedtall har budsjett eller tall fra i fjor."))
    yield from found


def _figures(content: Content, area: str) -> Iterator[Block]:
    found = content.of_area(area)
    if not found:
        yield Note(_("Ingen indikatorer"), words.area(area))
        return
    yield grids.figures(found, words.area(area))
    yield from _tells(found, _("%(area)s: hva tallene forteller") % {"area": words.area(area)})
    yield from drawings.controls(found)
    yield from drawings.courses(found)


def _compared(content: Content, area: str) -> Iterator[Block]:
    yield from grids.compared(content, area)
    yield from grids.against_budget(content, area)
    yield from drawings.beside(content, area)
    yield from drawings.funnels(content, area)


def _requirements(content: Content) -> Iterator[Block]:
    if not content.requirements:
        yield Note(_("Ingen krav"), _("Ingen krav rapporteres i denne perioden."))
    for document in content.requirements:
        yield grids.requirements(document)


def _risks(content: Content) -> Iterator[Block]:
    found = content.risks
    if found is None:
        return
    if not found.taken_on:
        yield Note(
            _("Risikobildet mangler"), _("Ingen har tatt risikobildet for tertialet."), "warning"
        )
        return
    yield Facts(
        (
            (_("Tatt"), words.when(found.taken_on)),
            (_("I enheten"), zones(found.counts) or _("ingen")),
            (_("I enhetene under"), zones(found.below) or _("ingen")),
        )
    )
    if found.summary.strip():
        yield Quote(found.summary)
    if found.risks:
        yield grids.risks(found)


def _actions(content: Content) -> Iterator[Block]:
    found = content.actions
    if found is None:
        return
    told = (
        (_("Besluttet i perioden"), found.raised),
        (_("Iverksatt i perioden"), found.carried_out),
        (_("Av dem med vurdert effekt"), found.judged),
        (_("Av dem som virket, helt eller delvis"), found.worked),
        (_("Planlagt nå"), found.planned),
        (_("Av dem over fristen"), found.late),
        (_("Iverksatt uten kjent effekt"), found.unknown),
    )
    yield Facts(tuple((name, written(number, 0)) for name, number in told))
    if found.unknown:
        text = ngettext(
            "%(n)s tiltak er iverksatt uten at noen vet om det virket.",
            "%(n)s tiltak er iverksatt uten at noen vet om de virket.",
            found.unknown,
        )
        yield Note(_("Uten kjent effekt"), text % {"n": written(found.unknown, 0)}, "warning")


def _incidents(content: Content) -> Iterator[Block]:
    found = content.incidents
    if found is None:
        return
    told = (
        (_("Avvik meldt i perioden"), found.total),
        (_("Samme periode i fjor"), found.total_before),
        (_("Forslag til forbedring"), found.suggestions),
        (_("Noe som gikk bra"), found.good),
    )
    yield Facts(tuple((name, words.counted(number)) for name, number in told))
    yield grids.incidents(found)


def _below(content: Content) -> Iterator[Block]:
    if not content.below:
        return
    if missing := content.missing:
        names = ", ".join(one.unit for one in missing)
        yield Note(_("Har ikke sendt rapporten"), names, "warning")
    if back := content.sent_back:
        names = ", ".join(one.unit for one in back)
        text = _("%(units)s. Her står det som ble sendt.") % {"units": names}
        yield Note(_("Sendt tilbake med spørsmål"), text, "warning")
    yield grids.below(content)
    for one in content.below:
        if one.summary.strip():
            yield Quote(one.summary, one.unit)


def _sources(content: Content) -> Iterator[Block]:
    if content.figures:
        yield grids.sources(content.figures)


WHOLE: dict[str, Callable[[Content], Iterator[Block]]] = {
    "summary": _summary,
    "status": _status,
    "requirements": _requirements,
    "risks": _risks,
    "actions": _actions,
    "incidents": _incidents,
    "below": _below,
    "sources": _sources,
}
OF_AREA: dict[str, Callable[[Content, str], Iterator[Block]]] = {
    "figures": _figures,
    "comparison": _compared,
}
