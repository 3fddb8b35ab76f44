"""What a foreign form cannot say of a library, carried along in a place that it leaves to others.

A writer tells a library as well as the form can, reads what it told as if it were another's file,
and adds only the difference, in our own document's words. A reader lays it over what it reads.
"""

from styrk.requirements.libraries.fields import Fields
from styrk.requirements.libraries.own import POSITION, entry, header, read_entry, read_header
from styrk.requirements.libraries.problems import Place
from styrk.requirements.libraries.shape import Item, Json, Library
from styrk.requirements.libraries.tree import Tree

type Group = dict[str, Json]


def difference(wanted: Group, read: Group) -> Group:
    """What to lay over `read` to have `wanted`; null takes a field away."""
    changed = {key: value for key, value in wanted.items() if read.get(key) != value}
    return changed | {key: None for key in read if key not in wanted}


def item_overlay(wanted: Item, read: Item) -> Group:
    position: Group = {} if wanted.position == read.position else {POSITION: wanted.position}
    return difference(entry(wanted), entry(read)) | position


def library_overlay(wanted: Library, read: Library) -> Group:
    return difference(header(wanted), header(read))


def laid_over_item(item: Item, overlay: Json, place: Place, tree: Tree) -> Item:
    """The item with what the overlay says. Notes what is wrong in it."""
    if not isinstance(overlay, dict) or not overlay:
        return item
    position = Fields(tree, {POSITION: overlay.get(POSITION)}, place).whole(POSITION)
    group = _laid(entry(item), {key: v for key, v in overlay.items() if key != POSITION})
    return read_entry(Fields(tree, group, place), position or item.position)


def laid_over_library(library: Library, overlay: Json, place: Place, tree: Tree) -> Library:
    """The library, without requirements, with what the overlay says."""
    if not isinstance(overlay, dict) or not overlay:
        return library
    return read_header(Fields(tree, _laid(header(library), overlay), place))


def _laid(group: Group, overlay: Group) -> Group:
    return {key: value for key, value in (group | overlay).items() if value is not None}
