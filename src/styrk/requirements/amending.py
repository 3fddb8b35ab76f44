"""Laws in the register get the words of acts in the register, when the day they announce has come."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from styrk.core import clock
from styrk.requirements import commands, queries, statutes
from styrk.requirements.lovdata.merging import Merged, merged
from styrk.requirements.lovdata.shape import Law


def renewed(law: Law, acts: Iterable[Law], day: date) -> Merged:
    """The law with the words of the acts in force on the day, and its newest change named so."""
    known = list(acts)
    told = merged(law, known, day)
    by = {act.refid for act in known}
    return replace(told, law=statutes.with_change_of(told.law, law, told.sections, by))


def give_words(now: datetime) -> list[str]:
    """A new edition of each law whose announced words hold from today; gives the laws' names.

    What cannot be put in without doubt stays under change, and is said so where it is read. Whoever
    owns the source is asked to see what is changed, as with every new edition.
    """
    day = clock.day(now)
    laws = queries.laws_due(day)
    acts = queries.acts_that_change(laws)
    found = [told.law for law in laws if (told := renewed(law, acts, day)).sections]
    for law in found:
        commands.receive_edition(received=statutes.received(law, day), by=None, now=now)
    if found:
        commands.settle_authorities(by=None, now=now)
    return [law.short_title for law in found]
