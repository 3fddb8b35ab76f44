"""What an audit covers, as one file for somebody outside: what its pages show, and nothing more.

Each question is asked as the guest, so that the policies hold here as on the pages.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from styrk.access.models import Guest
from styrk.actions.presenters import standing_words
from styrk.core import clock
from styrk.core.papers import (
    Block,
    Bullets,
    Facts,
    Language,
    Note,
    Paper,
    Paragraph,
    Section,
    named,
    pdf,
)
from styrk.core.papers.bundle import bundled, checksum
from styrk.inspections import inspected, papers, presenters
from styrk.inspections.models import Audit, Document, Finding
from styrk.inspections.queries import guests as queries
from styrk.organisation.models import Unit
from styrk.regulation.maps import Item
from styrk.ui.words import spoken_day

MAIN = "innsyn.pdf"
LANGUAGES: dict[str, Language] = {"nb": "nb", "nn": "nn", "en": "en"}


def file_name(audit: Audit, on: date) -> str:
    return named(f"innsyn-{audit.unit.code}-{on}", "zip")


def packed(audit: Audit, guest: Guest, on: date, *, invented: bool) -> bytes:
    """The scope, the map of each unit that is looked at as it stood on a day, what was found, and the papers."""
    found = queries.findings_of(audit)
    given = [*queries.given_to(audit), *(one for row in found for one in row.documents.all())]
    attached = _attached(given)
    letters = queries.letters_for(guest, audit)
    sections = (
        Section(_("Det som undersøkes"), tuple(_scope(audit, guest))),
        *(_map(unit, on, letters) for unit in queries.units_of(audit)),
        Section(
            _("Funn og tiltak"), tuple(_found(found)) or (Paragraph(_("Ingen funn er sagt ennå")),)
        ),
        Section(_("Vedlegg og kontrollsummer"), _index(attached)),
    )
    paper = Paper(
        title=audit.title,
        subtitle=audit.unit.name,
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        at=clock.start_of(on),
        marks=(_("Oppdiktede data"),) if invented else (),
        contents=True,
        sections=sections,
    )
    return bundled({MAIN: pdf(paper), **attached})


def _scope(audit: Audit, guest: Guest) -> Iterator[Block]:
    yield Paragraph(audit.about)
    first, last = spoken_day(guest.covers_from), spoken_day(guest.covers_to)
    covered = _("%(first)s til %(last)s") % {"first": first, "last": last}
    yield Facts(
        (
            (_("Når"), presenters.period(audit)),
            (_("Virksomhet"), audit.unit.name),
            (_("Tiden som undersøkes"), covered),
        )
    )
    yield Bullets(tuple(place.unit.name for place in audit.places.all()))
    criteria = tuple(str(one.requirement) for one in audit.criteria.all())
    if criteria:
        yield Bullets(criteria)
    if audit.criteria_words:
        yield Paragraph(audit.criteria_words, lead=_("Krav det måles mot"))
    for one in queries.statements_of(audit):
        yield Note(_("Uttalelse fra %(unit)s") % {"unit": one.detail["unit"]}, one.note)


def _map(unit: Unit, on: date, letters: Collection[Item]) -> Section:
    title = _("Forskriftskart for %(unit)s") % {"unit": unit.name}
    held = queries.map_of(unit, on, letters)
    if held is None:
        return Section(title, (Paragraph(_("Kartet for denne dagen er ikke tatt vare på")),))
    taken = _("Tallene er fra bildet som ble tatt %(taken)s.") % {"taken": spoken_day(held.taken)}
    told = (_letter(row) for row in inspected.rows(held.rows))
    return Section(title, (Paragraph(taken), *told))


def _letter(row: inspected.Row) -> Note:
    said = [row.practice, row.judgement, row.explanation, row.reservation, row.rule]
    numbers = [f"{what}: {value} ({day:%d.%m.%Y})" for what, value, day in row.numbers]
    text = "\n".join(filter(None, [*said, *numbers]))
    return Note(f"{row.reference} {row.title}: {row.label}", text or "–")


def _found(found: Iterable[Finding]) -> Iterator[Note]:
    deeds = queries.deeds_of()
    for one in found:
        kind, _color = presenters.kind_mark(one)
        acted = [
            f"{deed.title}: {standing_words(deed.state, deed.effect)[0]}"
            for deed in deeds.get(one.pk, [])
        ]
        said = [
            one.unit.name,
            one.text,
            one.answer,
            presenters.no_action(one),
            *acted,
            one.how,
            one.seen,
        ]
        yield Note(f"{kind}: {one.title}", "\n".join(filter(None, said)))


def _attached(given: Iterable[Document]) -> dict[str, bytes]:
    """The papers that are in the store."""
    held: dict[str, bytes] = {}
    for number, one in enumerate(given, start=1):
        stem, _dot, ending = one.name.rpartition(".")
        name = f"vedlegg/{number:02}-{named(stem or one.name, ending or 'pdf')}"
        try:
            held[name] = papers.load(one.file)
        except FileNotFoundError:
            continue
    return held


def _index(attached: dict[str, bytes]) -> tuple[Block, ...]:
    if not attached:
        return (Paragraph(_("Ingen dokumenter er lagt ved ennå.")),)
    return (Facts(tuple((name, checksum(data)) for name, data in attached.items())),)
