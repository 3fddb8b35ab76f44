"""What can never be finished: a tema is begun, reports belong to it, it is gone through, and may rest."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.compliance.types import months_after
from styrk.core import clock, guard, scope, states
from styrk.core.rows import add
from styrk.incidents.case_file import concluded_in_theme
from styrk.incidents.commands import answer_in_group, conclude_in_theme, take_up_again
from styrk.incidents.models import Incident
from styrk.messages.commands import Teller
from styrk.organisation.models import Person, Unit
from styrk.patterns import queries, rules
from styrk.patterns.following import lay_review, settle_review
from styrk.patterns.models import IncidentGroup, Theme, ThemeAction, ThemeMember, ThemeReview
from styrk.patterns.record import theme_step
from styrk.patterns.refusals import BelongsAlready, NotLater, OutOfLine
from styrk.patterns.states import THEME_MOVES, ThemeState
from styrk.patterns.types import ORIGIN, AboutTheme
from styrk.trail.commands import command

tell = Teller("theme", "patterns:theme").tell
ABOUT = ("title", "belongs", "not_belongs", "answer", "owner", "every")


@command
def begin_theme(
    *,
    unit: Unit,
    about: AboutTheme,
    by: Person,
    now: datetime,
    group: IncidentGroup | None = None,
) -> Theme:
    """Begin a tema, by itself or with the reports of a samleavvik, which goes on as it was.

    The reports are cases as before: each may be finished as part of the tema by whoever handles it.
    """
    _refuse_identity(about)
    theme = Theme.objects.create(
        trust_id=unit.trust_id or unit.pk,
        unit=unit,
        **{name: getattr(about, name) for name in ABOUT},
        review_on=months_after(clock.day(now), about.every),
        begun_at=now,
        begun_by=by,
        begun_from=group,
    )
    found = _of_group(group, theme) if group else []
    add([ThemeMember(theme=theme, incident=one, joined_at=now, joined_by=by) for one in found])
    theme_step(theme, "begin", by, now, "Begynte et tema")
    lay_review(theme, now)
    _tell_owner(theme, by, now)
    return theme


def _of_group(group: IncidentGroup, theme: Theme) -> list[Incident]:
    found = queries.live(group).select_related("incident__responsible_unit").order_by("incident_id")
    return [one.incident for one in found if rules.takes(theme, one.incident)]


@command
def change_theme(*, theme: Theme, about: AboutTheme, by: Person, now: datetime) -> None:
    """Say anew what it is, whose it is, how often it is gone through, or what those who report hear."""
    _refuse_identity(about)
    states.move(THEME_MOVES, theme.state, "change")
    owner = theme.owner
    for name in ABOUT:
        setattr(theme, name, getattr(about, name))
    theme.save(update_fields=ABOUT)
    theme_step(theme, "change", by, now, "Endret et tema")
    lay_review(theme, now)
    if theme.owner != owner:
        _tell_owner(theme, by, now)


def _refuse_identity(about: AboutTheme) -> None:
    guard.refuse_identity(about.title, about.belongs, about.not_belongs, about.answer)


def _tell_owner(theme: Theme, by: Person, now: datetime) -> None:
    tell(
        theme.owner,
        theme,
        f"owner:{now.isoformat()}",
        lambda: _("Du eier et tema: %(title)s") % {"title": theme.title},
        lambda: _("Du går gjennom det til faste tider. Neste gang står på Min side."),
        by=by,
        now=now,
    )


@command
def belong(
    *, theme: Theme, incident: Incident, said: str, by: Person, now: datetime
) -> ThemeMember:
    """The report belongs to the tema, and where it may be, the case is finished as part of it.

    The one who reported hears `said`. Raises OutOfLine or BelongsAlready.
    """
    guard.refuse_identity(said)
    states.move(THEME_MOVES, theme.state, "belong")
    if not rules.takes(theme, incident):
        raise OutOfLine
    if queries.theme_member(theme, incident):
        raise BelongsAlready
    member = ThemeMember(theme=theme, incident=incident, joined_at=now, joined_by=by)
    add([member])
    if queries.finished_by_theme(incident):
        found = f"Gjennomgått som del av temaet «{theme.title}»: {theme.belongs}"
        conclude_in_theme(incident=incident, found=found, said=said, by=by, now=now)
    else:
        answer_in_group(incident=incident, said=said, by=by, now=now)
    theme_step(theme, "belong", by, now, "La en melding til et tema")
    return member


@command
def leave_theme(*, theme: Theme, member: ThemeMember, why: str, by: Person, now: datetime) -> None:
    """It did not belong after all. Where it was finished as part of the tema, it is a case to handle again."""
    guard.refuse_identity(why)
    states.move(THEME_MOVES, theme.state, "leave")
    member.left_at, member.left_by, member.left_why = now, by, why
    member.save(update_fields=["left_at", "left_by", "left_why"])
    if concluded_in_theme(member.incident):
        take_up_again(incident=member.incident, reason=why, by=by, now=now)
    theme_step(theme, "leave", by, now, "Tok en melding ut av et tema")


@command
def add_measure(*, theme: Theme, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action for the tema; it goes into the one register of actions."""
    states.move(THEME_MOVES, theme.state, "add_action")
    action = raise_action(plan=plan, origin=ORIGIN, by=by, now=now)
    ThemeAction.objects.create(theme=theme, action=action)
    text = f"Besluttet tiltaket «{action.title}»"
    theme_step(theme, "add_action", by, now, text, action.title)
    return action


