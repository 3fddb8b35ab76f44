import django.db.models.deletion
from django.db import migrations, models

import styrk.core.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("classification", "0002_policies"),
        ("incidents", "0023_saved_search"),
        ("organisation", "0003_agreed_to"),
    ]

    operations = [
        migrations.CreateModel(
            name="Subscription",
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
                (
                    "kind",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("patient", "Pasient eller bruker"),
                            ("staff", "Ansatt og arbeidsmiljø (HMS)"),
                            ("information", "Informasjon og personvern"),
                            ("equipment", "Utstyr og drift"),
                            ("interface", "Samhandling med andre"),
                            ("suggestion", "Forslag til forbedring"),
                            ("good", "Noe som gikk bra"),
                        ],
                    ),
                ),
                ("why", models.TextField()),
                ("begun_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "code",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="classification.code",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.person",
                    ),
                ),
                (
                    "person",
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
            name="Copy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incidents.incident",
                    ),
                ),
                (
                    "subscription",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="subscriptions.subscription",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("unit", "person", "kind", "code"),
                name="subscriptions_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("code__isnull", True),
                        (
                            "kind__in",
                            [
                                "patient",
                                "staff",
                                "information",
                                "equipment",
                                "interface",
                                "suggestion",
                                "good",
                            ],
                        ),
                    ),
                    models.Q(("code__isnull", False), ("kind", "")),
                    _connector="OR",
                ),
                name="subscriptions_subject",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="subscriptions_ended_pair",
            ),
        ),
        migrations.AddIndex(
            model_name="copy",
            index=models.Index(fields=["incident"], name="subscriptions_of_case"),
        ),
        migrations.AddConstraint(
            model_name="copy",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("subscription", "incident"),
                name="subscriptions_copied_once",
            ),
        ),
    ]
