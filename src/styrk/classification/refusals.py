"""Why an act with codes is refused."""


class InUse(ValueError):
    """Another version of the same scheme is in use."""


class OtherScheme(ValueError):
    """A code is of a scheme that the organisation of the case does not use."""
