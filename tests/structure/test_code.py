"""What import-linter and the linter cannot see. Each failure says what to do."""

import ast
import re

import pytest
from django.apps import apps as registry

from tests.structure import source
from tests.structure.source import said

BELOW_VIEWS = ("states", "types", "models", "rules", "queries", "commands", "jobs")
OF_HTTP = (
    "django.http",
    "django.shortcuts",
    "django.contrib.messages",
    "django.template",
    "django.views",
    "styrk.ui.pages",
)
# Reaches past the queries, and so past the scope written in them.
MANAGERS = {"objects", "_base_manager", "_default_manager"}
# Imports that have to wait, each with its reason.
LATE_IMPORTS: dict[str, str] = {}
# Import by name at run time: what is loaded is decided by data, not by us.
BY_NAME = {
    "styrk.core.doors": "the named doors: an app opens one by having the module",
    "styrk.config.cli.lazy": "commands are loaded when they are called",
    "styrk.config.urls": "an app's addresses",
    "styrk.overview.nav": "the menu entries of its parts",
}


def test_views_reach_records_only_through_queries_and_commands():
    found = [
        f"{module.at(node)}: .{node.attr}"
        for module in source.parts("views", "urls", "presenters", "nav", "evidence")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS
    ]

    assert not found, said(found, "Put the read in the app's queries, the write in its commands.")


def test_rows_are_held_without_holding_up_those_that_point_at_them():
    """A row held with its key waits for, and is waited for by, every new row with a foreign key to it."""
    found = [
        module.at(node)
        for module in source.modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "select_for_update"
        and not any(one.arg == "no_key" for one in node.keywords)
    ]
    assert not found, said(found, "Say select_for_update(no_key=True, …).")


def test_nothing_of_the_web_below_the_views():
    found = [
        f"{module.at(node)}: {name}"
        for module in source.parts(*BELOW_VIEWS)
        for name, node in source.imports(module.tree)
        if name.startswith(OF_HTTP)
    ]

    assert not found, said(
        found, "Commands, queries and rules serve imports and jobs too: do this in the view."
    )


