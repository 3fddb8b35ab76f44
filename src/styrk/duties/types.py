"""What a duty is about, as the app that owns the subject describes it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise


class Title(str):
    """A subject's title that carries a tag: its words and colour. Such come first of a day's duties."""

    tag: tuple[str, str]

    @classmethod
    def tagged(cls, text: str, tag: tuple[str, str]) -> "Title":
        title = cls(text)
        title.tag = tag
        return title


@dataclass(frozen=True)
class Kind:
    """A kind of duty: what is to be done, why, and where.

    `titles` gives the subjects' titles (a `Title` where the subject is grave) for those that the
    person in scope may see; a duty whose subject is not among them is not shown. `path` is the page
    where the duty is done; `opens` is whether it opens to the person in scope, by the id of the unit
    where the duty waits. Without it, it opens to all who see that it waits. `bulk` is where one press
    is sent that takes all of the kind that wait, where that makes sense. `private`: nobody is told, not
    by number either, that one waits for somebody else.
    """

    code: str
    what: Promise
    why: Promise
    titles: Callable[[Collection[UUID]], Mapping[UUID, str]]
    path: Callable[[UUID], str]
    opens: Callable[[int], bool] | None = None
    bulk: Callable[[], str] | None = None
    bulk_label: Promise | None = None
    private: bool = False
