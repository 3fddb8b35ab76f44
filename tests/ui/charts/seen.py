"""A picture as the tests see it: its elements, and the boxes of its texts."""

from dataclasses import dataclass
from itertools import combinations
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from styrk.ui.charts.measure import Box, box

BOLD = {"c-strong", "c-target-word", "c-flag-number", "c-name-own"}


@dataclass
class Seen:
    root: Element

    @property
    def texts(self) -> list[str]:
        return [one.text or "" for one in self._all("text")]

    @property
    def size(self) -> tuple[float, float]:
        _, _, width, height = map(float, self.root.attrib["viewBox"].split())
        return width, height

    def of(self, look: str) -> list[Element]:
        return [one for one in self.root.iter() if one.attrib.get("class") == f"c-{look}"]

    def told(self, tag: str) -> str:
        return self.root.find(self._name(tag)).text or ""

    def boxes(self) -> list[tuple[str, Box]]:
        usual = float(self.root.attrib["font-size"])
        return [(one.text or "", _box(one, usual)) for one in self._all("text")]

    def problems(self) -> list[str]:
        """Texts that meet, and texts outside the picture."""
        width, height = self.size
        boxes = self.boxes()
        found = [f"{a} meets {b}" for (a, x), (b, y) in combinations(boxes, 2) if x.meets(y)]
        return found + [
            f"{text} is outside: {one}"
            for text, one in boxes
            if one.left < -1 or one.right > width + 1 or one.top < -1 or one.bottom > height + 1
        ]

    def _name(self, tag: str) -> str:
        space = self.root.tag.partition("}")[0] + "}" if "}" in self.root.tag else ""
        return space + tag

    def _all(self, tag: str) -> list[Element]:
        return list(self.root.iter(self._name(tag)))


def seen(svg: str) -> Seen:
    return Seen(ElementTree.fromstring(svg))


def _box(one: Element, usual: float) -> Box:
    bold = one.attrib.get("class") in BOLD or one.attrib.get("font-weight") == "bold"
    size = float(one.attrib.get("font-size", usual))
    x, y = float(one.attrib["x"]), float(one.attrib["y"])
    return box(x, y, one.text or "", size, one.attrib.get("text-anchor", "start"), bold=bold)
