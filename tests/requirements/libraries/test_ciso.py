"""CISO Assistant's two forms, in the small."""

import pytest
import yaml

from styrk.requirements.libraries import Item, Library, read, write_ciso_yaml
from tests.requirements.libraries.files import as_yaml, ciso, ciso_book, codes

NODE = {"urn": "urn:x:a", "ref_id": "1", "description": "t", "assessable": True, "depth": 1}


def read_ciso(*nodes, **head):
    return read(as_yaml(ciso(*nodes, **head)), "ciso.yaml")


def read_book(*rows, **more):
    return read(ciso_book(*rows, **more), "forfatter.xlsx")


@pytest.mark.parametrize("key", ["urn", "name", "version"])
def test_what_a_library_must_say(key):
    told = read_ciso(NODE, **{key: None})

    assert codes(told) == ["missing"]
    assert told.problems[0].value == key


def test_a_node_without_urn_or_words():
    assert codes(read_ciso({"depth": 1})) == ["missing", "missing", "nothing_said"]


def test_several_frameworks_are_refused():
    document = ciso(NODE)
    document["objects"]["framework"] = [document["objects"]["framework"]] * 2

    assert codes(read(as_yaml(document), "k")) == ["many_frameworks"]


def test_what_has_no_meaning_for_us_follows_along():
    told = read_ciso(NODE | {"threats": ["urn:x:t"], "depth": 4}, labels=["a"])
    written = yaml.safe_load(write_ciso_yaml(told.library))

    assert told.library.extra["ciso"]["labels"] == ["a"]
    assert written["labels"] == ["a"]
    assert written["objects"]["framework"]["requirement_nodes"] == [
        NODE | {"threats": ["urn:x:t"], "depth": 4}
    ]


def test_reference_controls_and_threats_follow_along():
    document = ciso(NODE)
    document["objects"] |= {"reference_controls": [{"urn": "urn:x:c"}], "threats": [{"urn": "t"}]}
    library = read(as_yaml(document), "k").library

    assert yaml.safe_load(write_ciso_yaml(library))["objects"] == document["objects"]


def test_mappings_between_frameworks():
    pair = {
        "source_requirement_urn": "urn:x:a",
        "target_requirement_urn": "urn:y:b",
        "relationship": "subset",
        "strength_of_relationship": 7,
        "rationale": "fordi",
        "annotation": "ukjent for oss",
    }
    one = {
        "urn": "urn:x:m",
        "ref_id": "m",
        "name": "M",
        "source_framework_urn": "urn:x",
        "target_framework_urn": "urn:y",
        "requirement_mappings": [pair],
    }
    document = ciso() | {"objects": {"requirement_mapping_sets": [one]}}
    told = read(as_yaml(document), "k")

    assert codes(told) == []
    (mapping,) = told.library.mappings[0].mappings
    assert (mapping.source, mapping.target, mapping.relation) == ("urn:x:a", "urn:y:b", "subset")
    assert (mapping.strength, mapping.rationale) == (7, "fordi")
    assert yaml.safe_load(write_ciso_yaml(told.library))["objects"] == document["objects"]


def test_our_own_library_is_written_as_ciso_assistant_demands():
    items = (
        Item(ref="3", position=1, title="Kvalitet", assessable=False),
        Item(ref="3.10 Æ", position=2, parent="3", text="Kort ventetid", kind="target"),
        Item(ref="3.10 Å", position=3, parent="3", text="Flere svar"),
    )
    library = Library(code="OB 2026", title="Oppdrag", version="2026-A", requirements=items)

    written = yaml.safe_load(write_ciso_yaml(library))
    nodes = written["objects"]["framework"]["requirement_nodes"]

    assert (written["version"], written["locale"]) == (1, "nb")
    assert written["urn"] == "urn:styrk:library:ob-2026"
    assert [node["urn"] for node in nodes] == [
        "urn:styrk:req_node:ob-2026:3",
        "urn:styrk:req_node:ob-2026:3.10",
        "urn:styrk:req_node:ob-2026:3.10:2",
    ]
    assert [node["depth"] for node in nodes] == [1, 2, 2]
    assert nodes[1]["parent_urn"] == nodes[0]["urn"]
    assert read(write_ciso_yaml(library), "k").library == library


