"""How many records lack something."""

from dataclasses import replace

from styrk.overview.threads.drawing import Row, lacking
from styrk.ui.strands import Node


def test_a_record_that_stands_twice_is_counted_once():
    risk = Row(Node("risk", 1, "Fall"), "Risiko", "Fall", [("Ingen tiltak", "danger")])
    again = replace(risk, again=True)
    goal = Row(Node("goal", 2, "Færre fall"), "Mål", "Færre fall", [], below=[again])

    assert lacking([risk, goal]) == 1
    assert lacking([goal]) == 0
    assert lacking([risk, replace(risk, node=Node("risk", 3, "Feil dose"))]) == 2
