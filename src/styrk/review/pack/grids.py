"""The tables of a report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from styrk.requirements.annual import Document
from styrk.requirements.annual import words as answers
from styrk.review.pack import tells, words
from styrk.review.pack.blocks import Cell, Grid, counted, difference, number, plain
from styrk.review.pack.shape import Below, Content, Figure, Incidents, Risks
from styrk.review.pack.suppressing import SMALLEST

# Units beside each other in one table; the others stand in the next.
ABREAST = 6
# So many indicators of an area are compared in detail.
IN_DETAIL = 5


def figures(found: Sequence[Figure], caption: str) -> Grid:
    """The year so far against the budget and last year, and the estimate: one row an indicator.

    Without what none of them has.
    """
    return _without_empty(_figures(found, caption))


def _without_empty(grid: Grid) -> Grid:
    kept = [
        at for at in range(len(grid.header)) if any(row[at].text != words.NONE for row in grid.rows)
    ]
    return replace(
        grid,
        header=tuple(grid.header[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in grid.rows),
        widths=tuple(grid.widths[at] for at in kept),
        numbers=frozenset(new for new, at in enumerate(kept) if at in grid.numbers),
    )


def _figures(found: Sequence[Figure], caption: str) -> Grid:
    return Grid(
        caption=_("%(what)s (HiÅ: hittil i år)") % {"what": caption},
        header=(
            _("Indikator"),
            _("Siste"),
            _("Faktisk HiÅ"),
            _("Budsjett HiÅ"),
            _("Avvik HiÅ"),
            _("HiÅ i fjor"),
            _("Mål"),
            _("Estimat for året"),
        ),
        rows=tuple(_row(one) for one in found),
        widths=(9, 4, 4, 4, 4, 4, 4, 4),
        numbers=frozenset(range(1, 8)),
        note=words.lacks(found),
    )


def _row(one: Figure) -> tuple[Cell, ...]:
    remark = words.remark(one)
    name = f"{words.measured(one)}\n{remark}" if remark else words.measured(one)
    instead = str(words.STANDING.get(one.standing, words.NONE))
    return (
        plain(name),
        number(one.latest, one.decimals, instead),
        number(one.actual, one.decimals),
        _planned(one, "budget"),
        difference(one.deviation, one.decimals, words.tone(one, one.deviation)),
        _planned(one, "last_year"),
        number(one.target, one.decimals),
        _planned(one, "estimate"),
    )


def _planned(one: Figure, name: str) -> Cell:
    """What the year so far is held against; where something is known of it but too little, that it is so."""
    instead = _("kan ikke sies") if name in one.untold else words.NONE
    return number(getattr(one, name), one.decimals, instead)


def compared(content: Content, area: str) -> Iterator[Grid]:
    """The units below side by side in the same rows: the year so far."""
    codes = _codes(content, area)
    if not codes:
        return
    for at in range(0, len(content.below), ABREAST):
        abreast = content.below[at : at + ABREAST]
        yield Grid(
            caption=_("%(area)s: enhetene side om side, hittil i år") % {"area": words.area(area)},
            header=(_("Indikator"), *(one.unit for one in abreast)),
            rows=tuple(_compared(one, abreast) for one in codes.values()),
            widths=(4, *(2 for _one in abreast)),
            numbers=frozenset(range(1, 1 + len(abreast))),
            note=words.lacks_below(abreast, set(codes)),
        )


def against_budget(content: Content, area: str) -> Iterator[Grid]:
    """The units below under each other, for the first indicators of the area that have a budget."""
    planned = [
        code
        for code in _codes(content, area)
        if any(one.budget is not None for one in _each(content.below, code))
    ]
    for code in planned[:IN_DETAIL]:
        row = next(iter(_each(content.below, code)))
        yield Grid(
            caption=_("%(what)s (HiÅ: hittil i år)") % {"what": words.measured(row)},
            header=(
                _("Enhet"),
                _("Faktisk HiÅ"),
                _("Budsjett HiÅ"),
                _("Avvik HiÅ"),
                _("HiÅ i fjor"),
                _("Estimat for året"),
            ),
            rows=tuple(_against_budget(one, code) for one in content.below),
            widths=(9, 4, 4, 4, 4, 4),
            numbers=frozenset(range(1, 6)),
            note=words.lacks_below(content.below, {code}),
        )


def _each(below: Sequence[Below], code: str) -> list[Figure]:
    return [one for each in below for one in each.figures if one.code == code]


def _against_budget(below: Below, code: str) -> tuple[Cell, ...]:
    found = _each([below], code)
    if not found:
        instead = words.NONE if below.version else _("ikke sendt")
        return (plain(below.unit), plain(instead), *[plain(words.NONE)] * 4)
    (one,) = found
    return (
        plain(below.unit),
        number(one.actual, one.decimals),
        _planned(one, "budget"),
        difference(one.deviation, one.decimals, words.tone(one, one.deviation)),
        _planned(one, "last_year"),
        _planned(one, "estimate"),
    )


def _codes(content: Content, area: str) -> dict[str, Figure]:
    """One figure of each indicator of the area, in the order they first come."""
    found: dict[str, Figure] = {}
    for below in content.below:
        for one in below.figures:
            if one.area == area:
                found.setdefault(one.code, one)
    return found


def _compared(row: Figure, abreast: Sequence[Below]) -> tuple[Cell, ...]:
    return (plain(words.measured(row)), *(_of(below, row.code) for below in abreast))


def _of(below: Below, code: str) -> Cell:
    if not below.version:
        return plain(_("ikke sendt"))
    one = next((one for one in below.figures if one.code == code), None)
    if one is None:
        return plain(words.NONE)
    told = number(one.actual, one.decimals, str(words.STANDING.get(one.standing, words.NONE)))
    return replace(told, signs=tells.sign(one))


def below(content: Content) -> Grid:
    """Who has sent what, when."""
    return Grid(
        caption=_("Rapportene som er satt sammen"),
        header=(_("Enhet"), _("Sendt"), _("Av"), _("Utgave"), _("Kontrollsum")),
        rows=tuple(_sent(one) for one in content.below),
        widths=(4, 3, 3, 1, 3),
        numbers=frozenset({3}),
    )


def _sent(one: Below) -> tuple[Cell, ...]:
    if not one.version:
        late = _("ikke sendt, frist %(day)s") % {"day": words.when(one.due_on)}
        return (
            plain(one.unit),
            plain(late),
            plain(words.NONE),
            plain(words.NONE),
            plain(words.NONE),
        )
    sent = words.when(one.sent_at)
    return (
        plain(one.unit),
        plain(_("%(sent)s, sendt tilbake") % {"sent": sent} if one.sent_back else sent),
        plain(one.sent_by),
        number(one.version, 0),
        plain(one.digest[:16]),
    )


def requirements(document: Document) -> Grid:
    """How it goes with each of a document's requirements, here and below."""
    return Grid(
        caption=answers.document(document),
        header=(
            _("Punkt"),
            _("Krav"),
            _("Status"),
            _("Samlet med enhetene under"),
            _("Hva enheten sier"),
        ),
        rows=tuple(
            (
                plain(one.point),
                plain(answers.called(one).removeprefix(one.point).strip()),
                Cell(answers.stands(one), tone=_course(one.course)),
                Cell(answers.compiled(one), tone=_course(one.compiled if one.below.units else "")),
                plain(one.answer or one.reason or words.NONE),
            )
            for one in document.answers
        ),
        widths=(2, 5, 3, 3, 6),
    )


