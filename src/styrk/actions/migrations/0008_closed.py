from django.db import migrations, models

from styrk.core import rls

# What no line sees lies at no unit; the system's line holds everything.
AT_UNIT = "CASE WHEN closed THEN 0 ELSE unit_id END"
SEE = (
    f"(({rls.units('action', AT_UNIT)} OR owner_id = {rls.PERSON}"
    f" OR {rls.shared('action', 'id')}) AND id NOT IN (SELECT actions_recused()))"
)
ME = "nullif(current_setting('styrk.person', true), '')::bigint"
FUNCTIONS = f"""
    CREATE FUNCTION actions_recused() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 10 AS $$
        SELECT action_id FROM actions_recusal WHERE person_id = {ME}
    $$;

    CREATE OR REPLACE FUNCTION actions_seen(of_action bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        me bigint := {ME};
        units int8multirange := nullif(current_setting('styrk.units_action', true), '')::int8multirange;
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM actions_action a WHERE a.id = of_action
            AND (multirange_contains_elem(units, CASE WHEN a.closed THEN 0 ELSE a.unit_id END)
                 OR a.owner_id = me OR access_has_grant('action', of_action, '{{}}'))
            AND NOT EXISTS (
                SELECT 1 FROM actions_recusal r WHERE r.action_id = of_action AND r.person_id = me));
    END $$;

    -- Who cannot be given the action, for those who see it.
    CREATE FUNCTION actions_kept_from(of_action bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 5 AS $$
        SELECT person_id FROM actions_recusal
        WHERE action_id = of_action AND actions_seen(of_action)
    $$;
"""


class Migration(migrations.Migration):
    """An action is as closed as the case it came from: past the line, and from those who are inhabil."""

    dependencies = [("actions", "0007_posts"), ("access", "0007_chair")]
    operations = [
        migrations.AddField(
            "action", "closed", models.BooleanField(default=False, db_default=False)
        ),
        migrations.CreateModel(
            "Recusal",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to="actions.action"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to="organisation.person"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person", "action"], name="actions_recusal_person")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["action", "person"], name="actions_recusal_once"
                    )
                ],
            },
        ),
        migrations.RunSQL(
            FUNCTIONS
            + rls.protect("actions_recusal", see=rls.SYSTEM)
            + rls.seen_and_changed("actions_action", SEE),
            migrations.RunSQL.noop,
        ),
    ]
