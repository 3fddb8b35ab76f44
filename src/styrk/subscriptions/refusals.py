"""Why a subscription is refused."""


class OfAnother(ValueError):
    """The person belongs to another organisation."""


class There(ValueError):
    """The person gets these copies already."""
