"""The operations of the program interface: which indicators there are, what stands, and values in."""

from ninja import Router

from styrk.indicators.api import asking, delivering

router = Router(tags=["Indicators"])
asking.add_to(router)
delivering.add_to(router)

__all__ = ["router"]
