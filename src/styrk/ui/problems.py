"""Refusals to other systems: problem+json (RFC 9457) in the language asked for, never a trace."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from styrk.ui.calls import language_asked
from styrk.ui.menu import Text

CONTENT_TYPE = "application/problem+json"

WORDS: dict[int, tuple[Text, Text]] = {
    400: (
        _("Forespørselen kunne ikke leses"),
        _("Innholdet skal være JSON i UTF-8, og adressen en av dem som står i beskrivelsen."),
    ),
    401: (
        _("Nøkkelen gjelder ikke"),
        _("Send en nøkkel som gjelder, i Authorization: Bearer."),
    ),
    403: (_("Nøkkelen gir ikke lov til dette"), _("Den som har gitt nøkkelen, kan gi en annen.")),
    404: (
        _("Dette finnes ikke"),
        _("Adressen er feil, eller den gjelder noe som nøkkelen ikke omfatter."),
    ),
    405: (_("Adressen kan ikke brukes slik"), _("Se i beskrivelsen hva den tar imot.")),
    409: (_("Noen andre gjør det samme nå"), _("Send igjen om litt.")),
    413: (_("For mye på én gang"), _("Del innholdet og send det i flere omganger.")),
    422: (_("Innholdet kan ikke tas imot"), _("Ingenting er lagret.")),
    500: (_("Noe gikk galt"), _("Feilen er hos oss, og den er loggført. Ingenting er lagret.")),
}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: in which row (from 0) and field, why as a fixed word, and in words."""

    why: str
    detail: str
    row: int | None = None
    field: str | None = None


def problem(
    request: HttpRequest, status: int, *, detail: str = "", errors: Sequence[Fault] = ()
) -> HttpResponse:
    """The refusal, with `detail` in place of the status' own words."""
    chosen = language_asked(request)
    with translation.override(chosen):
        title, usual = (str(word) for word in WORDS.get(status, WORDS[400]))
    told = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail or usual,
        "errors": [asdict(one) for one in errors],
    }
    response = JsonResponse(
        told, status=status, content_type=CONTENT_TYPE, json_dumps_params={"ensure_ascii": False}
    )
    response.headers["Content-Language"] = chosen
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def in_place_of(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A refusal that others have made, in our words; what is no refusal goes on as it is."""
    if response.status_code < 400 or response.get("Content-Type", "") == CONTENT_TYPE:
        return response
    told = problem(request, response.status_code)
    if allow := response.get("Allow"):
        told.headers["Allow"] = allow
    return told
