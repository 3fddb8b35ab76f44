"""`styrk import indicators`: what it answers, and with which exit code."""

import json

import pytest
from click.testing import CliRunner

from styrk.config.cli import styrk
from styrk.core import clock
from styrk.indicators.commands import define_indicator
from styrk.indicators.imports import MAX_BYTES
from styrk.indicators.models import Measurement
from styrk.indicators.shape import About, How
from tests import world as worlds

ROWS = "indikator;enhet;periode;teller;nevner\nfall;f.med.1.a;2025-01;5;100\n"


@pytest.fixture
def there(transactional_db):
    """The world, with an indicator, as the command line finds it."""
    now = clock.now()
    world = worlds.build(now)
    adviser = world.people["quality_adviser"]
    define_indicator(
        about=About("fall", "Fall", "quality", world.trust, adviser),
        how=How(
            kind="proportion",
            valid_from=clock.day(now).replace(year=2020, month=1, day=1),
            numerator="Fall",
            denominator="Opphold",
        ),
        by=adviser,
        now=now,
    )


@pytest.fixture
def ask(there, tmp_path):
    """`ask("--json", content="...")`: the answer of the command for a file with this content."""

    def ask(*options, content=ROWS):
        file = tmp_path / "tall.csv"
        file.write_text(content)
        return CliRunner().invoke(styrk, ["import", "indicators", str(file), *options])

    return ask


def test_a_rehearsal_then_the_import_then_nothing_new(ask):
    rehearsed = ask("--dry-run")
    assert (rehearsed.exit_code, Measurement.objects.count()) == (0, 0)
    assert rehearsed.output.splitlines() == [
        "1 nye, 0 rettet, 0 uendret, 0 feil.",
        "Prøvekjøring: ingenting er endret.",
    ]

    done, again = ask("--json"), ask()

    told = json.loads(done.stdout)
    assert (told["new"], told["applied"], told["errors"]) == (1, True, [])
    assert Measurement.objects.get().by is None
    assert again.output.splitlines()[-1] == "Alt er likt fra før. Ingenting er endret."


def test_errors_stop_everything_but_by_choice(ask):
    content = ROWS + "fall;f.med.1.b;2025-01;101;100\n"

    refused = ask(content=content)
    assert (refused.exit_code, Measurement.objects.count()) == (1, 0)
    assert "tall.csv, rad 3, teller: Telleren er større enn nevneren" in refused.output
    assert refused.output.splitlines()[-1] == "Ingenting er lest inn."

    taken = ask("--accept-valid", content=content)
    assert (taken.exit_code, Measurement.objects.count()) == (0, 1)


def test_a_file_that_is_too_large_is_not_read(ask):
    answer = ask("--json", content="x" * (MAX_BYTES + 1))

    assert answer.exit_code == 1
    assert json.loads(answer.stdout)["errors"][0]["message"].startswith("Fila er større enn 10 MB")
