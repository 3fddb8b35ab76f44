from django.db import migrations, models

# As it was worked out until now: from the home of whoever laid it there.
LAID = """
    UPDATE requirements_placement p SET laid_from_id = coalesce(
        (SELECT o.unit_id FROM requirements_placement o WHERE o.id = p.above_id),
        (SELECT s.unit_id FROM requirements_source s
            JOIN requirements_edition e ON e.source_id = s.id
            JOIN requirements_requirement r ON r.edition_id = e.id WHERE r.id = p.requirement_id),
        (SELECT CASE WHEN starts_with(u.path, h.path) THEN h.id ELSE coalesce(h.trust_id, h.id) END
            FROM organisation_person x JOIN organisation_unit h ON h.id = x.home_unit_id,
                organisation_unit u WHERE x.id = p.placed_by_id AND u.id = p.unit_id));
    SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    """Where a demand was laid from stands, whatever becomes of whoever laid it."""

    dependencies = [("requirements", "0005_left_behind"), ("organisation", "0001_initial")]
    operations = [
        migrations.AddField(
            "placement",
            "laid_from",
            models.ForeignKey(
                null=True,
                on_delete=models.PROTECT,
                related_name="+",
                to="organisation.unit",
            ),
        ),
        migrations.RunSQL(LAID, migrations.RunSQL.noop),
    ]
