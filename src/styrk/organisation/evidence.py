"""How § 3 and § 6 a are evidenced by who leads what."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.core.asking import Ask
from styrk.organisation.queries.leadership import Leadership, leadership
from styrk.regulation.letters import Letter
from styrk.regulation.profiles import FEW
from styrk.regulation.types import Answer, Claim, Datum, Question, Status, Threshold
from styrk.ui.addresses import address_of
from styrk.ui.words import filled

# Per cent of the units that have exactly one leader.
LED = Threshold(
    90,
    gettext_lazy(
        "En ledig stilling her og der er vanlig, men er det mer enn én av ti, er det hull i ansvaret."
    ),
    dict.fromkeys(
        FEW,
        Threshold(
            75,
            gettext_lazy(
                "Med få enheter er én ledig stilling fort en stor andel, men mangler mer enn én av fire"
                " leder, er det hull i ansvaret."
            ),
        ),
    ),
)
NAMED = 5


def read(question: Question) -> Ask[Leadership]:
    return leadership(question.unit_id, question.path, question.on, names=NAMED)


def responsibility_is_placed(question: Question, found: Leadership) -> Answer:
    """§ 6 a: it is clear how responsibility is shared, as far as leaders of units go."""
    text = ngettext(
        "%(led)s av %(units)s enhet har én ansvarlig leder.",
        "%(led)s av %(units)s enheter har én ansvarlig leder.",
        found.units,
    )
    return Answer(
        _placed(question, found),
        filled(text, led=found.led, units=found.units),
        (*_gaps(question, found), *_unled(question, found)),
    )


def _placed(question: Question, found: Leadership) -> Status:
    enough = found.units and found.led * 100 >= found.units * question.at(LED).value
    return Status.SHOWN if enough else Status.NOT_SHOWN


def _gaps(question: Question, found: Leadership) -> tuple[Datum, ...]:
    url = f"{address_of('organisation:gaps')}?enhet={question.code}"
    units = f"{address_of('organisation:units')}?enhet={question.code}"
    return (
        Datum(_("Enheter"), found.units, question.on, units),
        Datum(_("Enheter uten ansvarlig leder"), found.without, question.on, url),
        Datum(_("Enheter med flere ansvarlige ledere"), found.doubled, question.on, url),
    )


def _unled(question: Question, found: Leadership) -> tuple[Datum, ...]:
    if not found.unled:
        return ()
    names = ", ".join(found.unled) + (" …" if found.without > len(found.unled) else "")
    return (Datum(_("Uten ansvarlig leder er"), names, question.on),)


def top_leader_is_named(question: Question, found: Leadership) -> Answer:
    """§ 3: somebody has the overall responsibility, and it reaches every unit."""
    data = (
        Datum(_("Virksomhet"), found.top, question.on),
        Datum(_("Øverste leder"), ", ".join(found.top_leaders) or _("ingen"), question.on),
        *_gaps(question, found)[1:],
    )
    if len(found.top_leaders) != 1:
        text = _("Virksomheten har ikke én øverste leder i Styrk.")
        return Answer(Status.NOT_SHOWN, text, data)
    names = {"name": found.top_leaders[0], "top": found.top}
    return Answer(
        _placed(question, found), _("%(name)s er øverste leder for %(top)s.") % names, data
    )


def _line(question: Question) -> dict[str, object]:
    led = question.at(LED)
    return {"share": led.value, "why": led.why}


CLAIMS = [
    Claim(
        Letter.A6,
        lambda question: _("Minst {share} % av enhetene har én ansvarlig leder. {why}").format(
            **_line(question)
        ),
        read,
        responsibility_is_placed,
        live=False,
    ),
    Claim(
        Letter.S3,
        lambda question: _(
            "Virksomheten har én øverste leder, og minst {share} % av enhetene har én ansvarlig"
            " leder. {why}"
        ).format(**_line(question)),
        read,
        top_leader_is_named,
        live=False,
    ),
]
