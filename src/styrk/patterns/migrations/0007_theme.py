import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0014_hidden_below"),
        ("incidents", "0023_saved_search"),
        ("organisation", "0003_agreed_to"),
        ("patterns", "0006_dismissed_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="Theme",
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
                ("title", models.TextField()),
                ("belongs", models.TextField()),
                ("not_belongs", models.TextField(blank=True)),
                ("answer", models.TextField()),
                ("every", models.PositiveSmallIntegerField()),
                ("review_on", models.DateField()),
                (
                    "state",
                    models.TextField(
                        choices=[("open", "Arbeides med"), ("resting", "Hviler")], default="open"
                    ),
                ),
                ("begun_at", models.DateTimeField()),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "begun_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="themes",
                        to="patterns.incidentgroup",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
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
            name="ThemeAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actions.action",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="patterns.theme",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ThemeMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("joined_at", models.DateTimeField()),
                ("left_at", models.DateTimeField(null=True)),
                ("left_why", models.TextField(blank=True)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incidents.incident",
                    ),
                ),
                (
                    "joined_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "left_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="patterns.theme",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ThemeReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("shows", models.TextField()),
                ("changes", models.TextField(blank=True)),
                ("due", models.DateField()),
                ("next_on", models.DateField()),
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
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="patterns.theme",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ThemeStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("act", models.TextField()),
                ("at", models.DateTimeField()),
                ("note", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="patterns.theme",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="theme",
            index=models.Index(fields=["unit", "-id"], name="patterns_theme_of"),
        ),
        migrations.AddConstraint(
            model_name="theme",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "resting"])), name="patterns_theme_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="theme",
            constraint=models.CheckConstraint(
                condition=models.Q(("every__gt", 0)), name="patterns_theme_every"
            ),
        ),
        migrations.AddIndex(
            model_name="themeaction",
            index=models.Index(fields=["theme", "id"], name="patterns_theme_action"),
        ),
        migrations.AddConstraint(
            model_name="thememember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_at__isnull", True)),
                fields=("theme", "incident"),
                name="patterns_in_theme_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="thememember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("left_at__isnull", True), ("left_by__isnull", True), ("left_why", "")
                    ),
                    models.Q(
                        ("left_at__isnull", False),
                        ("left_by__isnull", False),
                        models.Q(("left_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="patterns_left_theme_why",
            ),
        ),
        migrations.AddIndex(
            model_name="themereview",
            index=models.Index(fields=["theme", "-id"], name="patterns_theme_review"),
        ),
        migrations.AddIndex(
            model_name="themestep",
            index=models.Index(fields=["theme", "id"], name="patterns_theme_step"),
        ),
    ]