def test_what_is_laid_over_is_checked_like_everything_else():
    assert codes(read_ciso(NODE | {"styrk": {"type": "hva som helst"}})) == ["not_choice"]
    assert codes(read_ciso(NODE | {"styrk": {"under": "urn:x:a"}})) == ["own_parent"]
    assert codes(read_ciso(NODE | {"styrk": {"plass": "først"}})) == ["not_whole"]
    assert codes(read_ciso(NODE, styrk={"tittel": None})) == ["missing"]


def test_yes_in_yaml_of_before():
    text = as_yaml(ciso(NODE)).decode().replace("assessable: true", "assessable: yes")

    assert read(text.encode(), "k").library.requirements[0].assessable


ROWS = (
    [None, 1, "A b", "Kapittel", None],
    ["x", 2, None, "Første", "t"],
    ["x", 2, None, "Andre", "t"],
    ["x", 3, "2.1 (æ)", None, "t"],
    ["x", 2, None, "Tredje", "t"],
    [None, 1, None, "Uten id", None],
    ["x", 2, None, "Ny", "t"],
)


def test_urns_of_rows():
    told = read_book(*ROWS)

    assert codes(told) == []
    assert [(item.ref, item.parent) for item in told.library.requirements] == [
        ("urn:x:req:a-b", None),
        ("urn:x:req:a-b:1", "urn:x:req:a-b"),
        ("urn:x:req:a-b:2", "urn:x:req:a-b"),
        ("urn:x:req:2.1-()", "urn:x:req:a-b:2"),
        ("urn:x:req:a-b:3", "urn:x:req:a-b"),
        ("urn:x:req:uten-id", None),
        ("urn:x:req:uten-id:1", "urn:x:req:uten-id"),
    ]
    assert [item.assessable for item in told.library.requirements] == [
        False, True, True, True, True, False, True,
    ]  # fmt: skip


def test_an_unknown_column_is_kept_and_told():
    told = read_book(["x", 1, "a", "n", "t", "hei"], header=[
        "assessable", "depth", "ref_id", "name", "description", "farge",
    ])  # fmt: skip

    assert told.library.requirements[0].extra == {"ciso": {"farge": "hei"}}
    assert [(one.code, one.value) for one in told.warnings] == [("column_kept", "farge")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["x", None, "a", "n", "t"], "not_whole"),
        (["x", "to", "a", "n", "t"], "not_whole"),
        (["x", 0, "a", "n", "t"], "depth_jump"),
        (["x", 2, "a", "n", "t"], "depth_jump"),
        (["x", 1, "a", "=1+1", "t"], "formula"),
    ],
)
def test_rows_that_are_wrong(row, code):
    told = read_book(row)

    assert codes(told) == [code]
    assert told.problems[0].place.row == 2


def test_references_questions_and_scales():
    header = ["assessable", "depth", "name", "threats", "questions", "answer", "scores_definition"]
    row = ["x", 1, "a", "1:T.1, urn:y:t", "Hva?\nNår?", "VALG\nTEKST", "skala"]
    sheets = {
        "p_meta": [["type", "urn_prefix"]],
        "p_content": [["prefix_id", "prefix_value"], [1, "urn:x:threat"]],
        "s_meta": [["type", "scores"], ["name", "skala"]],
        "s_content": [["score", "name", "name[nn]"], [0, "Nei", "Nei"], [1, "Ja", "Jau"]],
        "a_meta": [["type", "answers"], ["name", "svar"]],
        "a_content": [
            ["id", "question_type", "question_choices"],
            ["VALG", "unique_choice", "Ja\n|helt\nNei"],
            ["TEKST", "text", None],
        ],
        "f_meta": [
            ["type", "framework"],
            ["base_urn", "urn:x:req"],
            ["answers_definition", "svar"],
        ],
    }
    told = read_book(row, header=header, sheets=sheets)

    assert codes(told) == []
    urn = "urn:x:req:a:question"
    assert told.library.requirements[0].extra["ciso"] == {
        "threats": ["urn:x:threat:t.1", "urn:y:t"],
        "questions": {
            f"{urn}:1": {
                "type": "unique_choice",
                "text": "Hva?",
                "choices": [
                    {"urn": f"{urn}:1:choice:1", "value": "Ja\nhelt"},
                    {"urn": f"{urn}:1:choice:2", "value": "Nei"},
                ],
            },
            f"{urn}:2": {"type": "text", "text": "Når?"},
        },
        "scores_definition": [
            {"score": 0, "name": "Nei", "translations": {"nn": {"name": "Nei"}}},
            {"score": 1, "name": "Ja", "translations": {"nn": {"name": "Jau"}}},
        ],
    }


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("threats", "9:T1", "unknown_prefix"),
        ("reference_controls", "uten", "unknown_prefix"),
        ("scores_definition", "skala", "block_missing"),
    ],
)
def test_references_to_nothing(column, value, code):
    told = read_book(["x", 1, "a", value], header=["assessable", "depth", "name", column])

    assert codes(told) == [code]
    assert told.problems[0].value == value


