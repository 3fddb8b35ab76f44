"""From what the control charts find to what is drawn: one series at a time, as plain data."""

from styrk.indicators.pictures.compared import (
    Compared,
    Counted,
    Way,
    effect_picture,
    funnel_among,
    funnel_picture,
)
from styrk.indicators.pictures.control import centre_name, control_picture
from styrk.indicators.pictures.cumulative import bernoulli_picture, cusum_picture, ewma_picture
from styrk.indicators.pictures.told import Told
from styrk.indicators.pictures.xmr import ASSURED, variation_of, xmr_picture

__all__ = [
    "ASSURED",
    "Compared",
    "Counted",
    "Told",
    "Way",
    "bernoulli_picture",
    "centre_name",
    "control_picture",
    "cusum_picture",
    "effect_picture",
    "ewma_picture",
    "funnel_among",
    "funnel_picture",
    "variation_of",
    "xmr_picture",
]
