"""The trust's own list of subjects, and the codes that its adviser has set on cases of the last year."""

from datetime import datetime, timedelta

from styrk.access.roles import QUALITY_ADVISER
from styrk.classification import commands, queries
from styrk.classification.models import Code
from styrk.classification.proposals import by_words
from styrk.classification.types import ReadAxis, ReadScheme
from styrk.core import scope
from styrk.demo.people import World
from styrk.incidents.models import Incident
from styrk.incidents.recurrence.languages import language
from styrk.incidents.states import State
from styrk.organisation.models import Appointment

TRUST = "HF-VID"
TAKEN = timedelta(days=300)
MOST = 120
SCHEME = ReadScheme(
    name="Emneliste for HF Vidda",
    version="2026",
    publisher="HF Vidda",
    axes=(
        ReadAxis(
            "1",
            "Hva gjelder det?",
            (
                ("1.1", "Fall"),
                ("1.2", "Legemiddel"),
                ("1.3", "Utstyr"),
                ("1.4", "Prøve eller prøvesvar"),
                ("1.5", "Vold eller trussel"),
                ("1.6", "Journal eller dokumentasjon"),
                ("1.7", "Trykksår"),
                ("1.8", "Infeksjon eller smitte"),
                ("1.9", "Ventetid eller utsettelse"),
            ),
        ),
        ReadAxis(
            "2",
            "Hvor eller når?",
            (
                ("2.1", "Badet eller toalettet"),
                ("2.2", "Natt"),
                ("2.3", "Overflytting"),
                ("2.4", "Operasjon"),
                ("2.5", "Vaktskifte"),
            ),
        ),
    ),
)


def settle_codes(world: World, now: datetime) -> None:
    """Taken into use in the winter; set where the report has the words."""
    trust = world.units[TRUST]
    posts = Appointment.objects.filter(unit__trust=trust, role=QUALITY_ADVISER.code)
    post = posts.select_related("person").order_by("pk").first()
    if post is None:
        return
    with scope.acting(world.acting(post.person, now - TAKEN)):
        scheme = commands.take_scheme(read=SCHEME, trust=trust, by=post.person, now=now - TAKEN)
    with scope.acting(world.acting(post.person, now)):
        codes = [one for axis in queries.axes_of([scheme]) for one in axis.codes.all()]
        for incident in _followed_up(world, now):
            if found := _said(incident, codes):
                commands.classify_incident(incident=incident, codes=found, by=post.person, now=now)


def _followed_up(world: World, now: datetime) -> list[Incident]:
    lately = Incident.objects.filter(
        trust=world.units[TRUST],
        reported_at__range=(now - TAKEN, now - timedelta(days=7)),
        state__in=(State.EXAMINING, State.IMPROVING, State.CONCLUDED),
        past_line=False,
    )
    return list(lately.order_by("-reported_at", "-pk")[:MOST])


def _said(incident: Incident, codes: list[Code]) -> list[Code]:
    text = f"{incident.title} {incident.description}"
    told = by_words(text, [one.title for one in codes], language())
    return [one for one, said in zip(codes, told, strict=True) if said]
