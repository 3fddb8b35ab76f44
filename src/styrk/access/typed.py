"""What a person typed in a form: a text for each field, and a list where several were ticked."""

from collections.abc import Iterable, Iterator, Mapping

from django.http import HttpRequest

from styrk.ui.forms import REDACT, REMOVED, SEEN

# The form's own key, by which it is known when it is sent again.
ONCE = "once"

# Our own fields in every form: not something a person typed.
OURS = {"csrfmiddlewaretoken", "key", REDACT, SEEN, REMOVED, ONCE}

# That files were sent too, or chosen, which are not kept with the words.
FILES_LEFT = "files_left"

type Words = str | list[str]
type Typed = dict[str, Words]


def typed_in(request: HttpRequest) -> Typed:
    """Everything that was sent but our own hidden fields and passwords; of files, that there were."""
    pairs = (
        (name, str(value).replace("\0", ""))  # PostgreSQL has no such character
        for name, values in request.POST.lists()
        if name not in OURS and "password" not in name
        for value in values
    )
    return gathered(pairs) | ({FILES_LEFT: "1"} if request.FILES else {})


def pairs(typed: Mapping[str, Words]) -> Iterator[tuple[str, str]]:
    """Each value by itself with its field's name."""
    for name, words in typed.items():
        for word in [words] if isinstance(words, str) else words:
            yield name, word


def gathered(pairs: Iterable[tuple[str, str]]) -> Typed:
    """The other way: a field that came once has its text, one that came more often all of them."""
    found: dict[str, list[str]] = {}
    for name, word in pairs:
        found.setdefault(name, []).append(word)
    return {name: words if len(words) > 1 else words[0] for name, words in found.items()}


def last(words: Words) -> str:
    """The one text of a field that should have one; of several the last, as Django takes it."""
    return words if isinstance(words, str) else words[-1]
