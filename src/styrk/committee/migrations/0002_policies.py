from django.db import migrations

from styrk.core import rls

SEEN = """
    CREATE FUNCTION committee_case_seen(of_case bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN (SELECT incidents_case_seen(c.incident_id) FROM committee_committeecase c
                WHERE c.id = of_case);
    END $$;
    CREATE FUNCTION committee_advice_seen(of_advice bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        RETURN (SELECT committee_case_seen(a.case_id) FROM committee_advice a
                WHERE a.id = of_advice);
    END $$;
"""
# What the committee has and says of a case is as closed as the case.
CASE = f"({rls.SYSTEM} OR incidents_case_seen(incident_id))"
ADVICE = f"({rls.SYSTEM} OR committee_case_seen(case_id))"
ACTION = f"({rls.SYSTEM} OR committee_advice_seen(advice_id))"


class Migration(migrations.Migration):
    """The committee's cases and advice are seen with the incident they are about."""

    dependencies = [
        ("committee", "0001_initial"),
        ("incidents", "0026_reading"),
        ("access", "0015_committee"),
        ("trail", "0002_guard"),
        ("core", "0001_append_only"),
    ]
    operations = [
        migrations.RunSQL(
            SEEN
            + rls.protect("committee_committeecase", see=CASE, write=CASE)
            + rls.protect("committee_advice", see=ADVICE, write=ADVICE)
            + rls.protect("committee_adviceaction", see=ACTION, write=ACTION)
            + rls.append_only("committee_adviceaction")
            + f"""
            CREATE POLICY committee_case ON trail_entry FOR SELECT USING (
                subject = 'committee_case' AND ({rls.SYSTEM} OR committee_case_seen(subject_id)));
            """,
            migrations.RunSQL.noop,
        )
    ]
