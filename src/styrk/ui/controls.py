"""A bound form field as plain data, for the one field macro to draw."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise

# What we say in other ways: the server validates and names the field, and nothing pasted is cut.
DROPPED = {"required", "maxlength", "minlength", "aria-describedby", "aria-invalid", "cols"}
# Django gives every textarea ten rows; ours grow with the text unless a number is asked for.
DJANGO_ROWS = "10"


@dataclass(frozen=True)
class Described:
    """A choice's label with a sentence that explains it, and optionally a tag colour.

    Stands where Django expects the label: `choices=[("mild", Described(_("Mild"), _("...")))]`.
    """

    label: str | Promise
    text: str | Promise = ""
    color: str = ""

    def __str__(self) -> str:
        return str(self.label)


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    text: str
    color: str
    id: str
    selected: bool


@dataclass(frozen=True)
class Group:
    """Options of one choice group; `label` is empty outside groups."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Control:
    """`kind`: input, textarea, select, checkbox, checkboxes, radios or file.

    `optional` is for what may always be left empty: not where another answer decides.
    """

    kind: str
    type: str
    id: str
    name: str
    value: str
    checked: bool
    layout: str
    limit: int | None
    required: bool
    optional: bool
    described_by: str
    invalid: bool
    attrs: dict[str, Any] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()

    @property
    def hint_id(self) -> str:
        return f"{self.id}-hjelp"

    @property
    def error_id(self) -> str:
        return f"{self.id}-feil"

    @property
    def count_id(self) -> str:
        return f"{self.id}-teller"

    @property
    def first_id(self) -> str:
        """What the error summary links to: the control itself, or the first of a group."""
        options = [option.id for group in self.groups for option in group.options]
        return options[0] if self.kind in {"radios", "checkboxes"} and options else self.id


def control(bound: BoundField, hint: object = None) -> Control:
    widget = bound.field.widget
    drawn = widget.get_context(bound.html_name, bound.value(), attributes(bound))["widget"]
    kind = kind_of(widget)
    attrs = kept(drawn["attrs"])
    limit = getattr(bound.field, "max_length", None) if kind in {"input", "textarea"} else None
    checked = attrs.pop("checked", None) is not None
    here = attrs.pop("id", "") or bound.html_name
    return Control(
        kind=kind,
        type=drawn.get("type", ""),
        id=here,
        name=bound.html_name,
        value=value_of(kind, drawn["value"]),
        checked=checked,
        layout=getattr(widget, "layout", "stack"),
        limit=limit,
        required=bound.field.required,
        optional=not bound.field.required and bound.name not in sometimes(bound.form),
        described_by=described_by(here, bound, limit, hint),
        invalid=bool(bound.errors),
        attrs=attrs,
        groups=groups(drawn.get("optgroups", ())),
    )


def sometimes(form: forms.BaseForm) -> Collection[str]:
    """The fields that must be filled in or not, by what is answered elsewhere in the form."""
    return getattr(form, "sometimes", ())


def attributes(bound: BoundField) -> dict[str, Any]:
    attrs = bound.build_widget_attrs({}, bound.field.widget)
    return attrs | {"id": bound.field.widget.attrs.get("id") or bound.auto_id}


def kept(attrs: dict[str, Any]) -> dict[str, Any]:
    """Attributes to write out, with HTML's form of true and without what we drop."""
    written = {
        name: "" if value is True else value for name, value in attrs.items() if value is not False
    }
    rows = {"rows"} if attrs.get("rows") == DJANGO_ROWS else set()
    return {name: value for name, value in written.items() if name not in DROPPED | rows}


def kind_of(widget: forms.Widget) -> str:
    for types, kind in KINDS:
        if isinstance(widget, types):
            return kind
    return "input"


KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "textarea"),
    (forms.CheckboxInput, "checkbox"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.FileInput, "file"),
)


def value_of(kind: str, value: object) -> str:
    if kind == "checkbox":
        return "on" if value in {None, "", "True", "False", "on"} else str(value)
    return "" if value is None or kind == "file" else str(value)


def described_by(here: str, bound: BoundField, limit: int | None, hint: object) -> str:
    """The ids of help, counter and error, in the order they are read."""
    parts = [
        f"{here}-hjelp" if hint or bound.help_text else "",
        f"{here}-teller" if limit else "",
        f"{here}-feil" if bound.errors else "",
    ]
    return " ".join(part for part in parts if part)


def groups(drawn: Any) -> tuple[Group, ...]:
    """Django's optgroups `(name, options, index)` as ours."""
    return tuple(
        Group(str(name or ""), tuple(option(each) for each in options))
        for name, options, _ in drawn
    )


def option(drawn: dict[str, Any]) -> Option:
    label = drawn["label"]
    described = label if isinstance(label, Described) else Described(label)
    return Option(
        value=str(drawn["value"]),
        label=str(described.label),
        text=str(described.text),
        color=described.color,
        id=drawn["attrs"].get("id", ""),
        selected=bool(drawn["selected"]),
    )
