"""Person identifiers in free text: find them, refuse them, take them out.

Offsets are code points from 0, end exclusive. Pure: no database, no Django.
"""

from collections.abc import Iterable

from styrk.core.guard.finding import Finding, Kind
from styrk.core.guard.redaction import redacted
from styrk.core.guard.search import all_findings

__all__ = [
    "Finding",
    "IdentityFound",
    "Kind",
    "blocking",
    "find",
    "has_person_number",
    "redact",
    "refuse_identity",
    "warnings",
]

PERSON_NUMBERS = {Kind.fnr, Kind.dnr}
DIGITS = 11


class IdentityFound(ValueError):
    """Text that must not be saved; `findings` say what and where, in the order of the texts.

    Neither the message nor the findings hold any of the text, so both may be logged.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        kinds = sorted({finding.kind.value for finding in self.findings})
        super().__init__(f"Identity found in text: {', '.join(kinds)}")


def find(text: str) -> list[Finding]:
    """Everything that identifies or may identify a person, by start, without overlap."""
    return all_findings(text)


def has_person_number(text: str) -> bool:
    """Whether a fødselsnummer or D-nummer stands in the text. Those have eleven digits."""
    if len(text) < DIGITS or sum(character.isdigit() for character in text) < DIGITS:
        return False
    return any(finding.kind in PERSON_NUMBERS for finding in find(text))


def blocking(text: str) -> list[Finding]:
    """What must out before the text may be saved."""
    return [finding for finding in find(text) if finding.blocks]


def warnings(text: str) -> list[Finding]:
    """What the writer must look at, and may keep."""
    return [finding for finding in find(text) if not finding.blocks]


def redact(text: str, findings: Iterable[Finding] | None = None) -> str:
    """The text with each finding (all blocking ones by default) replaced by words for its kind."""
    return redacted(text, blocking(text) if findings is None else findings)


def refuse_identity(*texts: str) -> None:
    """Raise IdentityFound if any of the texts has a blocking finding."""
    findings = [finding for text in texts for finding in blocking(text)]
    if findings:
        raise IdentityFound(findings)
