"""The small world in the database that STYRK_DATA names, and sessions in it, as JSON: a program."""

import json
import sys

from styrk.config import environment

environment.set_up()

from django.test import Client

from styrk.core import clock
from tests import world
from tests.clients import signed_in


def make(keys: list[str]) -> dict[str, dict[str, str]]:
    made = world.build(clock.now())
    return {
        key: {
            "session": signed_in(Client(), made.people[key]).cookies["styrk_session"].value,
            "unit": str(made.people[key].home_unit.uuid),
        }
        for key in keys
    }


if __name__ == "__main__":
    json.dump(make(sys.argv[1:]), sys.stdout)
