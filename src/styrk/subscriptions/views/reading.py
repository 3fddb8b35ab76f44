"""Who gets copies of what."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.subscriptions import queries, rules
from styrk.ui import pages


@allowed(Permission.HANDLE_INCIDENTS)
@require_safe
def subscriptions(request: Request) -> HttpResponse:
    found = queries.subscriptions()
    values = {
        "rows": [(one, rules.may(request.standing, one, "end")) for one in found],
        "units": queries.units_to_keep(request.standing),
    }
    return pages.render(request, "subscriptions/list.html", values)
