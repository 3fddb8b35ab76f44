"""How § 8 f is evidenced: the whole system was gone through within a year, on data that was new."""

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.appraisal import papers, presenters
from styrk.appraisal.queries import Latest, latest_on, signed_between
from styrk.appraisal.rules import FRESH_DAYS, may_read
from styrk.appraisal.states import Works
from styrk.core.asking import Ask
from styrk.regulation.letters import LETTERS, Letter
from styrk.regulation.types import (
    Answer,
    Attachment,
    Claim,
    Datum,
    Papers,
    Question,
    Sought,
    Status,
    Threshold,
)
from styrk.ui.addresses import address_of
from styrk.ui.words import filled, spoken_day

YEARLY = Threshold(365, gettext_lazy("Forskriften sier minst én gang i året."))
FRESH = Threshold(
    FRESH_DAYS,
    gettext_lazy("Er dataene eldre enn en måned, er det ikke dagens virksomhet som vurderes."),
)


def read(question: Question) -> Ask[Latest]:
    return latest_on(question.unit_id, question.on)


def whole_system_is_reviewed(question: Question, found: Latest) -> Answer:
    """§ 8 f: of the organisation that the unit is in, also where the unit is one of its parts."""
    if found.signed_on is None or found.uuid is None:
        return Answer(
            Status.NOT_SHOWN, _("Ingen gjennomgang av hele styringssystemet er signert i Styrk.")
        )
    url = address_of("appraisal:appraisal", found.uuid)
    data = (
        Datum(_("Sist signert"), spoken_day(found.signed_on), question.on, url),
        Datum(_("Dager gamle data da den ble signert"), found.age or 0, question.on),
        Datum(_("Styringssystemet samlet"), _judged(found), question.on),
        Datum(
            _("Bokstaver som ble vurdert"),
            _("%(judged)s av %(all)s") % {"judged": found.letters, "all": len(LETTERS)},
            question.on,
        ),
    )
    said = {"day": spoken_day(found.signed_on)}
    if (question.on - found.signed_on).days > YEARLY.value:
        text = _("Den siste gjennomgangen ble signert %(day)s. Det er mer enn ett år siden.")
        return Answer(Status.NOT_SHOWN, filled(text, **said), data)
    if (found.age or 0) > FRESH.value:
        text = _("Gjennomgangen ble signert %(day)s, på data som var mer enn en måned gamle.")
        return Answer(Status.PARTLY, filled(text, **said), data)
    if found.letters < len(LETTERS):
        text = _("Gjennomgangen ble signert %(day)s, men ikke alle bokstavene er vurdert i den.")
        return Answer(Status.PARTLY, filled(text, **said), data)
    text = _("Øverste leder signerte gjennomgangen %(day)s.")
    return Answer(Status.SHOWN, filled(text, **said), data)


def _judged(found: Latest) -> str:
    return str(Works(found.whole).label) if found.whole else "–"


def signed_reviews(sought: Sought) -> list[Attachment]:
    """Those of the organisation that were signed in the period, each as it was signed."""
    return [
        Attachment(
            papers.file_name(one, "pdf"),
            presenters.name_of(one),
            papers.as_signed(one),
            "appraisal",
            one.pk,
        )
        for one in signed_between(sought.path, sought.first, sought.last)
        if may_read(sought.reader, one)
    ]


PAPERS = [Papers(frozenset({Letter.F8}), signed_reviews)]
CLAIMS = [
    Claim(
        Letter.F8,
        format_lazy(
            gettext_lazy(
                "Øverste leder i virksomheten har signert en gjennomgang av hele styringssystemet de"
                " siste {days} dagene. {why} Delvis når dataene var mer enn {fresh} dager gamle. {why_fresh}"
                " Delvis også når ikke alle bokstavene er vurdert i den."
            ),
            days=YEARLY.value,
            why=YEARLY.why,
            fresh=FRESH.value,
            why_fresh=FRESH.why,
        ),
        read,
        whole_system_is_reviewed,
        # Signed reviews stand for ever, so that this is known of any day.
        live=False,
    ),
]
