"""What a report is called, when nobody gives it a title."""

import pytest

from styrk.incidents.commands.report import title_of


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("pasienten falt på badet. Ingen så det.", "Pasienten falt på badet"),
        ("Kom uten legemiddelliste\nVi ringte to ganger.", "Kom uten legemiddelliste"),
        ("Fall.\r\nPasienten lå ved senga.", "Fall. Pasienten lå ved senga"),
        ("  Æ og Ø er ord  på   trøndersk  ", "Æ og Ø er ord på trøndersk"),
    ],
)
def test_the_first_sentence_or_line_is_the_title(told, title):
    assert title_of(told) == title
