"""What the region asks of its trusts in the demo, from the page to the ward and back."""

from styrk.demo.mandate.issuing import settle_mandate

__all__ = ["settle_mandate"]
