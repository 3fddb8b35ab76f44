"""A new database has the tables that the migrations make, though it does not run them."""

from tools import schema

# PostgreSQL writes a condition it has read from a script with fewer of them.
PARENTHESES = {ord("("): None, ord(")"): None}


def test_the_script_is_what_the_migrations_come_to(db):
    committed = schema.SCRIPT.read_text(encoding="utf-8")

    assert committed == schema.rendered(), "The migrations have changed: run «make schema»."


def test_the_tables_made_by_the_script_are_those_in_it(db):
    committed = schema.SCRIPT.read_text(encoding="utf-8").translate(PARENTHESES)

    assert schema.laid().translate(PARENTHESES) == committed