@pytest.mark.parametrize(
    ("answer", "code"),
    [("VALG", "unknown_answer"), ("A\nB", "answers_count"), (None, "answers_count")],
)
def test_questions_without_answers(answer, code):
    header = ["assessable", "depth", "name", "questions", "answer"]

    assert set(codes(read_book(["x", 1, "a", "1?\n2?\n3?", answer], header=header))) == {code}


def test_sheets_that_are_missing_or_unknown():
    sheets = {"g_meta": [["type", "metrics"]], "g_content": [["a"]], "h_meta": [["type", "scores"]]}

    assert codes(read_book(["x", 1, "a", "n", "t"], sheets=sheets)) == [
        "block_missing",
        "block_unknown",
    ]


def matrix_book(*rows):
    header = ["type", "id", "color", "abbreviation", "name", "description", "grid", "grid"]
    sheets = {"m_meta": [["type", "risk_matrix"], ["name", "M"]], "m_content": [header, *rows]}
    return read_book(["x", 1, "a", "n", "t"], sheets=sheets)


LEVELS = (
    ["probability", 1, None, "B", "Sannsynlig", None, 0, 1],
    ["probability", 0, None, "A", "Lite sannsynlig", None, 0, 0],
    ["impact", 0, None, "A", "Liten", None, None, None],
    ["impact", 1, None, "B", "Stor", None, None, None],
    ["risk", 0, None, "A", "Lav", None, None, None],
    ["risk", 1, None, "B", "Høy", None, None, None],
)


def test_a_risk_matrix_of_authors():
    told = matrix_book(*LEVELS)

    assert codes(told) == []
    (matrix,) = told.library.risk_matrices
    assert [level.title for level in matrix.likelihood] == ["Lite sannsynlig", "Sannsynlig"]
    assert matrix.grid == ((0, 0), (0, 1))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["risiko", 0, None, "A", "Lav", None, None, None], "not_choice"),
        (["risk", "to", None, "A", "Lav", None, None, None], "not_whole"),
        (["impact", 2, None, "A", "Mer", None, None, None], "grid_shape"),
    ],
)
def test_a_risk_matrix_of_authors_that_does_not_add_up(row, code):
    assert codes(matrix_book(*LEVELS, row)) == [code]


def test_a_mapping_of_authors():
    sheets = {
        "m_meta": [
            ["type", "requirement_mapping_set"],
            ["source_framework_urn", "urn:x"],
            ["target_framework_urn", "urn:y"],
            ["source_node_base_urn", "urn:x:req"],
            ["target_node_base_urn", "urn:y:req"],
        ],
        "m_content": [
            ["source_node_id", "target_node_id", "relationship"],
            ["A 1", "b", "equal"],
            [None, "b", "equal"],
        ],
    }
    told = read_book(["x", 1, "a", "n", "t"], sheets=sheets)

    assert codes(told) == ["missing"]
    assert told.problems[0].place.row == 3

    sheets["m_content"].pop()
    told = read_book(["x", 1, "a", "n", "t"], sheets=sheets)
    (mapping,) = told.library.mappings[0].mappings
    assert (mapping.source, mapping.target, mapping.relation) == (
        "urn:x:req:a-1",
        "urn:y:req:b",
        "equal",
    )
