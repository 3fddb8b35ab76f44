"""The table on the screen, and the same as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from styrk.demo.bench.figures import Aim, Figure, Measured, PageFigures

HEADS = (
    ("side", 30),
    ("avvik", 9),
    ("sp.", 4),
    ("CPU ms", 7),
    ("PG ms", 7),
    ("ms", 7),
    ("p95", 7),
    ("x hei", 6),
    ("x tom", 6),
    ("vekst", 6),
    ("kB", 6),
)


def as_json(measured: Measured) -> dict[str, Any]:
    """`pages` in order, each with its figures by size, growth and aims; `missing` are not there yet."""
    return {
        "requests": measured.requests,
        "database_cpu_known": measured.database_cpu_known,
        "met": all(aim.met for page in measured.pages for aim in page.aims)
        and all(one["met"] for work in measured.works for one in work["found"]),
        "pages": [
            asdict(page) | {"aims": [asdict(aim) | {"met": aim.met} for aim in page.aims]}
            for page in measured.pages
        ],
        "works": list(measured.works),
        "missing": list(measured.missing),
    }


def in_words(measured: Measured) -> str:
    return "\n".join(
        [
            _line([head for head, _ in HEADS]),
            *(line for page in measured.pages for line in _page(page)),
            "",
            *_aims(measured.pages),
            *map(_work, measured.works),
            "",
            *_notes(measured),
        ]
    )


def _page(page: PageFigures) -> Iterator[str]:
    for nth, figure in enumerate(page.by_size):
        last = nth == len(page.by_size) - 1 and nth > 0
        yield _line(_cells(page, figure, first=not nth, last=last))


def _cells(page: PageFigures, figure: Figure, *, first: bool, last: bool) -> list[str]:
    return [
        page.title if first else "",
        f"{figure.incidents:,}".replace(",", " "),
        str(figure.queries),
        f"{figure.cpu_ms:.2f}",
        f"{figure.database_ms:.2f}",
        f"{figure.wall_ms:.2f}",
        f"{figure.wall_p95_ms:.2f}",
        _times(figure.to_hello),
        _times(figure.to_empty),
        f"{page.growth:.2f}" if last else "",
        f"{figure.gzip / 1000:.1f}",
    ]


def _line(cells: Sequence[str]) -> str:
    shaped = [cell.rjust(width) for cell, (_, width) in zip(cells, HEADS, strict=True)]
    return "  ".join([cells[0].ljust(HEADS[0][1]), *shaped[1:]])


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.1f}"


def _aims(pages: Sequence[PageFigures]) -> Iterator[str]:
    yield "Mål"
    for page in pages:
        if page.aims:
            marks = "   ".join(_aim(aim) for aim in page.aims)
            yield f"  {page.title.ljust(28)}  {marks}"


def _aim(aim: Aim) -> str:
    found = f"{aim.found:g}" if aim.found == int(aim.found) else f"{aim.found:.2f}"
    return f"{'ok  ' if aim.met else 'OVER'} {aim.what} {found} (≤ {aim.most:g})"


def _work(work: Mapping[str, Any]) -> str:
    figures = "   ".join(_found(one) for one in work["found"])
    return f"  {work['title'].ljust(28)}  {figures or 'finnes ikke ennå'}"


def _found(one: Mapping[str, Any]) -> str:
    if one["aim"] is None:
        return f"{one['what']} {one['found']:.2f}"
    sign = "≥" if one["at_least"] else "≤"
    return f"{'ok  ' if one['met'] else 'OVER'} {one['what']} {one['found']:.2f} ({sign} {one['aim']:g})"


def _notes(measured: Measured) -> Iterator[str]:
    database = (
        "CPU-tiden til databasens prosess"
        if measured.database_cpu_known
        else "tiden på klokka som ikke er vår CPU-tid"
    )
    yield f"Medianer av {measured.requests} visninger av hver side, databasene om hverandre."
    yield f"CPU ms er vår prosess, PG ms er {database}; vekst er summen av dem, største mot minste."
    yield "sp. er spørringer uten BEGIN, COMMIT og SAVEPOINT. kB er siden alene, komprimert."
    if measured.missing:
        yield f"Finnes ikke ennå: {', '.join(measured.missing)}."
