import logging
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrk.core import guard
from styrk.core.guard import Finding, IdentityFound, Kind
from styrk.core.guard.finding import BLOCKING, without_overlap
from tests.core.guard.synthetic import BORN, dnrs, fnrs, person_number

FNR = person_number(BORN)
WORDS = ["Kari", "Nordmann", "Hans", "tlf", "født", "f.", "fnr", "journalnr", "pasienten", "fru"]
numbers = st.one_of(
    fnrs,
    dnrs,
    st.from_regex(r"\A[2-9][0-9]( [0-9]{2}){1,8}\Z"),
    st.from_regex(r"\A\+?[0-9]{2,14}\Z"),
    st.from_regex(r"\A[0-9]{1,2}\.[0-9]{1,2}\.([0-9]{2}|[0-9]{4})\Z"),
)
pieces = st.one_of(
    st.sampled_from(WORDS),
    numbers,
    st.sampled_from(["kari@a.no", "@", "(at)", "ø@b.no", "[e-post fjernet]", "[navn fjernet]"]),
    st.text("0123456789 .-/@+()[],:\u200b\u00a0\u030a\uff11aKÅ\n", max_size=8),
    st.text(max_size=4),
)
texts = st.builds(
    lambda parts, gap: gap.join(parts),
    st.lists(pieces, max_size=9),
    st.sampled_from([" ", "", "\n", "/", ", "]),
)
over_many = settings(deadline=None, max_examples=500)


@over_many
@given(texts)
def test_findings_are_sorted_inside_the_text_and_apart(text):
    findings = guard.find(text)

    ends = [0, *(finding.end for finding in findings)]
    assert all(end <= f.start < f.end <= len(text) for end, f in zip(ends, findings, strict=False))
    assert all(finding.blocks == (finding.kind in BLOCKING) for finding in findings)
    assert guard.blocking(text) == [finding for finding in findings if finding.blocks]
    assert guard.warnings(text) == [finding for finding in findings if not finding.blocks]


@over_many
@given(texts)
def test_redacted_text_may_be_saved_and_stays_as_it_is(text):
    redacted = guard.redact(text)

    assert guard.blocking(redacted) == []
    assert guard.redact(redacted) == redacted
    guard.refuse_identity(redacted)


def test_blocking_beats_warning_and_longer_beats_shorter():
    warning = Finding(Kind.name, 0, 20, blocks=False)
    short = Finding(Kind.phone, 4, 12, blocks=True)
    long = Finding(Kind.fnr, 2, 13, blocks=True)
    apart = Finding(Kind.record_number, 13, 15, blocks=False)

    assert without_overlap([warning, short, long, apart]) == [long, apart]


def test_longer_identifier_is_reported_for_the_part_inside_it():
    text = f"Skriv til {FNR}@sykehus.no"

    assert guard.find(text) == [Finding(Kind.email, 10, len(text), blocks=True)]


def test_kinds_are_the_seven_words_of_the_command_line():
    assert list(Kind) == [
        "fnr",
        "dnr",
        "phone",
        "email",
        "name",
        "date_of_birth",
        "record_number",
    ]


def test_identity_is_refused_without_repeating_it():
    with pytest.raises(IdentityFound) as refused:
        guard.refuse_identity("Ingen her", f"Fnr {FNR}", "Kari Nordmann, tlf 91234567")

    assert refused.value.findings == [
        Finding(Kind.fnr, 4, 15, blocks=True),
        Finding(Kind.phone, 19, 27, blocks=True),
    ]
    assert isinstance(refused.value, ValueError)
    assert FNR not in str(refused.value) + repr(refused.value)


def test_warnings_alone_are_not_refused():
    guard.refuse_identity("pasienten Kari Nordmann, født 12.03.1950, journalnr 123456", "")


def test_finding_never_shows_the_text(caplog):
    logging.getLogger("test").warning("%s", guard.find(f"Fnr {FNR}"))

    assert FNR not in caplog.text


def test_package_starts_without_django():
    code = (
        "import sys; import styrk.core.guard.report;"
        "sys.exit(any(name.partition('.')[0] in {'django', 'psycopg'} for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