def _course(code: str) -> str:
    return {"met": "good", "at_risk": "bad", "not_met": "bad"}.get(code, "")


def risks(found: Risks) -> Grid:
    return Grid(
        caption=_("Enhetens risikoer, de alvorligste først"),
        header=(_("Risiko"), _("Nivå"), _("Siden sist"), _("Tiltak")),
        rows=tuple(
            (
                plain(one.title),
                Cell(words.zone(one.zone), tone="bad" if one.zone == "red" else ""),
                plain(words.change(one.change)),
                number(one.actions, 0),
            )
            for one in found.risks
        ),
        widths=(7, 2, 3, 1),
        numbers=frozenset({3}),
    )


def incidents(found: Incidents) -> Grid:
    """Kind by harm. What is too few to be told says so."""
    few, hidden = words.counted(None), words.NONE
    rows = [
        (
            plain(words.incident(one.kind)),
            *(counted(number, few) for number in one.harms),
            counted(one.total, hidden),
        )
        for one in found.themes
    ]
    last = (
        plain(_("Sum")),
        *(counted(number, hidden) for number in found.totals),
        counted(found.total, hidden),
    )
    return Grid(
        caption=_("Avvik etter tema og skade"),
        header=(_("Tema"), *(words.harm(one) for one in found.harms), _("Sum")),
        rows=(*rows, last),
        widths=(4, *(2 for _one in found.harms), 2),
        numbers=frozenset(range(1, 2 + len(found.harms))),
        note=_("Tall under %(n)s vises ikke, og heller ikke summer som ville røpet dem.")
        % {"n": SMALLEST},
    )


def sources(found: Sequence[Figure]) -> Grid:
    """Where each figure is from, and which version of its definition it is counted by."""
    return Grid(
        caption=_("Hvor tallene kommer fra"),
        header=(
            _("Indikator"),
            _("Kode"),
            _("Kilde"),
            _("Definisjon"),
            _("Hittil i år til og med"),
        ),
        rows=tuple(
            (
                plain(words.measured(one)),
                plain(one.code),
                plain(one.source or words.NONE),
                number(one.definition, 0),
                plain(words.moment(one, one.through) if one.through else words.NONE),
            )
            for one in found
        ),
        widths=(5, 3, 4, 2, 3),
        numbers=frozenset({3}),
    )
