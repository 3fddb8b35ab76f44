"""Facts that the tables hold together."""

from django.apps import apps
from django.db import models

from tests.structure.source import said

# A time without a person, or a person without a time, and why.
ALONE = {
    "trail.Entry.at": "the whole row is who and when",
    "incidents.Incident.happened_at": "it happened; nobody did it",
    "incidents.Incident.reported_at": "who reported stands in a table that fewer may see",
    "incidents.Incident.concluded_at": "the step says who: a person, or the last judgement",
    "access.Guest.asked_at": "by the one from outside, whose row it is",
    "access.Guest.email_due_at": "sent by a job",
    "access.Guest.last_in_at": "by the one from outside, whose row it is",
    "access.Draft.saved_at": "saved as it is typed, by the one whose draft it is",
    "access.Preview.kept_at": "kept when they are chosen, by the one whose files they are",
    "access.Preview.used_at": "said yes to by the one whose files they are",
    "incidents.SavedSearch.saved_at": "saved by the one whose search it is",
    "styrk_messages.Message.created_at": "written by the act that it tells of",
    "styrk_messages.Message.read_at": "read by the recipient",
    "styrk_messages.Message.emailed_at": "sent by a job",
    "styrk_messages.Message.email_due_at": "when a job tries next",
    "feedback.Voice.held_by": "a unit that handles it, no person",
    "feedback.Receipt.email_due_at": "when a job tries next",
    "duties.Duty.created_at": "made by the act that it follows from",
    "requirements.Edition.published_at": "a person, or the operator's import; the trail says who",
    "requirements.Told.seen_at": "seen by the one who was told",
    "serious.Answers.occurred_at": "it happened; nobody did it",
    "serious.Answers.known_at": "the organisation knew; who answered stands beside",
    "serious.Entry.occurred_at": "it happened; who wrote it stands beside",
    "serious.Notice.due_at": "the law's date, reckoned",
    "serious.Notice.soon_at": "when others are told, reckoned",
    "serious.Notice.late_at": "when others are told, reckoned",
    "serious.Shift.starts_at": "of a rota; who wrote it stands beside",
    "serious.Shift.ends_at": "of a rota; who wrote it stands beside",
    "serious.Call.at": "Styrk itself asked",
    "serious.Call.answered_at": "by the one who was asked, whose row it is",
    "serious.Call.passed_at": "when the rota's minutes were out",
    "incidents.Statement.ended_at": "withdrawn, or the case concluded by itself; its step says who",
    "subscriptions.Copy.ended_at": "closed by the sweep, or with the subscription, which says who",
    "board.Decision.corrected_at": "the decision that corrects it says who",
}


def ours() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("styrk.")]


def _name(model: type[models.Model], field: str) -> str:
    return f"{model._meta.app_label}.{model.__name__}.{field}"


def halves() -> list[tuple[type[models.Model], str, models.Field, str]]:
    """Every `x_at` and `x_by`, and the name of the other half; the bare `at` and `by` too."""
    found = []
    for model in ours():
        for field in model._meta.concrete_fields:
            stem, _, end = field.name.rpartition("_")
            if end in {"at", "by"}:
                other = {"at": "by", "by": "at"}[end]
                found.append((model, field.name, field, f"{stem}_{other}" if stem else other))
    return found


def test_a_time_has_its_person():
    alone = []
    for model, name, _, other in halves():
        fields = {field.name for field in model._meta.concrete_fields}
        if name not in {"at", "by"} and other not in fields and _name(model, name) not in ALONE:
            alone.append(f"{_name(model, name)} has no {other}")

    assert not alone, said(
        alone, "Store who did it as well as when, or add it to ALONE with the reason."
    )


def test_a_time_and_its_person_are_set_together():
    loose = []
    for model, name, field, other in halves():
        fields = {one.name: one for one in model._meta.concrete_fields}
        if other not in fields or not name.endswith("at"):
            continue
        if not field.null and not fields[other].null:
            continue
        if field.null != fields[other].null and _name(model, name) not in BY_THE_SYSTEM:
            loose.append(f"{_name(model, name)} and {other}: one may be empty, the other not")
        elif field.null and not _checked(model, name, other):
            loose.append(f"{_name(model, name)} and {other} have no constraint")

    assert not loose, said(
        loose, "Add a CheckConstraint: both are set, or neither. Name it <app>_<stem>_pair."
    )


# The person may be empty though the time is not, and why.
BY_THE_SYSTEM = {
    "incidents.IncidentStep.at": "the system itself acted",
    "intervention.SignalStep.at": "the night's sweep acted",
    "serious.Event.opened_at": "Styrk itself, when serious harm was reported",
    "committee.CommitteeCase.laid_at": "a rule lays what is serious",
    "serious.Answers.at": "Styrk itself took it from the report",
    "serious.EventStep.at": "Styrk itself acted",
    "access.Grant.granted_at": "the system itself acted",
    "indicators.Measurement.at": "Styrk itself counted, or the operator's import",
    "feedback.Voice.told_at": "by the open page, by somebody without a name",
    "review.Report.begun_at": "the night's sweep, when the period is over",
    "indicators.Batch.at": "the operator's import",
    "access.Token.made_at": "the operator, on the command line",
    "incidents.Attachment.added_at": "empty for the one who reported: it would tell who that was",
}
# The person may be empty also when the time is set: a duty that its subject settled by itself.
SETTLED_BY_THE_SYSTEM = {"duties.Duty.settled_at"}


def _checked(model: type[models.Model], one: str, other: str) -> bool:
    if _name(model, one) in SETTLED_BY_THE_SYSTEM:
        return True
    checks = [c for c in model._meta.constraints if isinstance(c, models.CheckConstraint)]
    return any(one in repr(c.condition) and other in repr(c.condition) for c in checks)


def test_the_exceptions_are_still_there():
    there = {_name(model, name) for model, name, _, _ in halves()}
    gone = sorted((set(ALONE) - {"trail.Entry.at"}) - there)

    assert not gone, said(gone, "Gone: take it out of ALONE.")


def test_choices_are_held_by_the_database():
    """A column with choices has a constraint that names it: data also comes by other ways than forms."""
    loose = [
        _name(model, field.name)
        for model in ours()
        for field in model._meta.concrete_fields
        if field.choices
        and not any(
            isinstance(c, models.CheckConstraint) and f"'{field.name}" in repr(c.condition)
            for c in model._meta.constraints
        )
    ]

    assert not loose, said(loose, "Add a CheckConstraint with the allowed values.")


def test_times_are_times_and_days_are_days():
    wrong = [
        _name(model, field.name)
        for model in ours()
        for field in model._meta.concrete_fields
        if (field.name.endswith("_at") and not isinstance(field, models.DateTimeField))
        or (field.name.endswith("_on") and type(field) is not models.DateField)
    ]

    assert not wrong, said(wrong, "`_at` is a time (DateTimeField), `_on` is a day (DateField).")
