"""What every page must have, whatever it shows."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

from django.urls import Resolver404, resolve

NOT_TYPED_IN = {"hidden", "submit", "button", "image", "reset"}
VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
    *("track", "wbr"),
}
LEVELS = {f"h{level}": level for level in range(1, 7)}
MARKERS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|%\([a-z_]+\)[sd]|<styrk\.|&lt;bound method")
SPACES = re.compile(r"\s+")
# Every form with something to fill in is answered in place (ADR 22), but for these.
SENT_BY_THE_BROWSER = {
    "access:sign_in": "the browser offers to keep the password of a form that it sends itself",
    "access:password": "the same",
}
# Every text that is typed is kept as a draft, but for these: views, or all of an app.
NOT_KEPT = {
    "access": "passwords are kept nowhere",
    "api": "the name of a key that is made at once, or not at all",
    "indicators:import": "the reason goes with a file, which no draft can keep",
    "inspections:code": "a code that is used once, by one who is no person here",
    "feedback:open": "nobody is signed in whose draft it could be",
    "serious:identify": "who a patient is stands encrypted, and as no draft",
    "serious:correct_identity": "the same",
    "organisation": "names, numbers and e-mail addresses of people, which the guard takes out of drafts",
}

type Attributes = dict[str, str]


@dataclass
class Field:
    """Something to type in or choose from. `wrapped` when it stands inside its label."""

    attributes: Attributes
    wrapped: bool

    @property
    def called(self) -> str:
        return self.attributes.get("name") or self.attributes.get("id") or "?"


@dataclass
class Form:
    attributes: Attributes
    names: set[str] = field(default_factory=set)
    # What there is to type in or choose from, and whether some of it is free text.
    asks: bool = False
    prose: bool = False

    @property
    def posts(self) -> bool:
        return self.attributes.get("method", "get").lower() == "post"


class Page(HTMLParser):
    """The parts of a page that the checks look at."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.classes: list[str] = []
        self.loose_tables: list[str] = []
        self.headings: list[str] = []
        self.levels: list[int] = []
        self.titles: list[str] = []
        self.scripts: list[str] = []
        self.ids: list[str] = []
        self.label_for: set[str] = set()
        self.fields: list[Field] = []
        self.forms: list[Form] = []
        self.links: set[str] = set()
        self.images_without_alt: list[str] = []
        self.inline: list[str] = []
        self.language = ""
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in pairs}
        if tag not in VOID:
            self.open.append(tag)
            self.classes.append(attributes.get("class", ""))
        self._note_attributes(tag, attributes)
        if tag in LEVELS:
            self.levels.append(LEVELS[tag])
        start = getattr(self, f"_start_{tag}", None)
        if start:
            start(attributes)

    def handle_startendtag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, pairs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self._leave() != tag:
                pass

    def _leave(self) -> str:
        self.classes.pop()
        return self.open.pop()

    def handle_data(self, data: str) -> None:
        if "h1" in self.open:
            self.headings[-1] += data
        elif "title" in self.open and "svg" not in self.open:
            self.titles[-1] += data
        elif self.open and self.open[-1] in {"script", "style"}:
            self.scripts.append(data)
        self.text.append(data)

    def _note_attributes(self, tag: str, attributes: Attributes) -> None:
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in attributes:
            if name == "style" or name.startswith(("on", "hx-on")):
                self.inline.append(f"<{tag} {name}=…>")

    def _start_html(self, attributes: Attributes) -> None:
        self.language = attributes.get("lang", "")

    def _start_h1(self, _: Attributes) -> None:
        self.headings.append("")

    def _start_table(self, attributes: Attributes) -> None:
        if "ds-table" in attributes.get("class", "") and "st-table" not in " ".join(self.classes):
            self.loose_tables.append(attributes["class"])

    def _start_title(self, _: Attributes) -> None:
        if "svg" not in self.open:
            self.titles.append("")

    def _start_a(self, attributes: Attributes) -> None:
        self.links.add(attributes.get("href", ""))

    def _start_label(self, attributes: Attributes) -> None:
        self.label_for.add(attributes.get("for", ""))

    def _start_form(self, attributes: Attributes) -> None:
        self.forms.append(Form(attributes))

    def _start_img(self, attributes: Attributes) -> None:
        if "alt" not in attributes:
            self.images_without_alt.append(attributes.get("src", "?"))

    def _start_input(self, attributes: Attributes) -> None:
        if "form" in self.open and self.forms:
            self.forms[-1].names.add(attributes.get("name", ""))
        if attributes.get("type", "text") not in NOT_TYPED_IN:
            self._start_select(attributes)
            self._note_prose(
                attributes.get("type", "text") == "text" and "data-limit" in attributes
            )

    def _start_select(self, attributes: Attributes) -> None:
        self.fields.append(Field(attributes, wrapped="label" in self.open))
        if "form" in self.open and self.forms:
            self.forms[-1].asks = True

    def _start_textarea(self, attributes: Attributes) -> None:
        self._start_select(attributes)
        self._note_prose(prose=True)

    def _note_prose(self, prose: bool) -> None:
        if "form" in self.open and self.forms:
            self.forms[-1].prose |= prose


