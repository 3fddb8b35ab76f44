"""What the yearly report asks of the kommunedirektør."""

from functools import partial

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from styrk.duties.types import Kind
from styrk.ui.addresses import address_of
from styrk.yearly.queries import follow_up_titles, report_titles, unit_titles
from styrk.yearly.types import FOLLOW, SENT_BY, TREAT, WRITE

KINDS = [
    Kind(
        WRITE,
        what=_("Skriv rapporten til kommunestyret om internkontroll og tilsyn"),
        why=format_lazy(
            _("Kommunestyret skal ha den minst én gang i året (kommuneloven § 25-2). {why}"),
            why=SENT_BY.why,
        ),
        titles=unit_titles,
        path=partial(address_of, "yearly:of_unit"),
    ),
    Kind(
        TREAT,
        what=_("Før inn hva kommunestyret vedtok"),
        why=_(
            "Rapporten er behandlet i møtet. Vedtaket følger den, og neste rapport begynner der."
        ),
        titles=report_titles,
        path=partial(address_of, "yearly:report"),
    ),
    Kind(
        FOLLOW,
        what=_("Meld tilbake til kommunestyret"),
        why=_("Kommunestyret ba om noe da det behandlet rapporten, og du følger det opp."),
        titles=follow_up_titles,
        path=partial(address_of, "yearly:follow_up"),
    ),
]
