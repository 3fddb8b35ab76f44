import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids
from styrk.core import rls

# Approved, the whole of it stands: its words, and who was heard.
APPROVED = """
    CREATE TRIGGER requirements_annual_approved BEFORE UPDATE OR DELETE ON requirements_annualreport
        FOR EACH ROW WHEN (OLD.state = 'approved') EXECUTE FUNCTION refuse_change();
    CREATE FUNCTION requirements_keep_heard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT FROM requirements_annualreport r WHERE r.state = 'approved'
                   AND r.id IN (OLD.report_id, NEW.report_id)) THEN
            RAISE EXCEPTION 'an approved report is never changed'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;
    CREATE TRIGGER requirements_keep_heard BEFORE INSERT OR UPDATE OR DELETE
        ON requirements_annualhearing
        FOR EACH ROW EXECUTE FUNCTION requirements_keep_heard();
"""
# What a unit did stands on its own pages.
HISTORY = f"""
    CREATE POLICY annual ON trail_entry FOR SELECT USING (
        subject = 'annual_report' AND {rls.SYSTEM});
"""


class Migration(migrations.Migration):
    """The årlig melding, which never changes once it is approved."""

    dependencies = [
        ("organisation", "0002_trail"),
        ("requirements", "0002_written_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="AnnualReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uuid",
                    models.UUIDField(default=styrk.core.ids.new_uuid, editable=False, unique=True),
                ),
                ("year", models.IntegerField()),
                (
                    "state",
                    models.TextField(
                        choices=[("draft", "Utkast"), ("approved", "Godkjent")], default="draft"
                    ),
                ),
                ("foreword", models.TextField(blank=True)),
                ("plan", models.TextField(blank=True)),
                ("basis", models.TextField(blank=True)),
                ("content", models.JSONField(null=True)),
                ("digest", models.TextField(blank=True)),
                ("approved_at", models.DateTimeField(null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "trust",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AnnualHearing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uuid",
                    models.UUIDField(default=styrk.core.ids.new_uuid, editable=False, unique=True),
                ),
                ("party", models.TextField()),
                ("heard_on", models.DateField()),
                ("said", models.TextField()),
                ("outcome", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hearings",
                        to="requirements.annualreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Addendum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addenda",
                        to="requirements.annualreport",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="annualreport",
            constraint=models.UniqueConstraint(
                fields=("unit", "year"), name="requirements_annual_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "approved"])),
                name="requirements_annual_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                    models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                    _connector="OR",
                ),
                name="requirements_annual_approved_pair",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("approved_at__isnull", True),
                        ("content__isnull", True),
                        ("digest", ""),
                        ("state", "draft"),
                    ),
                    models.Q(
                        ("approved_at__isnull", False),
                        ("content__isnull", False),
                        ("state", "approved"),
                        models.Q(("digest", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="requirements_annual_frozen",
            ),
        ),
        migrations.AddConstraint(
            model_name="addendum",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="requirements_addendum_text"
            ),
        ),
        migrations.RunSQL(
            APPROVED + HISTORY + rls.append_only("requirements_addendum"),
            migrations.RunSQL.noop,
        ),
    ]
