"""What series tell: all of them read by the control charts in one call for each kind of chart."""

from styrk.indicators.readings.codes import Signals
from styrk.indicators.readings.evaluating import Marks, evaluate, usable
from styrk.indicators.readings.reading import Part, Reading

__all__ = ["Marks", "Part", "Reading", "Signals", "evaluate", "usable"]
