from django.db import migrations

from styrk.core import rls, tallies
from styrk.core.tallies import Bucket

LIVE = "r.state <> 'ended'"
SERIOUS = f"{LIVE} AND r.zone IN ('yellow', 'red')"
TREATED = "(r.treated OR r.state = 'accepted')"

TALLY = tallies.Tally(
    source="risks_risk",
    unit="unit_id",
    name="risks_tally",
    line="risks_linetally",
    buckets=(
        Bucket(
            "r.reviewed_on",
            {
                "live": LIVE,
                "unrated": f"{LIVE} AND r.zone = ''",
                "linked": f"{LIVE} AND r.linked",
                "serious": SERIOUS,
                "red": f"{LIVE} AND r.zone = 'red'",
                "treated": f"{SERIOUS} AND {TREATED}",
                "interaction": f"{LIVE} AND r.interaction <> 'none'",
                "shared": f"{SERIOUS} AND r.interaction <> 'none'",
                "shared_treated": f"{SERIOUS} AND r.interaction <> 'none' AND {TREATED}",
            },
        ),
    ),
)

SEE = f"({rls.units('risk', 'unit_id')} OR owner_id = {rls.PERSON} OR {rls.shared('risk', 'id')})"
# One look-up by its key, with nothing of the risk's own policy in the plan of what asks.
SEEN = """
    CREATE FUNCTION risks_seen(of_risk bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        me bigint := nullif(current_setting('styrk.person', true), '')::bigint;
        units int8multirange := nullif(current_setting('styrk.units_risk', true), '')::int8multirange;
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM risks_risk r WHERE r.id = of_risk
            AND (multirange_contains_elem(units, r.unit_id) OR r.owner_id = me
                 OR access_has_grant('risk', of_risk, '{}')));
    END $$;
"""
PART = f"({rls.SYSTEM} OR risks_seen(risk_id))"
# Also whoever is asked, and those above who see what it became part of.
PROPOSED = f"({PART} OR {rls.posts('to_unit_id')} OR risks_seen(into_id))"
PICTURE = rls.units("risk", "unit_id")
# A published matrix stands; what was rated in it must mean the same for ever.
MATRIX = """
    REVOKE DELETE, TRUNCATE ON risks_matrix FROM styrk_app;
    CREATE TRIGGER risks_matrix_published BEFORE UPDATE OR DELETE ON risks_matrix
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_change();
"""
PICTURE_SEEN = """
    CREATE FUNCTION risks_picture_seen(of_picture bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN EXISTS (
            SELECT 1 FROM risks_snapshot s WHERE s.id = of_picture AND multirange_contains_elem(
                nullif(current_setting('styrk.units_risk', true), '')::int8multirange, s.unit_id));
    END $$;
"""


class Migration(migrations.Migration):
    """A risk is seen up the line in its trust, by its owner, and by those it is granted to."""

    dependencies = [("risks", "0001_initial"), ("access", "0004_granted"), ("trail", "0002_guard")]
    operations = [
        migrations.RunSQL(
            tallies.create(TALLY)
            + SEEN
            + PICTURE_SEEN
            + MATRIX
            + rls.protect("risks_risk", see=SEE)
            + "".join(
                rls.protect(table, see=PART)
                for table in (
                    "risks_riskstep",
                    "risks_rating",
                    "risks_acceptance",
                    "risks_riskaction",
                    "risks_riskplacement",
                )
            )
            + rls.protect("risks_proposal", see=PROPOSED)
            + rls.protect("risks_snapshot", see=PICTURE)
            + "".join(
                rls.append_only(table)
                for table in (
                    "risks_riskstep",
                    "risks_rating",
                    "risks_acceptance",
                    "risks_riskaction",
                    "risks_snapshot",
                )
            )
            + f"""
            CREATE POLICY risk ON trail_entry FOR SELECT USING (
                subject = 'risk' AND ({rls.SYSTEM} OR risks_seen(subject_id)));
            CREATE POLICY risk_picture ON trail_entry FOR SELECT USING (
                subject = 'risk_picture' AND ({rls.SYSTEM} OR risks_picture_seen(subject_id)));
            CREATE POLICY risk_matrix ON trail_entry FOR SELECT USING (
                subject = 'risk_matrix' AND {rls.PERSON} IS NOT NULL);
            """,
            migrations.RunSQL.noop,
        )
    ]
