"""What is measured in the demo: indicators, values that come month by month, and what people say of them."""

from styrk.demo.measured.life import Measuring, count_and_read

__all__ = ["Measuring", "count_and_read"]
