"""A browser without a network: calls the application as the web server does."""

import secrets
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Visitor:
    """One person's cookies, and the application they visit."""

    application: WSGIHandler
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cookies[settings.CSRF_COOKIE_NAME] = secrets.token_hex(16)

    def get(self, address: str) -> Answer:
        return self._call("GET", address, b"")

    def post(self, address: str, **typed: str) -> Answer:
        typed["csrfmiddlewaretoken"] = self.cookies[settings.CSRF_COOKIE_NAME]
        return self._call("POST", address, urlencode(typed).encode())

    def _call(self, method: str, address: str, body: bytes) -> Answer:
        said: list[Any] = []

        def start_response(*told: Any) -> Any:
            said.extend(told[:2])

        response = self.application(self._environment(method, address, body), start_response)
        try:
            content = b"".join(response)
        finally:
            response.close()
        status, headers = said
        for name, value in headers:
            if name == "Set-Cookie":
                self._keep(value)
        return Answer(int(status[:3]), dict(headers), content)

    def _keep(self, value: str) -> None:
        for name, morsel in SimpleCookie(value).items():
            self.cookies[name] = morsel.value

    def _environment(self, method: str, address: str, body: bytes) -> dict[str, object]:
        place, _, query = address.partition("?")
        return {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": place,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "HTTP_ACCEPT_ENCODING": "gzip, br",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": FORM if body else "",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
