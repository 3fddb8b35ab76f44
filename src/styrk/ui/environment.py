"""The Jinja2 environments of every page, one for each language.

The component macros are globals because a block that is rendered alone (an HTMX answer) runs no
top-level import.
"""

from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from styrk.core.ids import new_uuid
from styrk.ui.addresses import address_of
from styrk.ui.charts import as_table, assurance_icon, in_page, sparkline, variation_icon
from styrk.ui.controls import control
from styrk.ui.spoken import Languages, Spoken
from styrk.ui.words import as_day, capped, due_state, initials, iso, spoken_day, spoken_moment

TEMPLATES = Path(__file__).parent / "templates"


def environment(**options: Any) -> Languages:
    options.setdefault("loader", FileSystemLoader(TEMPLATES))
    options |= {"undefined": StrictUndefined, "autoescape": True}
    return Languages(lambda language: in_language(language, options))


def in_language(language: str, options: dict[str, Any]) -> Environment:
    env = Spoken(**options, extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    env.language = language
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.globals |= {"static": static, "url": address_of, "control": control}
    env.globals |= {"spell_count": capped, "due_state": due_state, "initials": initials, "iso": iso}
    env.globals |= {"as_day": as_day, "new_key": new_uuid}
    env.globals |= {"spoken_day": spoken_day, "spoken_moment": spoken_moment}
    env.globals |= {"chart": in_page, "as_table": as_table, "sparkline": sparkline}
    env.globals |= {"variation_icon": variation_icon, "assurance_icon": assurance_icon}
    env.globals |= macros(env)
    return env


def macros(env: Environment) -> dict[str, Any]:
    """Every public macro of `components/*.html`, by name."""
    found: dict[str, Any] = {}
    for name in sorted(env.list_templates(filter_func=is_component)):
        exported = vars(env.get_template(name).module)
        found |= {key: value for key, value in exported.items() if is_macro(key, value)}
    return found


def is_component(name: str) -> bool:
    return name.startswith("components/")


def is_macro(key: str, value: object) -> bool:
    return not key.startswith("_") and callable(value)
