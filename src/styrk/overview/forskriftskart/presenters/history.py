"""What was written and judged of an item, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext

from styrk.compliance.models import Judgement, Practice
from styrk.overview.forskriftskart.presenters.rows import STATUSES
from styrk.regulation.types import Status
from styrk.ui.history import Told, with_note
from styrk.ui.words import spoken_day


def history(acts: Iterable[Practice | Judgement]) -> list[Told]:
    """Every version and judgement in words, newest first."""
    return [Told(one.at, one.by.name, _done(one)) for one in reversed(list(acts))]


def _done(act: Practice | Judgement) -> str:
    if isinstance(act, Practice):
        if not act.text:
            return with_note(gettext("tok bort enhetens egen tekst"), act.note)
        return with_note(gettext("gikk gjennom «Slik gjør vi det»"), act.text)
    if not act.status:
        return with_note(gettext("tok tilbake vurderingen"), act.reason)
    said = {
        "status": str(STATUSES[Status(act.status)][0]).lower(),
        "computed": str(STATUSES[Status(act.computed)][0]).lower(),
        "until": spoken_day(act.until) if act.until else "",
        "source": act.source,
    }
    words = gettext("vurderte til %(status)s, til og med %(until)s, mens dataene sa %(computed)s")
    if act.source:
        words = gettext(
            "vurderte til %(status)s i «%(source)s», til og med %(until)s, mens dataene sa %(computed)s"
        )
    return with_note(words % said, act.reason)
