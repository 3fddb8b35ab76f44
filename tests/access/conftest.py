import pytest
from django.contrib.auth.hashers import make_password

from styrk.access.models import Account

PASSWORD = "fire trege elger danser"


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """argon2 is slow on purpose; these tests are not about it."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def password(world):
    """Everyone's password in these tests."""
    Account.objects.update(password=make_password(PASSWORD))
    return PASSWORD


@pytest.fixture
def sign_in(password):
    """`sign_in(client, "nurse", neste="/meld/")` posts the sign-in form."""

    def post(client, username, *, word=PASSWORD, headers=None, **fields):
        typed = {"username": username, "password": word, **fields}
        return client.post("/logg-inn/", typed, headers=headers)

    return post
