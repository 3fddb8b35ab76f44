"""Who is told when the operator opens an account or gives a password: the same as by the page."""

import pytest
from click.testing import CliRunner

from styrk.access.models import Account
from styrk.config.cli import styrk
from styrk.core import scope
from styrk.messages.models import Message
from tests import world as worlds

WORDS = "hest batteri stift bok"


@pytest.fixture
def people(transactional_db, now):
    return worlds.build(now).people


def account(*arguments):
    answer = CliRunner().invoke(styrk, ["account", *arguments], input=f"{WORDS}\n")
    assert answer.exit_code == 0, answer.output


def letters(person):
    with scope.acting(scope.SYSTEM):
        found = Message.objects.filter(recipient=person).order_by("pk")
        return list(found.values_list("subject", "text"))


@pytest.mark.parametrize("own", [[], ["--own"]])
def test_password_of_a_leader_is_told_to_the_leader_above(people, own):
    account("password", "ward_leader", *own)

    [(_subject, text)] = letters(people["ward_leader"])
    assert text.startswith("Den som drifter Styrk ga kontoen din et nytt passord.")
    [(subject, text)] = letters(people["department_leader"])
    assert subject == "Nytt passord til en som ser saker"
    assert "Den som drifter Styrk ga kontoen til Lars Lunde et nytt passord." in text


def test_password_of_one_who_sees_no_cases_is_told_to_the_owner_alone(people):
    account("password", "nurse")

    assert len(letters(people["nurse"])) == 1
    with scope.acting(scope.SYSTEM):
        assert Message.objects.count() == 1


def test_account_opened_for_a_deputy_is_told_to_the_leader(people):
    Account.objects.filter(person=people["deputy"]).delete()
    account("open", people["deputy"].employee_number, "dina")

    [(subject, _text)] = letters(people["deputy"])
    assert subject == "Du har fått en konto i Styrk"
    [(subject, _text)] = letters(people["ward_leader"])
    assert subject == "Ny konto til en som ser saker"
