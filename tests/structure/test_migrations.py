"""The models and the migrations say the same."""

from io import StringIO

import pytest
from django.core.management import call_command


def test_every_change_of_a_model_has_its_migration(db):
    said = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=said, no_color=True)
    except SystemExit:
        pytest.fail(
            f"Make the migration with «django-admin makemigrations» and commit it:\n{said.getvalue()}"
        )
