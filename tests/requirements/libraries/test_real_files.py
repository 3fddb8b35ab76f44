"""Published frameworks, read whole and written back."""

import json
from datetime import date

import pytest

from styrk.requirements.libraries import read
from tests.requirements.libraries.files import (
    CSF,
    EXAMPLE,
    LOW,
    WRITERS,
    codes,
    read_real,
    real,
)

FILES = {
    CSF: ("ciso_yaml", 134, 106),
    "ciso/nis2-directive.yaml": ("ciso_yaml", 17, 13),
    EXAMPLE: ("ciso_xlsx", 38, 27),
    LOW: ("oscal", 167, 149),
    "oscal/basic-catalog.json": ("oscal", 8, 4),
}
MATRICES = {
    "ciso/critical_risk_matrix_5x5.yaml": 5,
    "ciso/risk-matrix-4x4-with-5-levels.yaml": 4,
    "ciso/risk-matrix-5x5-sensitive.yaml": 5,
}


@pytest.mark.parametrize("name", FILES)
def test_a_framework_is_read_whole(name):
    form, items, assessable = FILES[name]

    told = read_real(name)

    assert codes(told) == []
    assert told.warnings == ()
    assert told.form == form
    assert len(told.library.requirements) == items
    assert sum(item.assessable for item in told.library.requirements) == assessable
    assert [item.position for item in told.library.requirements] == list(range(1, items + 1))


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", [*FILES, *MATRICES])
def test_written_in_any_form_it_is_read_back_the_same(name, form):
    library = read_real(name).library

    again = read(WRITERS[form](library), "igjen")

    assert codes(again) == []
    assert again.form == form
    assert again.library == library


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_library_is_always_the_same_bytes(form):
    library = read_real(CSF).library

    assert WRITERS[form](library) == WRITERS[form](library)


@pytest.mark.parametrize("name", [CSF, "ciso/nis2-directive.yaml"])
def test_a_library_of_ciso_assistant_needs_nothing_of_ours(name):
    assert b"styrk" not in WRITERS["ciso_yaml"](read_real(name).library)


@pytest.mark.parametrize("name", [LOW, "oscal/basic-catalog.json"])
def test_a_catalog_is_written_as_it_was(name):
    was = json.loads(real(name))

    written = json.loads(WRITERS["oscal"](read_real(name).library))

    assert _tidy(written) == _tidy(was)


def _tidy(value):
    """Without blanks around texts, which is all that a catalog may lose."""
    if isinstance(value, dict):
        return {key: _tidy(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [_tidy(inside) for inside in value]
    return value.strip() if isinstance(value, str) else value


def test_nist_csf_says_who_what_and_when():
    library = read_real(CSF).library
    by_point = {item.point: item for item in library.requirements}

    assert library.urn == "urn:intuitem:risk:library:nist-csf-2.0"
    assert (library.code, library.version, library.language) == ("NIST-CSF-2.0", "6", "en")
    assert (library.issuer, library.dated) == ("NIST", date(2026, 6, 3))
    assert by_point["GV.OC-01"].parent == by_point["GV.OC"].ref
    assert by_point["GV.OC"].parent == by_point["GV"].ref
    assert by_point["GV"].title == "GOVERN"
    assert by_point["GV"].translations["fr"]["title"] == "GOUVERNER"
    assert by_point["GV.OC-01"].extra["ciso"]["reference_controls"][0].startswith("urn:intuitem")


def test_the_low_baseline_reads_as_nist_prints_it():
    by_ref = {item.ref: item for item in read_real(LOW).library.requirements}
    policy = by_ref["ac-1"]

    assert (policy.point, policy.title, policy.parent) == ("AC-1", "Policy and Procedures", "ac")
    assert "{{" not in "".join(item.text for item in by_ref.values())
    assert policy.text.startswith(
        "a. Develop, document, and disseminate to "
        "[Assignment: organization-defined personnel or roles]:\n"
        "  1. [Selection (one or more): organization-level; mission/business process-level; "
        "system-level] access control policy that:\n"
        "    (a) Addresses purpose"
    )
    assert policy.note.startswith("Access control policy and procedures address")
    assert by_ref["ia-2.1"].parent == "ia-2"


@pytest.mark.parametrize("name", MATRICES)
def test_a_risk_matrix_is_read_with_its_grid(name):
    (matrix,) = read_real(name).library.risk_matrices

    assert len(matrix.likelihood) == len(matrix.consequence) == len(matrix.grid) == MATRICES[name]
    assert max(max(row) for row in matrix.grid) == len(matrix.risk) - 1
    assert matrix.grid[0][0] == 0
    assert matrix.grid[-1][-1] == len(matrix.risk) - 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ssp-example.json", "system-security-plan"),
        ("example-component.json", "component-definition"),
        ("example-component-definition.json", "component-definition"),
        ("ifa_assessment-plan-example.json", "assessment-plan"),
        ("ifa_assessment-results-example.json", "assessment-results"),
        ("ifa_plan-of-action-and-milestones.json", "plan-of-action-and-milestones"),
    ],
)
def test_other_documents_of_oscal_are_refused_by_name(name, kind):
    told = read_real(f"oscal/{name}")

    assert codes(told) == ["oscal_other"]
    assert kind in told.problems[0].text


def test_the_example_of_authors_has_the_urns_of_its_own_converter():
    library = read_real(EXAMPLE).library
    base = "urn:intuitem:risk:req_node:my-framework_example.1"
    by_title = {item.title: item for item in library.requirements}

    assert [item.ref for item in library.requirements[:5]] == [
        f"{base}:level1",
        f"{base}:level1:1",
        f"{base}:level3",
        f"{base}:level3:1",
        f"{base}:level3:2",
    ]
    assert by_title["Requirement 5.1"].parent == by_title["Requirement 5"].ref
    assert by_title["Requirement 9"].groups == ("grp001", "grp003")
    assert by_title["Requirement 9"].extra["ciso"]["reference_controls"] == [
        "urn:intuitem:risk:function:my-framework_example.1:important.r2.01"
    ]
    questions = by_title["Level 4"].extra["ciso"]
    assert "questions" not in questions
    assert by_title["Section 2"].assessable is False
