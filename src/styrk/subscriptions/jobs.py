"""Each minute: who owns a subject gets copies of what is new about it, and is told once of all."""

from collections import defaultdict
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.core import scope
from styrk.core.jobs import EVERY_MINUTE, periodic
from styrk.core.whole import all_or_nothing
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person
from styrk.subscriptions import queries
from styrk.subscriptions.commands import close_copies, give_copies


@periodic(EVERY_MINUTE)
def send_copies(now: datetime) -> None:
    with scope.acting(scope.SYSTEM), all_or_nothing():
        given: dict[Person, dict[str, int]] = defaultdict(dict)
        for one in queries.running():
            if old := queries.gone(one, now):
                close_copies(subscription=one, copies=old, by=None, now=now)
            if new := queries.new_cases(one, now):
                give_copies(subscription=one, incidents=new, by=None, now=now)
                given[one.person][one.subject] = len(new)
        send([_letter(person, counts, now) for person, counts in given.items()], now=now)


def _letter(person: Person, counts: dict[str, int], now: datetime) -> Letter:
    """How many about what, and nothing of what happened."""
    number = sum(counts.values())

    def subject() -> str:
        text = ngettext("%(n)s ny melding i faget ditt", "%(n)s nye meldinger i faget ditt", number)
        return text % {"n": number}

    def text() -> str:
        return "\n".join(
            _("%(subject)s: %(n)s") % {"subject": name, "n": n} for name, n in counts.items()
        )

    key = f"subscription:{now.isoformat()}:{person.pk}"
    return Letter(person, key, subject, text, reverse("incidents:shared"))
