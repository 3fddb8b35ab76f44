"""The tool for screen texts, tried on small sources of its own; and the texts as they are."""

import gettext
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import translation
from django.utils.translation import trans_real

from tools import catalogues

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext
_("Time")
_("Meldt av %(name)s")
ngettext("%(count)s melding", "%(count)s meldinger", 2)
pgettext("month", "mai")
"""
PAGE = '<h1>{{ _("Meld") }}</h1>{{ ngettext("%(num)s sak", "%(num)s saker", 3) }}'


@pytest.fixture
def source(tmp_path) -> Path:
    place = tmp_path / "styrk"
    (place / "app" / "templates" / "app").mkdir(parents=True)
    (place / "app" / "views.py").write_text(CODE)
    (place / "app" / "templates" / "app" / "page.html").write_text(PAGE)
    return place


@pytest.fixture
def locale(tmp_path) -> Path:
    return tmp_path / "locale"


def po(locale: Path, language: str) -> Path:
    return locale / language / "LC_MESSAGES" / "django.po"


def translate(locale: Path, language: str, source: str, said: str) -> None:
    path = po(locale, language)
    before = path.read_text()
    after = before.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{said}"')
    assert after != before
    path.write_text(after)


def test_texts_are_taken_from_code_and_templates(source):
    ids = {message.id for message in catalogues.extracted(source) if message.id}

    assert ids == {
        "Time",
        "Meldt av %(name)s",
        ("%(count)s melding", "%(count)s meldinger"),
        "mai",
        "Meld",
        ("%(num)s sak", "%(num)s saker"),
    }


def test_update_says_what_is_left_and_changes_nothing_the_second_time(source, locale):
    assert catalogues.update(locale, source) == {"nn": 6, "en": 6}
    before = po(locale, "nn").read_bytes()

    catalogues.update(locale, source)

    assert po(locale, "nn").read_bytes() == before


def test_a_translation_is_kept_until_its_text_changes(source, locale):
    catalogues.update(locale, source)
    translate(locale, "nn", "Time", "Time på nynorsk")

    catalogues.update(locale, source)
    assert "Time på nynorsk" in po(locale, "nn").read_text()

    (source / "app" / "views.py").write_text(CODE.replace("Time", "Timer"))
    catalogues.update(locale, source)
    assert "Time på nynorsk" not in po(locale, "nn").read_text()


def test_bokmal_stands_for_itself(source, locale):
    catalogues.update(locale, source)
    catalogues.compile_all(locale)
    said = gettext.translation("django", locale, ["nb"])

    assert said.gettext("Time") == "Time"
    assert said.ngettext("%(num)s sak", "%(num)s saker", 2) == "%(num)s saker"


def test_what_is_not_translated_is_shown_in_bokmal(source, locale):
    catalogues.update(locale, source)
    catalogues.compile_all(locale)
    said = gettext.translation("django", locale, ["nn"])

    assert said.gettext("Time") == "Time"
    assert said.ngettext("%(num)s sak", "%(num)s saker", 2) == "%(num)s saker"


def problems(locale, source) -> list[str]:
    return list(catalogues.problems(locale, source))


def test_check_finds_what_is_missing(source, locale):
    catalogues.update(locale, source)

    found = problems(locale, source)

    assert len(found) == 12
    assert "nn: not translated: 'Time'" in found


def test_check_finds_what_is_not_taken_in(source, locale):
    catalogues.update(locale, source)
    (source / "app" / "views.py").write_text(CODE + '_("Ny tekst")\n')

    found = problems(locale, source)

    assert "nb: not taken in: 'Ny tekst'" in found
    assert "en: not taken in: 'Ny tekst'" in found


def test_check_finds_what_is_no_longer_used(source, locale):
    catalogues.update(locale, source)
    (source / "app" / "views.py").write_text("")

    assert "nn: no longer used: 'Time'" in problems(locale, source)


@pytest.mark.parametrize(
    "said", ["Meldt av %(navn)s", "Meldt", "Meldt av %(name)s, %(name)s", "Meldt av <b>"]
)
def test_check_finds_other_placeholders(source, locale, said):
    catalogues.update(locale, source)
    translate(locale, "nn", "Meldt av %(name)s", said)

    assert any("other placeholders" in one for one in problems(locale, source))


def test_check_takes_a_good_translation(source, locale):
    catalogues.update(locale, source)
    translate(locale, "nn", "Meldt av %(name)s", "Meldt av %(name)s.")

    assert not [
        one for one in problems(locale, source) if "Meldt av" in one and one.startswith("nn")
    ]


def test_check_finds_what_is_uncertain(source, locale):
    catalogues.update(locale, source)
    translate(locale, "nn", "Time", "Time")
    path = po(locale, "nn")
    path.write_text(path.read_text().replace('msgid "Time"', '#, fuzzy\nmsgid "Time"'))

    assert "nn: uncertain (fuzzy): 'Time'" in problems(locale, source)


def test_django_says_our_word_and_not_its_own(source, locale):
    """Django's own bokmål has «Tid» for «Time»: it took it for English."""
    catalogues.update(locale, source)
    catalogues.compile_all(locale)

    with override_settings(LOCALE_PATHS=[locale]):
        trans_real._translations.clear()
        with translation.override("nb"):
            ours = translation.gettext("Time")
    with override_settings(LOCALE_PATHS=[]):
        trans_real._translations.clear()
        with translation.override("nb"):
            theirs = translation.gettext("Time")
    trans_real._translations.clear()

    assert theirs != "Time", "Django has no such word any more: find another to try this with."
    assert ours == "Time"


def test_english_pages_say_djangos_own_words_in_english():
    with translation.override("en"):
        assert translation.gettext("This field is required.") == "This field is required."
