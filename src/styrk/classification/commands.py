"""Taking a code scheme into use and out of it, and setting codes on an incident."""

from collections.abc import Collection
from datetime import datetime

from styrk.classification.models import Code, CodeAxis, CodeScheme, IncidentCode
from styrk.classification.refusals import InUse, OtherScheme
from styrk.classification.types import ReadScheme
from styrk.core import states
from styrk.core.rows import add
from styrk.incidents.models import Incident
from styrk.incidents.record import step
from styrk.incidents.states import MOVES
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import already_done, command, record


@command
def take_scheme(*, read: ReadScheme, trust: Unit, by: Person, now: datetime) -> CodeScheme:
    """Take the scheme into use. The version that was in use stands, with all that was set by it."""
    before = CodeScheme.objects.filter(trust=trust, name=read.name, ended_at__isnull=True)
    before.update(ended_at=now, ended_by=by)
    scheme = CodeScheme.objects.create(
        trust=trust,
        name=read.name,
        version=read.version,
        publisher=read.publisher,
        taken_at=now,
        taken_by=by,
    )
    axes = [
        CodeAxis(scheme=scheme, number=number, key=one.key, title=one.title)
        for number, one in enumerate(read.axes, start=1)
    ]
    CodeAxis.objects.bulk_create(axes)
    Code.objects.bulk_create(
        Code(axis=axis, number=number, code=code, title=title)
        for axis, one in zip(axes, read.axes, strict=True)
        for number, (code, title) in enumerate(one.codes, start=1)
    )
    _noted(scheme, "take", by, now, f"Tok kodeverket {scheme} i bruk, med {read.number} koder")
    return scheme


@command
def end_scheme(*, scheme: CodeScheme, by: Person, now: datetime) -> None:
    """Nobody sets its codes from now on; those that are set stand."""
    if scheme.ended_at is not None:
        raise states.NotNow("ended", "end")
    scheme.ended_at, scheme.ended_by = now, by
    scheme.save(update_fields=["ended_at", "ended_by"])
    _noted(scheme, "end", by, now, f"Tok kodeverket {scheme} ut av bruk")


@command
def reopen_scheme(*, scheme: CodeScheme, by: Person, now: datetime) -> None:
    """Take it into use again. Raises InUse where another version of it is."""
    if scheme.ended_at is None:
        raise states.NotNow("in_use", "reopen")
    if CodeScheme.objects.filter(
        trust=scheme.trust_id, name=scheme.name, ended_at__isnull=True
    ).exists():
        raise InUse
    scheme.ended_at = scheme.ended_by = None
    scheme.save(update_fields=["ended_at", "ended_by"])
    _noted(scheme, "reopen", by, now, f"Tok kodeverket {scheme} i bruk igjen")


@command
def classify_incident(
    *, incident: Incident, codes: Collection[Code], by: Person, now: datetime
) -> None:
    """Let these codes stand on the case, and no others of the schemes in use. Raises OtherScheme."""
    states.move(MOVES, incident.state, "classify")
    for one in codes:
        scheme = one.axis.scheme
        if scheme.trust_id != incident.trust_id or scheme.ended_at is not None:
            raise OtherScheme
    standing = {
        one.code_id: one
        for one in IncidentCode.objects.filter(
            incident=incident, removed_at__isnull=True, code__axis__scheme__ended_at__isnull=True
        ).select_related("code")
    }
    wanted = {one.pk: one for one in codes}
    new = [one for pk, one in wanted.items() if pk not in standing]
    gone = [one for pk, one in standing.items() if pk not in wanted]
    if not new and not gone:
        return already_done()
    IncidentCode.objects.filter(pk__in=[one.pk for one in gone]).update(
        removed_at=now, removed_by=by
    )
    add(
        [
            IncidentCode(
                incident=incident, trust_id=incident.trust_id, code=one, set_at=now, set_by=by
            )
            for one in new
        ]
    )
    note = _told(new, [one.code for one in gone])
    step(incident, "classify", by, now, text="Satte koder på saken", note=note)
    return None


def _told(new: Collection[Code], gone: Collection[Code]) -> str:
    said = [("Satt", new), ("Tatt bort", gone)]
    return " ".join(
        f"{word}: {', '.join(str(one) for one in codes)}." for word, codes in said if codes
    )


def _noted(scheme: CodeScheme, act: str, by: Person, now: datetime, text: str) -> None:
    record(
        by=by,
        now=now,
        act=f"code_scheme.{act}",
        subject="code_scheme",
        subject_id=scheme.pk,
        trust_id=scheme.trust_id,
        text=text,
    )