def test_imports_stand_at_the_top():
    found = [
        f"{module.at(node)}: {name} in {function.name}"
        for module in source.modules()
        for function in ast.walk(module.tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for name, node in source.imports(function)
        if f"{module.name}.{function.name}" not in LATE_IMPORTS
    ]

    assert not found, said(
        found, "Move the import to the top. If that makes a circle, the code stands in a wrong app."
    )


def test_modules_are_loaded_by_name_only_where_agreed():
    found = [
        module.at(node)
        for module in source.modules()
        if module.name not in BY_NAME
        for name, node in source.imports(module.tree)
        if name.startswith("importlib.import_module") or name == "importlib"
    ]

    assert not found, said(
        found, "Import it at the top, or open one of the five doors in core.doors."
    )


def links() -> list[tuple[str, str, str]]:
    """Every relation between our models: whose, in which app; and the app it points to."""
    ours = [model for model in registry.get_models() if model.__module__.startswith("styrk.")]
    return [
        (f"{model.__name__}.{field.name}", _app(model), _app(field.related_model))
        for model in ours
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and isinstance(field.related_model, type)
    ]


def _app(model: type) -> str:
    return model.__module__.split(".")[1] if model.__module__.startswith("styrk.") else ""


def test_foreign_keys_point_downwards():
    order = source.layers()
    found = [
        f"{name} in {app} points up to {target}"
        for name, app, target in links()
        if target and order.index(target) < order.index(app)
    ]

    assert links(), "no relation found: this test looks at nothing"
    assert not found, said(found, "The higher app owns the link: put the foreign key there.")


# Public functions in a commands module that are not an act of the organisation, and why.
NOT_ACTS = {
    "trail.commands.command": "the decorator itself",
    "trail.commands.record": "what every command ends in",
    "trail.commands.record_all": "the same for many",
    "trail.commands.record_reading": "a reading, in its own table",
    "trail.commands.record_readings": "the same for many",
    "trail.commands.already_done": "says that a retry found its act done",
    "requirements.commands.sources.open_edition": "part of the act that begins or takes it in",
    "organisation.commands.departing.fit_posts": "part of the act that says who has left",
    "organisation.commands.departing.let_posts_end": "part of the act that says who is here again",
    "access.commands.drafts.keep_draft": "what a person has typed, not yet said to anyone",
    "access.commands.drafts.throw_draft": "the person's own draft",
    "access.commands.grants.end_all_grants": "part of the act that takes a case out of the line",
    "access.commands.drafts.throw_drafts_of": "part of the act that takes a case out of sight",
    "access.commands.drafts.forget_drafts": "drafts that nobody came back to",
    "access.commands.previews.keep_preview": "files that a person has chosen, not yet read in",
    "access.commands.previews.use_preview": "part of the act that reads them in, which records it",
    "access.commands.previews.forget_previews": "files that nobody said yes to",
    "access.commands.sent.sent_before": "whether a form was done before",
    "access.commands.sent.keep_sent": "part of the act that the form is for, which records itself",
    "access.commands.sent.forget_sent": "forms that nobody sends again",
    "access.commands.grants.grant_to_person": "part of the act that opens the record, which records it",
    "access.commands.grants.grant_to_post": "part of the act that opens the record, which records it",
    "access.commands.grants.end_grants": "part of the act that ends the sight, which records it",
    "access.commands.grants.end_persons_grants": "part of the act that ends the sight, which records it",
    "access.commands.guests.invite_guest": "part of the act that lets them in, which records it",
    "access.commands.guests.renew_link": "part of the act that gives a new address, which records it",
    "access.commands.guests.end_guest": "part of the act that ends it, which records it",
    "access.commands.guests.forget_guests": "names of those let in long ago; what they opened stays",
    "access.commands.guests.ask_code": "asks for a code, and tells nobody anything yet",
    "access.commands.guests.show_code": "part of the act of coming in, which records it",
    "access.commands.tokens.note_use": "when it was last used, and no more",
    "access.commands.tokens.end_tokens_of_gone": "as many acts as there are tokens, each of which records itself",
    "access.commands.deliveries.claim": "part of the act that is asked for, which records itself",
    "access.commands.deliveries.keep_answer": "part of the act that was asked for",
    "access.commands.deliveries.forget_deliveries": "answers that nobody asks for again",
    "incidents.commands.questions.end_question": "part of the act that ends it, which records it",
    "incidents.commands.questions.end_questions": "part of the act that ends the case",
    "incidents.commands.questions.end_sight": "part of the act that ends the question",
    "incidents.commands.questions.end_questions_to": "part of the act that moves the case",
    "messages.commands.send": "part of the act that it tells of, which records it",
    "messages.commands.take_back": "part of the act that takes a case out of sight",
    "messages.commands.mark_read": "the reader's own mark in the inbox",
    "messages.commands.mark_all_read": "the reader's own mark in the inbox",
    "messages.commands.email_next": "a sweep: sends what acts have written",
    "duties.commands.require": "part of the act that makes the duty, which records it",
    "duties.commands.require_of": "part of the act that makes the duty, which records it",
    "duties.commands.settle": "part of the act that fulfils the duty, which records it",
    "requirements.commands.reporting.ask_for_report": "a duty that the end of a period makes, and nobody",
    "duties.commands.mark_reminded": "the sweep's own mark: a reminder went out",
    "duties.commands.key": "a calculation",
    "incidents.commands.report.title_of": "a calculation",
    "incidents.commands.telling.link_action": "part of add_action, which records it",
    "incidents.commands.telling.tell_decided": "part of the act that decides the action, which is one",
    "incidents.commands.telling.link_following": "part of the acts that ask for it",
    "incidents.commands.telling.tell_outstanding": "part of the act that ends the case",
    "incidents.commands.telling.tell_of_action": "part of the acts that tell",
    "incidents.commands.loop.tell_next_change": "a sweep: finds the next act, which records itself",
    "requirements.commands.making_known.mark_seen": "the reader's own mark",
    "requirements.commands.ending.stop_asking": "part of the act that ends it",
    "requirements.commands.ending.withdraw": "part of taking back, and of a review",
    "requirements.commands.telling.tell_placer": "part of an answer",
    "requirements.commands.telling.tell_receiver": "part of taking back",
    "requirements.commands.sources.digest_of": "a calculation",
    "requirements.commands.succession.ask": "part of placing, which records it",
    "requirements.commands.proposing.propose_successions": "part of publishing, which records it",
    "requirements.commands.proposing.ask_for_review": "part of publishing, which records it",
    "requirements.commands.proposing.settle_review": "part of reviewing, which records it",
    "feedback.commands.telling.taken_before": "a question",
    "review.commands.refusals.need": "a question",
    "organisation.commands.revision.changing": "part of every command of the app",
    "organisation.commands.revision.wait_for_others": "part of every command of the app",
    "organisation.commands.refusals.day": "words for a refusal",
}


def public_functions() -> list[tuple[str, ast.FunctionDef, source.Module]]:
    return [
        (f"{module.name.removeprefix('styrk.')}.{node.name}", node, module)
        for module in source.parts("commands")
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def _is_command(node: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "command" for one in node.decorator_list)


def test_every_act_is_a_command():
    acts = public_functions()
    found = [
        f"{module.at(node)}: {node.name}"
        for name, node, module in acts
        if not _is_command(node) and name not in NOT_ACTS
    ]

    assert acts, "no commands found: this test looks at nothing"
    assert not found, said(
        found,
        "Put @command on it (one transaction that ends in a trail record). If it is not an act of "
        "the organisation, make it private, or add it to NOT_ACTS with the reason.",
    )


def test_the_exceptions_are_still_needed():
    plain = {name for name, node, _ in public_functions() if not _is_command(node)}
    left = sorted(set(NOT_ACTS) - plain)

    assert not left, said(left, "Gone, or a command now: take it out of NOT_ACTS.")


def test_commands_name_their_arguments():
    found = [
        f"{module.at(node)}: {node.name}"
        for _, node, module in public_functions()
        if _is_command(node) and (node.args.args or node.args.posonlyargs)
    ]

    assert not found, said(found, "Make the arguments keyword-only: put a * first.")


def test_commands_are_told_who_and_when():
    found = [
        f"{module.at(node)}: {node.name} lacks {', '.join(sorted(lacks))}"
        for name, node, module in public_functions()
        if _is_command(node)
        and (lacks := {"by", "now"} - {arg.arg for arg in node.args.kwonlyargs})
        and name not in OWN_ACTS
    ]

    assert not found, said(found, "A command takes `by` (who) and `now` (when).")


# The one it is about is the one who does it.
OWN_ACTS = {
    "access.commands.accounts.choose_language",
    "access.commands.accounts.change_password",
    "access.commands.accounts.note_sign_in",
}


def test_nobody_reads_the_clock_but_at_the_edge():
    """`now` is an argument: only where a request, a job or a command line begins is it read."""
    edge = {"config", "demo"}
    found = [
        f"{module.at(node)}: {name}"
        for module in source.modules()
        if module.app not in edge and module.name not in READS_THE_CLOCK
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and (name := ast.unparse(node.func)) in CLOCKS
    ]

    assert not found, said(found, "Take `now` as an argument.")


CLOCKS = {
    "clock.now",
    "timezone.now",
    "datetime.now",
    "datetime.today",
    "date.today",
    "datetime.utcnow",
    "timezone.localdate",
    "time.time",
}
READS_THE_CLOCK = {
    "styrk.core.clock": "the clock itself",
    "styrk.core.jobs": "where a job begins",
    "styrk.access.middleware": "where a request begins",
    "styrk.access.backends": "called by Django, which passes no time",
    "styrk.access.sessions": "where a session begins",
    "styrk.ui.words": "only where a template gives no time: words like «i dag»",
    "styrk.ui.views": "pages that are seen before any middleware of ours",
    "styrk.core.postgres.server": "the age of a half-written file",
}


@pytest.mark.parametrize("module", source.modules(), ids=lambda module: module.name)
def test_files_are_small_and_named_for_what_they_do(module):
    lines = len(module.path.read_text().splitlines())

    assert lines <= 300, (
        f"{module.path}: {lines} lines. Make it a package of the same name, one module per act."
    )
    assert not re.search(r"\b(utils?|helpers?|services?|common|managers?|misc)\b", module.name), (
        f"{module.name}: say in the name what it does."
    )
