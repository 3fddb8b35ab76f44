"""Every table has a word, and the document is made from the words."""

import re

from django.apps import apps

from styrk.core.glossary import words
from tests.structure import source
from tests.structure.source import said
from tools import glossary


def models() -> dict[str, type]:
    ours = [m for m in apps.get_models() if m.__module__.startswith("styrk.")]
    # What the database does for jobs is no word of the field.
    return {f"{m._meta.app_label}.{m.__name__}": m for m in ours if m._meta.app_label != "core"}


def test_every_model_has_its_word():
    without = sorted(set(models()) - {word.model for word in words()})

    assert not without, said(
        without, "Add it to src/styrk/core/glossary.toml, and run «make glossary»."
    )


def test_every_word_of_a_model_has_its_model():
    gone = sorted({word.model for word in words() if word.model} - set(models()))

    assert not gone, said(gone, "The model is gone or renamed: so must the word be.")


def test_words_are_called_what_the_model_is_called():
    wrong = [w.model for w in words() if w.model and w.model.split(".")[1] != w.identifier]

    assert not wrong, said(wrong, "`identifier` is the name of the class.")


def test_every_word_is_explained_once():
    said_twice = [w.bokmal for w in words() if [o.bokmal for o in words()].count(w.bokmal) > 1]
    empty = [w.bokmal for w in words() if not (w.nynorsk and w.meaning and w.source)]

    assert not said_twice
    assert not empty


def test_no_layer_is_called_what_the_field_calls_something_else():
    """A service is health care, an operation is surgery, a measure is both tiltak and måling."""
    taken = re.compile(r"(service|action_log|operation|measure)s?$")

    wrong = [module.name for module in source.modules() if taken.match(module.part)]

    assert not wrong, said(wrong, "Use the words for layers: commands, queries, rules, states.")


def test_the_document_is_current():
    assert glossary.DOCUMENT.read_text(encoding="utf-8") == glossary.rendered(), (
        "docs/glossary.md is not made from the words as they are: run «make glossary»."
    )
