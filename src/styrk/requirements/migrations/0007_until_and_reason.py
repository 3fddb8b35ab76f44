from django.db import migrations, models


class Migration(migrations.Migration):
    """How far words of a status reach; why a melding was approved with nobody heard on its plan."""

    dependencies = [
        ("organisation", "0003_agreed_to"),
        ("requirements", "0006_laid_from"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="statusreport",
            name="requirements_report_period",
        ),
        migrations.AddField(
            model_name="annualreport",
            name="reason",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="statusreport",
            name="until",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    output_field=models.DateField(),
                    template="least(\n    (make_date(\n        substr(period, 1, 4)::int,\n        CASE WHEN length(period) = 4 THEN 12\n             WHEN substr(period, 6, 1) = 'T' THEN 4 * substr(period, 7, 1)::int\n             ELSE substr(period, 6, 2)::int END,\n        1) + interval '1 month -1 day')::date,\n    (\"at\" AT TIME ZONE 'Europe/Oslo')::date)",
                ),
                output_field=models.DateField(),
            ),
        ),
        migrations.AddIndex(
            model_name="statusreport",
            index=models.Index(
                fields=["placement", "-until", "-id"], name="requirements_report_newest"
            ),
        ),
    ]
