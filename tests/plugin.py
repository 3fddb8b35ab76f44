"""Prepares the tests before anything of Django is read: `-p tests.plugin`.

It only names things. The server starts when the first test asks for the database.
"""

import os
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from styrk.core import postgres
from tests import network

pytest_plugins = ["tests.browser"]
STARTED_BY = os.getpid()


# A busy machine is no fault of what is tested.
hypothesis.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis.load_profile("unhurried")


def test_data_dir() -> Path:
    """A directory of the tests' own, so that they never meet the demo's data."""
    ordinary = postgres.default_data_dir()
    return ordinary.with_name(f"{ordinary.name}-test")


def clone_name() -> str:
    """This process's database. The number says whose it is, so that a dead one's is removed."""
    return f"styrk_test_{STARTED_BY}"


def _name_everything() -> None:
    for operators in ("DATABASE_URL", "STYRK_OWNER_URL", "STYRK_DB_ROLE"):
        os.environ.pop(operators, None)
    if os.environ.get("STYRK_TESTING") != "1":  # a worker inherits it from the one that started it
        os.environ["STYRK_DATA"] = str(test_data_dir())
        os.environ["STYRK_TESTING"] = "1"
    os.environ["STYRK_DATABASE"] = clone_name()
    os.environ["STYRK_IDENTITY_KEYS"] = Fernet.generate_key().decode()
    os.environ["STYRK_SECRET_KEY"] = "only-for-tests-and-long-enough-to-be-a-key-for-signing"
    os.environ["STYRK_DURABLE"] = "0"
    for real in ("STYRK_SMTP_HOST", "STYRK_DEMO", "STYRK_DEBUG", "STYRK_BASE_URL"):
        os.environ.pop(real, None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "styrk.config.settings"


_name_everything()


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    network.block()
