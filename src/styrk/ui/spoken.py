"""Templates in one language: the sentences that stand in them are translated when they are compiled.

Translated anew for every page, they would be a sixth of what a list costs to draw.
"""

from collections.abc import Callable
from functools import cache, lru_cache, wraps
from typing import Any

from django.conf import settings
from django.utils import translation
from jinja2 import Environment, Template, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

SAY = "_"
KEPT = 4096


def once_a_language[*A, R](say: Callable[[*A], R]) -> Callable[[*A], R]:
    """Keeps what is said of each value: days, codes and the like, never anything about people."""

    @lru_cache(maxsize=KEPT)
    def kept(_language: str | None, *values: *A) -> R:
        return say(*values)

    @wraps(say)
    def said(*values: *A) -> R:
        return kept(translation.get_language(), *values)

    return said


class Translation(NodeTransformer):
    """Puts `_("sentence")` in the language that is spoken, and its values where they belong."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - the framework's name
        self.generic_visit(node)
        return self._said(node) if is_sentence(node) else node

    def _said(self, call: nodes.Call) -> nodes.Node:
        # As markup and always a format, as Jinja2's own gettext has it.
        text = Markup(translation.gettext(call.args[0].value))  # type: ignore[attr-defined]  # noqa: S704
        values = [nodes.Pair(nodes.Const(one.key), one.value) for one in call.kwargs]
        said = (
            nodes.Mod(nodes.Const(text), nodes.Dict(values)) if values else nodes.Const(text % {})
        )
        return said.set_lineno(call.lineno).set_environment(self.environment)


def is_sentence(call: nodes.Call) -> bool:
    return (
        isinstance(call.node, nodes.Name)
        and call.node.name == SAY
        and len(call.args) == 1
        and isinstance(call.args[0], nodes.Const)
    )


class Spoken(Environment):
    """An environment for the templates of `language`."""

    language: str

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        with translation.override(self.language):
            said = Translation(self).visit(source)
        return super()._generate(said, *args, **options)


class Languages:
    """What Django holds as its one environment: that of the language being spoken, made when asked."""

    def __init__(self, make: Callable[[str], Environment]) -> None:
        self._made = cache(make)

    @property
    def spoken(self) -> Environment:
        """Where no language of ours is spoken, it is the one of the settings."""
        language = translation.get_language()
        known = language if language in dict(settings.LANGUAGES) else None
        return self._made(known or settings.LANGUAGE_CODE)

    def get_template(self, name: str) -> Template:
        return self.spoken.get_template(name)

    def from_string(self, source: str) -> Template:
        return self.spoken.from_string(source)
