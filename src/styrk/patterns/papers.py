"""The written case of a samleavvik as a document, for the budget and the long-term plan."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from styrk.core import clock
from styrk.core.papers import (
    Block,
    Language,
    Paper,
    Paragraph,
    Section,
    Table,
    docx,
    named,
    pdf,
)
from styrk.patterns.models import Raising
from styrk.patterns.presenters import worst
from styrk.patterns.queries import Counted
from styrk.patterns.states import RaisedState
from styrk.ui.words import spoken_day, spoken_month

FORMS = ("pdf", "docx")
LANGUAGES: dict[str, Language] = {"nb": "nb", "nn": "nn", "en": "en"}


def file_name(raised: Raising, form: str) -> str:
    return named(f"samleavvik-{raised.group.unit.code}-{clock.day(raised.raised_at)}", form)


def written(paper: Paper, form: str) -> bytes:
    return pdf(paper) if form == "pdf" else docx(paper)


def case(
    raised: Raising, all_of_it: Sequence[Raising], total: int, today: date, *, invented: bool
) -> Paper:
    """As it was raised, with what became of it. `total` is how many belong to it `today`."""
    facts = (
        (_("Fra"), raised.from_unit.name),
        (_("Til"), raised.to_unit.name),
        (_("Løftet"), f"{spoken_day(raised.raised_at)}, {raised.raised_by.name}"),
        (_("Svar innen"), spoken_day(raised.due)),
        (_("Status"), str(RaisedState(raised.state).label)),
    )
    return Paper(
        title=raised.group.title,
        subtitle=_("Samleavvik, til budsjett og økonomisk langtidsplan"),
        author=raised.from_unit.name,
        at=clock.noon_of(today),
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        facts=facts,
        marks=(_("Oppdiktede data"),) if invented else (),
        sections=tuple(_sections(raised, all_of_it, total, today)),
    )


def _sections(
    raised: Raising, all_of_it: Sequence[Raising], total: int, today: date
) -> Iterator[Section]:
    yield Section(_("Hva som skjer"), (Paragraph(raised.happens),))
    yield Section(_("Hvor ofte"), tuple(_often(raised, total, today)))
    yield Section(_("Hva det koster"), (Paragraph(raised.costs),))
    yield Section(_("Hva det bes om"), (Paragraph(raised.asks),))
    yield Section(_("Løftet i linjen"), tuple(_way(all_of_it)))


def _often(raised: Raising, total: int, today: date) -> Iterator[Block]:
    counted = Counted.of(raised.counted)
    then = ngettext(
        "%(num)s melding da saken ble løftet %(day)s.",
        "%(num)s meldinger da saken ble løftet %(day)s.",
        raised.number,
    ) % {"num": raised.number, "day": spoken_day(raised.raised_at)}
    now = ngettext("%(num)s melding per %(day)s.", "%(num)s meldinger per %(day)s.", total) % {
        "num": total,
        "day": spoken_day(today),
    }
    yield Paragraph(" ".join(filter(None, (then, worst(counted), now))))
    yield Table(
        _("Meldinger etter hvor det skjedde, da saken ble løftet"),
        (_("Der det skjedde"), _("Siste tolv måneder"), _("I alt")),
        tuple((one.name, str(one.lately), str(one.ever)) for one in counted.units),
        widths=(6, 2, 1),
        numbers=(1, 2),
    )
    yield Table(
        _("Meldinger hver måned, da saken ble løftet"),
        (_("Måned"), _("Meldinger")),
        tuple((spoken_month(month), str(number)) for month, number in counted.months),
        widths=(6, 2),
        numbers=(1,),
    )


def _way(all_of_it: Sequence[Raising]) -> Iterator[Block]:
    """Every time it was raised, from the first on, with the count of then and the answer."""
    for one in reversed(all_of_it):
        lead = _("Til %(unit)s, %(day)s") % {
            "unit": one.to_unit.name,
            "day": spoken_day(one.raised_at),
        }
        number = ngettext("%(num)s melding da", "%(num)s meldinger da", one.number)
        said = [f"{number % {'num': one.number}}. {RaisedState(one.state).label}."]
        if one.answered_by:
            said.append(f"{one.answered_by.name}: {one.answer}")
        yield Paragraph("\n".join(said), lead)
