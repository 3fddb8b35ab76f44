from importlib import import_module

from django.db import migrations

from styrk.core import rls

PAST_LINE = import_module("styrk.incidents.migrations.0008_past_line")
granted, in_line, seen = PAST_LINE.granted, PAST_LINE.in_line, PAST_LINE.seen
SEE = (
    f"(({rls.units('incident', PAST_LINE.AT_UNIT)}"
    f" OR {rls.shared('incident', 'id', parts=('case', 'reading', 'statement'))})"
    f" AND {PAST_LINE.RECUSED})"
    f" OR {rls.shared('incident', 'id', parts=('report',))}"
)
FUNCTIONS = seen(
    "incidents_case_seen",
    f"NOT is_recused AND ({in_line('incident')} OR {granted('case', 'reading')})",
) + seen(
    "incidents_part_seen",
    f"(NOT is_recused AND ({in_line('incident')} OR {granted('case', 'reading', 'statement')})"
    f" OR {granted('report')})",
)
COPIES = """
    UPDATE access_grant SET part = 'reading'
    WHERE kind = 'incident' AND part = 'case' AND reason LIKE 'subscription %';
"""


class Migration(migrations.Migration):
    """A case may be opened to somebody who reads all of it, and handles none."""

    dependencies = [("incidents", "0025_whistleblowing"), ("subscriptions", "0002_policies")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS + rls.instead("incidents_incident", "see", SEE) + COPIES,
            migrations.RunSQL.noop,
        )
    ]
