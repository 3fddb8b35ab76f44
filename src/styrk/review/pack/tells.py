"""What the control charts tell of each indicator: icons, a small picture, and words."""

from collections.abc import Iterator, Sequence
from functools import partial

from django.utils.translation import gettext as _

from styrk.indicators.presenters.telling import Told
from styrk.review.pack import words
from styrk.review.pack.blocks import Cell, Grid, Sign, number, plain
from styrk.review.pack.shape import Figure, Tells
from styrk.ui.charts import figure, framed


def grid(found: Sequence[Figure], caption: str) -> Grid:
    """One row for each indicator that has a course; none where none has."""
    return Grid(
        caption=caption,
        header=(_("Indikator"), _("Siste"), _("Over tid"), _("Hva tallene forteller")),
        rows=tuple(_row(one, one.tells) for one in found if one.tells),
        widths=(8, 4, 6, 18),
        numbers=frozenset({1}),
    )


def standing_out(found: Sequence[Figure]) -> list[Figure]:
    """Those where the newest figures are not as they use to be."""
    return [one for one in found if one.stands_out]


def sign(one: Figure) -> tuple[Sign, ...]:
    """The icon of how it varies, where it stands alone beside a figure."""
    told = _told(one, one.tells) if one.tells else None
    return tuple(_variation(told)) if told else ()


def sentences(one: Figure) -> str:
    """What its control chart tells, in words."""
    return " ".join(_told(one, one.tells).sentences) if one.tells else ""


def _row(one: Figure, tells: Tells) -> tuple[Cell, ...]:
    told = _told(one, tells)
    instead = str(words.STANDING.get(one.standing, words.NONE))
    return (
        plain(words.measured(one)),
        number(one.latest, one.decimals, instead),
        Cell("", signs=tuple(_spark(one, tells))),
        Cell(_said(told), signs=(*_variation(told, beside=True), *_assurance(told))),
    )


def _told(one: Figure, tells: Tells) -> Told:
    return Told(tells.points, tells.kinds, tells.variation, tells.assurance, one.direction)


def _said(told: Told) -> str:
    """What the icons say, and between them why, where something has changed."""
    why = told.sentences if told.kinds or not told.variation else []
    # The icon is of the newest figure; where the series says more, it is not told to be as usual.
    usual = told.variation == "common" and told.kinds
    said = ("" if usual else told.variation_words, *why, told.assurance_words)
    return " ".join(one for one in said if one)


def _variation(told: Told, *, beside: bool = False) -> Iterator[Sign]:
    if told.variation_words:
        yield Sign(told.draw_variation, told.variation_words, told=beside)


def _assurance(told: Told) -> Iterator[Sign]:
    if told.assurance_words:
        yield Sign(told.draw_assurance, told.assurance_words, told=True)


def _spark(one: Figure, tells: Tells) -> Iterator[Sign]:
    if tells.low is None or tells.high is None:
        return
    described = _("De siste %(n)s tallene, fra %(low)s til %(high)s") % {
        "n": tells.shown,
        "low": figure(tells.low, one.decimals),
        "high": figure(tells.high, one.decimals),
    }
    yield Sign(partial(framed, tells.drawn), described)
