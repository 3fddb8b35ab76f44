from django.db import migrations

OF_CASE = """
    SELECT CASE WHEN bool_or(o.state = 'proposed') THEN 'undecided'
                WHEN bool_or(o.state = 'send') THEN 'told' ELSE '' END
    FROM serious_obligation o JOIN serious_event e ON e.id = o.event_id
"""
# The incident's app knows nothing of duties, and no way of changing one may forget the incident.
KEEP = f"""
    CREATE FUNCTION serious_statutory() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    DECLARE
        of_case bigint := (SELECT incident_id FROM serious_event WHERE id = NEW.event_id);
    BEGIN
        UPDATE incidents_incident SET statutory = ({OF_CASE} WHERE e.incident_id = of_case)
        WHERE id = of_case;
        RETURN NULL;
    END $$;
    CREATE TRIGGER serious_obligation_statutory
        AFTER INSERT OR UPDATE OF state ON serious_obligation
        FOR EACH ROW EXECUTE FUNCTION serious_statutory();
"""
ALREADY = f"""
    UPDATE incidents_incident i SET statutory = ({OF_CASE} WHERE e.incident_id = i.id)
    WHERE i.id IN (SELECT incident_id FROM serious_event);
"""


class Migration(migrations.Migration):
    """A case says itself whether the law demands that it is told further."""

    dependencies = [("serious", "0009_evidence"), ("incidents", "0027_statutory")]
    operations = [migrations.RunSQL(KEEP + ALREADY, migrations.RunSQL.noop)]
