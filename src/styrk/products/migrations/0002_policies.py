from django.db import migrations

from styrk.core import rls

# Who sees the case sees what it is about, and nobody else: also a number of cases tells of them.
CASE = f"({rls.SYSTEM} OR incidents_case_seen(incident_id))"
# Written once, and taken away once.
SAID = ("incident_id", "trust_id", "product_id", "lot", "kept", "set_at", "set_by_id")
OLD, NEW = (", ".join(f"{row}.{column}" for column in SAID) for row in ("OLD", "NEW"))
ONCE = f"""
    CREATE TRIGGER products_incidentproduct_once BEFORE UPDATE ON products_incidentproduct
        FOR EACH ROW WHEN (
            OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL
            OR ({NEW}) IS DISTINCT FROM ({OLD}))
        EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER products_incidentproduct_kept BEFORE DELETE ON products_incidentproduct
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""
# The one thing that goes from one organisation to another: how many cases of a product each had in a year,
# so that a fault that shows once in every house is seen as one. Past the owner's policies, and therefore
# numbers alone: no case, no text, no unit below the organisation, no time finer than a year. What went
# past the line is not counted: a number of one would tell of it. Answered only for whoever follows
# incidents somewhere.
ELSEWHERE = """
    CREATE FUNCTION products_elsewhere(of_product bigint)
    RETURNS TABLE (trust_id bigint, year integer, number bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 20 AS $$
        SELECT p.trust_id,
            extract(year FROM i.reported_at AT TIME ZONE 'Europe/Oslo')::integer, count(*)
        FROM products_incidentproduct p JOIN incidents_incident i ON i.id = p.incident_id
        WHERE p.product_id = of_product AND p.removed_at IS NULL
            AND NOT i.past_line AND i.state <> 'aside'
            AND coalesce(nullif(current_setting('styrk.units_incident', true), ''), '{}') <> '{}'
        GROUP BY 1, 2
    $$;
"""


class Migration(migrations.Migration):
    """Which products a case is about is as closed as the case; across organisations go numbers only."""

    dependencies = [
        ("products", "0001_initial"),
        ("incidents", "0010_risk_policies"),
        ("core", "0001_append_only"),
    ]
    operations = [
        migrations.RunSQL(
            rls.protect("products_incidentproduct", see=CASE, write=CASE)
            + ONCE
            + ELSEWHERE
            + """
            -- What stands on cases in other organisations is not rewritten from this one.
            REVOKE UPDATE, DELETE ON products_product FROM styrk_app;
            """,
            migrations.RunSQL.noop,
        )
    ]
