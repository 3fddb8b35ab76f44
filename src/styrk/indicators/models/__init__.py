"""Indicators, what was measured, what stands at each unit, and what people have decided about it."""

from styrk.indicators.models.charts import Annotation, Attestation, SeriesGlance, SeriesMark, Signal
from styrk.indicators.models.defining import Definition, Indicator, Target
from styrk.indicators.models.links import ActionMeasure, EffectAnswer, GoalMeasure
from styrk.indicators.models.numbers import Batch, Figure, Measurement, Watermark

__all__ = [
    "ActionMeasure",
    "Annotation",
    "Attestation",
    "Batch",
    "Definition",
    "EffectAnswer",
    "Figure",
    "GoalMeasure",
    "Indicator",
    "Measurement",
    "SeriesGlance",
    "SeriesMark",
    "Signal",
    "Target",
    "Watermark",
]
