"""What must be filled in for one of the answers is not called optional."""

from django import forms

from styrk.ui.controls import control
from styrk.ui.forms import StyrkForm


class Answer(StyrkForm):
    sometimes = ("owner",)

    owner = forms.CharField(required=False)
    more = forms.CharField(required=False)
    title = forms.CharField()


def test_only_what_may_always_be_left_empty_is_optional():
    form = Answer()

    assert {name for name in form.fields if control(form[name]).optional} == {"more"}


def test_the_words_follow(draw):
    html = draw(
        "{{ field(form.owner) }}{{ field(form.more) }}{{ field(form.title) }}", form=Answer()
    )

    assert html.count("(valgfritt)") == 1
