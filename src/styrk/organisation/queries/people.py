"""Finding the people of the organisation."""

import re
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q

from styrk.organisation.models import Person


def person_by_uuid(uuid: UUID) -> Person | None:
    return Person.objects.select_related("home_unit").filter(uuid=uuid).first()


def person_by_number(number: str) -> Person | None:
    """By the employee number, or by the public identifier where there is none."""
    try:
        named = Q(employee_number=number) | Q(uuid=UUID(number))
    except ValueError:
        named = Q(employee_number=number.replace("\0", ""))
    return Person.objects.select_related("home_unit").filter(named).first()


def find_people(
    text: str, *, home_units: Collection[int], on: date | None, limit: int = 20
) -> list[Person]:
    """Who is here on the day and belongs to one of these units (ids): by the employee number, or
    where every word of the text begins a word of the name. Without words there are no answers; without
    a day those who have left are found too."""
    words = text.replace("\0", "").split()
    if not words:
        return []
    named = Q()
    for word in words:
        named &= Q(name__iregex=r"\m" + re.escape(word) if word[0].isalnum() else re.escape(word))
    here = Q(left_on__isnull=True) | Q(left_on__gte=on) if on else Q()
    found = Person.objects.filter(here, home_unit__one_of=home_units)
    matching = found.filter(named | Q(employee_number__iexact=" ".join(words)))
    return list(matching.select_related("home_unit").order_by("name", "pk")[:limit])
