from django.db import migrations, models

# What is there already was signed by whoever has the name now; it never changes but here.
SIGN = """
    ALTER TABLE {table} DISABLE TRIGGER {table}_append_only;
    UPDATE {table} SET signed = person.name FROM organisation_person person WHERE person.id = by_id;
    ALTER TABLE {table} ENABLE TRIGGER {table}_append_only;
"""


class Migration(migrations.Migration):
    """The files of what was sent are the same for ever: in its language, with the names of then."""

    dependencies = [("review", "0002_written_once"), ("organisation", "0002_trail")]
    operations = [
        migrations.AddField("version", "language", models.TextField(default="nb")),
        migrations.AddConstraint(
            "version",
            models.CheckConstraint(
                condition=models.Q(("language__in", ("nb", "nn", "en"))),
                name="review_version_language",
            ),
        ),
        migrations.AddField("presentation", "added", models.IntegerField(default=0)),
        *(
            migrations.AddField(
                name, "signed", models.TextField(default=""), preserve_default=False
            )
            for name in ("version", "supplement")
        ),
        *(
            migrations.RunSQL(SIGN.format(table=f"review_{name}"), migrations.RunSQL.noop)
            for name in ("version", "supplement")
        ),
    ]