def problems(html: str, *, whole: bool) -> list[str]:
    """What is wrong with a page (`whole`), or with the part of one that HTMX asked for."""
    page = Page(html)
    found = [*_fields(page), *_forms(page), *_inline(page), *_markers(page), *_ids(page)]
    found += [f"the link {one} leads to what is only sent to" for one in page.links if _shut(one)]
    found += [f"the picture {src} has no alt" for src in page.images_without_alt]
    found += [f"the table {one} is in no .st-table, and is too wide" for one in page.loose_tables]
    return [*found, *_frame(page)] if whole else found


def _frame(page: Page) -> list[str]:
    found = []
    if len(page.headings) != 1:
        found.append(f"{len(page.headings)} h1, and there must be one")
    elif not _plain(page.headings[0]):
        found.append("the h1 is empty")
    elif not _plain("".join(page.titles)).startswith(_plain(page.headings[0])):
        found.append(f"title {page.titles} does not begin with the h1 «{_plain(page.headings[0])}»")
    if not page.language:
        found.append("<html> has no lang")
    return found + _levels(page)


def _levels(page: Page) -> list[str]:
    """Whoever goes from heading to heading misses none: no level is left out on the way down."""
    steps = pairwise(page.levels)
    return [f"a h{below} comes after a h{above}" for above, below in steps if below > above + 1]


def _fields(page: Page) -> list[str]:
    return [f"the field {f.called} has no label" for f in page.fields if not _labelled(f, page)]


def _labelled(one: Field, page: Page) -> bool:
    named_by = one.attributes.get("aria-labelledby", "").split()
    return bool(
        one.wrapped
        or one.attributes.get("aria-label")
        or one.attributes.get("id", "-") in page.label_for
        or (named_by and set(named_by) <= set(page.ids))
    )


def _forms(page: Page) -> list[str]:
    posting = [form for form in page.forms if form.posts]
    without_token = [form for form in posting if "csrfmiddlewaretoken" not in form.names]
    without_action = [form for form in posting if not form.attributes.get("action")]
    # On a shared machine Back would fill it with what the person before typed.
    filled_in = [form for form in posting if form.attributes.get("autocomplete") != "off"]
    return [
        *(f"a form {f.attributes} {fault}" for f in posting for fault in _loses(f)),
        *(f"a form {f.attributes} has no csrf token" for f in without_token),
        *(f"a form {f.attributes} has no action" for f in without_action),
        *(f"a form {f.attributes} is filled in by the browser" for f in filled_in),
    ]


def _loses(form: Form) -> Iterator[str]:
    """How what one fills in may be lost: in a form that is not a `kept_form`."""
    view = _view(form.attributes.get("action", ""))
    if form.attributes.get("action", "").startswith("#"):
        return  # an example, as in the gallery
    kept = "data-autosave" in form.attributes
    in_place = kept or "data-in-place" in form.attributes or view in SENT_BY_THE_BROWSER
    if form.asks and not in_place:
        yield "is not answered in place: it lacks data-in-place, or is no kept_form"
    if form.prose and not kept and not {view, view.partition(":")[0]} & set(NOT_KEPT):
        yield "loses what is typed in it: it is no kept_form"


def _view(action: str) -> str:
    """The name of the view that a form is sent to, nothing where it is none of ours."""
    try:
        return resolve(action.partition("?")[0]).view_name
    except Resolver404:
        return ""


def _shut(href: str) -> bool:
    """Whether our own page there answers no GET."""
    path = href.partition("#")[0].partition("?")[0]
    return path.startswith("/") and "GET" not in _taken(path)


@cache
def _taken(path: str) -> list[str]:
    """The methods that the view there takes, by its decorators."""
    try:
        view = resolve(path).func
    except Resolver404:
        return ["GET"]
    while view is not None:
        taken = inspect.getclosurevars(view).nonlocals.get("request_method_list")
        if taken:
            return list(taken)
        view = getattr(view, "__wrapped__", None)
    return ["GET"]


def _inline(page: Page) -> list[str]:
    written = [text for text in page.scripts if text.strip()]
    return [f"script or style written into the page: {text[:60]!r}" for text in written] + [
        f"{what}: the content security policy stops it" for what in page.inline
    ]


def _markers(page: Page) -> list[str]:
    return [f"raw template marker: {found!r}" for found in MARKERS.findall(" ".join(page.text))]


def _ids(page: Page) -> list[str]:
    twice = {one for one in page.ids if page.ids.count(one) > 1}
    return [f"the id {one!r} stands more than once" for one in sorted(twice)]


def _plain(text: str) -> str:
    return SPACES.sub(" ", text).strip()
