"""What every act on a samleavvik or a tema leaves behind: a step and a line in the trail."""

from datetime import datetime

from styrk.core.rows import add
from styrk.organisation.models import Person
from styrk.patterns.models import GroupStep, IncidentGroup, Theme, ThemeStep
from styrk.trail.commands import record


def step(
    group: IncidentGroup, act: str, by: Person, now: datetime, text: str, note: str = ""
) -> None:
    """`text` is the act in bokmål, in the past tense. Neither it nor the note names a report."""
    add([GroupStep(group=group, act=act, at=now, by=by, note=note)])
    record(
        by=by,
        now=now,
        act=f"incident_group.{act}",
        subject="incident_group",
        subject_id=group.pk,
        trust_id=group.trust_id,
        text=text,
    )


def theme_step(
    theme: Theme, act: str, by: Person, now: datetime, text: str, note: str = ""
) -> None:
    """The same of a tema."""
    add([ThemeStep(theme=theme, act=act, at=now, by=by, note=note)])
    record(
        by=by,
        now=now,
        act=f"theme.{act}",
        subject="theme",
        subject_id=theme.pk,
        trust_id=theme.trust_id,
        text=text,
    )