@command
def review_theme(
    *,
    theme: Theme,
    shows: str,
    changes: str,
    answer: str,
    next_on: date,
    by: Person,
    now: datetime,
) -> ThemeReview:
    """Go through it: what it shows, what is changed, what those who report hear from now on, and the
    day of the next. What is changed is told those who reported lately. Raises NotLater.
    """
    guard.refuse_identity(shows, changes, answer)
    states.move(THEME_MOVES, theme.state, "review")
    if next_on <= clock.day(now):
        raise NotLater
    review = ThemeReview.objects.create(
        theme=theme,
        shows=shows,
        changes=changes,
        due=theme.review_on,
        next_on=next_on,
        at=now,
        by=by,
    )
    theme.review_on, theme.answer = next_on, answer
    theme.save(update_fields=["review_on", "answer"])
    theme_step(theme, "review", by, now, "Gikk gjennom et tema")
    lay_review(theme, now)
    if changes:
        _tell_reporters(theme, changes, by, now)
    return review


def _tell_reporters(theme: Theme, changes: str, by: Person, now: datetime) -> None:
    """Also those of what lies where the one who reviews does not see it."""
    said = f"{theme.title}: {changes}"
    with scope.acting(scope.SYSTEM):
        for incident in queries.heard_of(theme, now):
            answer_in_group(incident=incident, said=said, by=by, now=now)


@command
def rest_theme(*, theme: Theme, why: str, by: Person, now: datetime) -> None:
    """It is not worked on for now. Nothing of it is lost."""
    guard.refuse_identity(why)
    theme.state = ThemeState(states.move(THEME_MOVES, theme.state, "rest"))
    theme.save(update_fields=["state"])
    settle_review(theme, by, now)
    theme_step(theme, "rest", by, now, "La et tema til hvile", why)


@command
def wake_theme(*, theme: Theme, by: Person, now: datetime) -> None:
    """It is worked on again, and gone through when its months have passed."""
    theme.state = ThemeState(states.move(THEME_MOVES, theme.state, "wake"))
    theme.review_on = months_after(clock.day(now), theme.every)
    theme.save(update_fields=["state", "review_on"])
    theme_step(theme, "wake", by, now, "Tok opp igjen et tema")
    lay_review(theme, now)
