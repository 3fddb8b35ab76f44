"""Why an act in the committee is refused."""


class LaidAlready(ValueError):
    """It waits for this committee already."""


class NoCommittee(ValueError):
    """Nobody sits in a committee at the unit or above it."""


class NotOfPatients(ValueError):
    """It concerns the staff alone, or is no case of its own: the law gives the committee no say."""


class NotFound(ValueError):
    """There is no such case where the committee is, or one sits inhabil."""


class NobodyLeads(ValueError):
    """Nobody leads the unit that is advised."""
