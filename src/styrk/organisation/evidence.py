"""How § 3 and § 6 a are evidenced by who leads what."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.organisation.rules import LEADER
from styrk.regulation.letters import Letter
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold

# Per cent of the units that have exactly one leader.
LED = Threshold(
    90,
    gettext_lazy(
        "En ledig stilling her og der er vanlig, men er det mer enn én av ti, er det hull i ansvaret."
    ),
)
NAMED = 5

LEADERSHIP = """
    WITH inside AS (
        SELECT id, name FROM organisation_unit
        WHERE path LIKE %(path)s AND valid_from <= %(on)s AND (valid_to IS NULL OR valid_to >= %(on)s)),
    led AS (
        SELECT unit_id, count(DISTINCT person_id) AS leaders FROM organisation_appointment
        WHERE role = %(leader)s AND valid_from <= %(on)s
        AND (valid_to IS NULL OR valid_to >= %(on)s) AND unit_id IN (SELECT id FROM inside)
        GROUP BY unit_id),
    top AS (
        SELECT t.id, t.name FROM organisation_unit u JOIN organisation_unit t ON t.id = u.trust_id
        WHERE u.id = %(unit)s)
    SELECT count(*), count(*) FILTER (WHERE leaders = 1), count(*) FILTER (WHERE leaders > 1),
           (array_agg(name ORDER BY name) FILTER (WHERE leaders IS NULL))[1:%(named)s],
           (SELECT name FROM top),
           (SELECT array_agg(DISTINCT p.name ORDER BY p.name)
            FROM organisation_appointment a JOIN organisation_person p ON p.id = a.person_id
            WHERE a.unit_id = (SELECT id FROM top) AND a.role = %(leader)s AND a.valid_from <= %(on)s
            AND (a.valid_to IS NULL OR a.valid_to >= %(on)s))
    FROM inside LEFT JOIN led ON led.unit_id = inside.id
"""


@dataclass(frozen=True)
class Leadership:
    """How many units there are, and how they are led. `top` is the legal person (virksomheten)."""

    units: int
    led: int
    doubled: int
    unled: list[str]
    top: str
    top_leaders: list[str]

    @property
    def without(self) -> int:
        return self.units - self.led - self.doubled


def leadership(question: Question) -> Leadership:
    facts: dict[str, str | int | date] = {
        "path": f"{question.path}%",
        "on": question.on,
        "leader": LEADER,
        "unit": question.unit_id,
        "named": NAMED,
    }
    with connection.cursor() as cursor:
        cursor.execute(LEADERSHIP, facts)
        units, led, doubled, unled, top, top_leaders = cursor.fetchone()
    return Leadership(units, led, doubled, unled or [], top or "", top_leaders or [])


def responsibility_is_placed(question: Question) -> Answer:
    """§ 6 a: it is clear how responsibility is shared, as far as leaders of units go."""
    found = question.once(leadership)
    text = _("%(led)s av %(units)s enheter har én ansvarlig leder.")
    return Answer(
        _placed(found),
        text % {"led": found.led, "units": found.units},
        (*_gaps(question, found), *_unled(question, found)),
    )


def _placed(found: Leadership) -> Status:
    enough = found.units and found.led * 100 >= found.units * LED.value
    return Status.SHOWN if enough else Status.NOT_SHOWN


def _gaps(question: Question, found: Leadership) -> tuple[Datum, ...]:
    url = reverse("organisation:gaps")
    return (
        Datum(_("Enheter"), found.units, question.on, reverse("organisation:units")),
        Datum(_("Enheter uten ansvarlig leder"), found.without, question.on, url),
        Datum(_("Enheter med flere ansvarlige ledere"), found.doubled, question.on, url),
    )


def _unled(question: Question, found: Leadership) -> tuple[Datum, ...]:
    if not found.unled:
        return ()
    names = ", ".join(found.unled) + (" …" if found.without > len(found.unled) else "")
    return (Datum(_("Uten ansvarlig leder er"), names, question.on),)


def top_leader_is_named(question: Question) -> Answer:
    """§ 3: somebody has the overall responsibility, and it reaches every unit."""
    found = question.once(leadership)
    data = (
        Datum(_("Virksomhet"), found.top, question.on),
        Datum(_("Øverste leder"), ", ".join(found.top_leaders) or _("ingen"), question.on),
        *_gaps(question, found)[1:],
    )
    if len(found.top_leaders) != 1:
        text = _("Virksomheten har ikke én øverste leder i Styrk.")
        return Answer(Status.NOT_SHOWN, text, data)
    names = {"name": found.top_leaders[0], "top": found.top}
    return Answer(_placed(found), _("%(name)s er øverste leder for %(top)s.") % names, data)


CLAIMS = [
    Claim(
        Letter.A6,
        format_lazy(
            gettext_lazy("Minst {share} % av enhetene har én ansvarlig leder. {why}"),
            share=LED.value,
            why=LED.why,
        ),
        responsibility_is_placed,
        live=False,
    ),
    Claim(
        Letter.S3,
        format_lazy(
            gettext_lazy(
                "Virksomheten har én øverste leder, og minst {share} % av enhetene har én ansvarlig"
                " leder. {why}"
            ),
            share=LED.value,
            why=LED.why,
        ),
        top_leader_is_named,
        live=False,
    ),
]
