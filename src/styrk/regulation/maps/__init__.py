"""The maps: what asks to be shown. The forskrift first, and what lives beside it in the same system."""

from styrk.regulation.maps.framework import FRAMEWORK
from styrk.regulation.maps.law import LAW
from styrk.regulation.maps.shape import Item, Map, Part
from styrk.regulation.maps.siblings import INFECTION, MUNICIPAL, SECURITY, WORK

ALL = (LAW, FRAMEWORK, WORK, SECURITY, INFECTION, MUNICIPAL)
MAPS = {one.key: one for one in ALL}
ITEMS = {item.key: item for one in ALL for item in one.items}
# Which map an item stands in.
MAP_OF = {item.key: one for one in ALL for item in one.items}

__all__ = ["ALL", "FRAMEWORK", "ITEMS", "LAW", "MAPS", "MAP_OF", "Item", "Map", "Part"]
