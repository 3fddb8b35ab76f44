"""What a chapter says in one line, for those who see it folded."""

from collections import Counter
from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.requirements.annual import words as answers
from styrk.review.pack import tells, words
from styrk.review.pack.shape import Content, Figure, Risks, Section
from styrk.ui.charts import figure as written


def essence(content: Content, section: Section) -> str:
    """«14 krav: 2 usikkert, 12 i rute»; "" where there is nothing to count."""
    told = (WHOLE[what](content) for what in section.shows if what in WHOLE)
    areas = [what.removeprefix("figures.") for what in section.shows if what.startswith("figures.")]
    said = (
        [*told, _figures([one for area in areas for one in content.of_area(area)])]
        if areas
        else told
    )
    return ". ".join(one for one in said if one)


def zones(counts: dict[str, int] | None) -> str:
    """«2 røde, 5 gule»: by zone, those there are any of."""
    told = [f"{words.zone(zone)}: {number}" for zone, number in (counts or {}).items() if number]
    return ", ".join(told)


def counted(number: int) -> str:
    """«4 indikatorer»."""
    return ngettext("%(n)s indikator", "%(n)s indikatorer", number) % {"n": number}


def _figures(found: list[Figure]) -> str:
    if not found:
        return _("Ingen indikatorer")
    count = counted(len(found))
    apart = len(tells.standing_out(found))
    return _("%(count)s, %(n)s skiller seg ut") % {"count": count, "n": apart} if apart else count


def _summary(content: Content) -> str:
    main = list(content.main())
    wrong = sum(words.tone(one, one.deviation) == "bad" for one in main)
    if not main:
        return ""
    count = ngettext("%(num)s hovedtall", "%(num)s hovedtall", len(main)) % {"num": len(main)}
    return _("%(count)s, %(n)s i feil retning") % {"count": count, "n": wrong} if wrong else count


def _requirements(content: Content) -> str:
    each = [one for document in content.requirements for one in document.answers]
    if not each:
        return _("Ingen krav")
    stands = Counter(one.course or one.stands for one in each)
    counts = [
        str(text) % {"n": stands[one]} for one, text in answers.COUNTED.items() if stands[one]
    ]
    count = ngettext("%(num)s krav", "%(num)s krav", len(each)) % {"num": len(each)}
    return ": ".join([count, ", ".join(counts)])


def _risks(content: Content) -> str:
    found = content.risks or Risks()
    return zones(found.counts) if found.taken_on else _("Risikobildet mangler")


def _actions(content: Content) -> str:
    if content.actions is None:
        return ""
    found = content.actions
    return _("%(raised)s besluttet, %(done)s iverksatt, %(unknown)s uten kjent effekt") % {
        "raised": written(found.raised, 0),
        "done": written(found.carried_out, 0),
        "unknown": written(found.unknown, 0),
    }


def _incidents(content: Content) -> str:
    if content.incidents is None:
        return ""
    now, before = content.incidents.total, content.incidents.total_before
    return _("%(now)s avvik, %(before)s i samme periode i fjor") % {
        "now": words.counted(now),
        "before": words.counted(before),
    }


def _below(content: Content) -> str:
    if not content.below:
        return ""
    sent = len(content.below) - len(content.missing)
    told = _("%(sent)s av %(all)s enheter har sendt") % {"sent": sent, "all": len(content.below)}
    return words.with_sent_back(told, len(content.sent_back))


WHOLE: dict[str, Callable[[Content], str]] = {
    "summary": _summary,
    "requirements": _requirements,
    "risks": _risks,
    "actions": _actions,
    "incidents": _incidents,
    "below": _below,
    "sources": lambda _content: _("Hvor tallene kommer fra"),
}
