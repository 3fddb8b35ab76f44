"""The performance table: every page in one run, on a small and a large database in turns.

The reference is an empty view behind the same middleware, for a signed-in person whose sight is set,
and a bare view without any. What is compared is measured in the same minutes on the same machine,
and given as ratios; nothing here is a number from before.
"""

from styrk.demo.bench.figures import Aim, Figure, Measured, PageFigures
from styrk.demo.bench.measuring import measure
from styrk.demo.bench.pages import BY_NAME
from styrk.demo.bench.sizes import MOMENT, SIZES, Size, key

__all__ = [
    "BY_NAME",
    "MOMENT",
    "SIZES",
    "Aim",
    "Figure",
    "Measured",
    "PageFigures",
    "Size",
    "key",
    "measure",
]
