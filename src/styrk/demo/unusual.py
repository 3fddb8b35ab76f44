"""The reports of the demo that do not go the usual way, each act by the one who would do it."""

from datetime import datetime, timedelta
from io import BytesIO
from random import Random
from typing import Any
from uuid import UUID

from PIL import Image, ImageDraw

from styrk.core import scope
from styrk.demo import world_files
from styrk.demo.people import World
from styrk.incidents import commands
from styrk.incidents.models import Incident
from styrk.incidents.photos import Photo
from styrk.incidents.types import Report
from styrk.organisation.models import Person

SIZE = (320, 240)
WALL, FLOOR, THING, INK = "#dfe7e4", "#9fb1ab", "#c96a4a", "#22302c"


def settle_unusual(world: World, random: Random, now: datetime) -> None:
    """Let each be reported on its day, and its leader do with it what is told."""
    for told in world_files.unusual():
        at = now - timedelta(days=told["days"], hours=2)
        incident = _reported(world, random, told, at)
        if told.get("then"):
            _passed_on(world, incident, told, at + timedelta(hours=1))


def _reported(world: World, random: Random, told: dict[str, Any], at: datetime) -> Incident:
    reporter: Person = world.staff[told.get("from", told["unit"])][-1]
    report = Report(
        unit=world.units[told["unit"]],
        kind=told["kind"],
        description=told["text"],
        happened_at=at - timedelta(hours=1),
        harm_actual=told.get("harm_actual", ""),
        harm_possible=told.get("harm_possible", ""),
        about_leader_there=told.get("about_leader_there", False),
        photos=[_drawn(told["photo"])] if "photo" in told else [],
    )
    key = UUID(int=random.getrandbits(128))
    with scope.acting(world.acting(reporter, at)):
        return commands.report_incident(report=report, key=key, by=reporter, now=at)


def _passed_on(world: World, incident: Incident, told: dict[str, Any], at: datetime) -> None:
    leader = world.leaders[told["unit"]][0]
    with scope.acting(world.acting(leader, at)):
        commands.take_incident(incident=incident, by=leader, now=at)
        if told["then"] == "recuse":
            commands.recuse_from_incident(
                incident=incident, reason=told["reason"], by=leader, now=at
            )
        else:
            commands.hand_over_incident(
                incident=incident,
                to=world.units[told["to"]],
                reason=told["reason"],
                by=leader,
                now=at,
            )


def _drawn(what: str) -> Photo:
    """A drawing that nobody takes for a photo of a real place."""
    picture = Image.new("RGB", SIZE, WALL)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 160, *SIZE), fill=FLOOR)
    if what == "lampe":
        draw.rectangle((110, 20, 210, 44), fill="#fff6c8", outline=INK, width=2)
    elif what == "hjul":
        draw.line((160, 30, 160, 170), fill=INK, width=6)
        draw.ellipse((190, 180, 230, 220), fill=THING, outline=INK, width=3)
    else:
        draw.line((0, 160, 190, 160), fill=INK, width=5)
        draw.line((190, 160, 300, 120), fill=THING, width=5)
    draw.text((10, 222), "Tegning. Oppdiktet.", fill=INK)
    out = BytesIO()
    picture.save(out, format="PNG", optimize=True)
    return Photo(f"{what}.png", out.getvalue(), "image/png", "png")
