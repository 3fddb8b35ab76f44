"""Saying which product a case is about, and taking that back."""

from datetime import datetime

from styrk.core import states
from styrk.incidents.models import Incident
from styrk.incidents.record import step
from styrk.incidents.states import MOVES
from styrk.organisation.models import Person
from styrk.products.models import IncidentProduct, Product
from styrk.products.types import Described
from styrk.trail.commands import already_done, command


@command
def name_product(
    *,
    incident: Incident,
    product: Product | Described,
    lot: str = "",
    kept: bool = False,
    by: Person,
    now: datetime,
) -> None:
    """The case is about this product. A described one is written into the register, unless it is there.

    Said again with another lot or another word on whether it is kept, it is corrected.
    """
    states.move(MOVES, incident.state, "name_product")
    if isinstance(product, Described):
        product = _in_register(product, by, now)
    standing = IncidentProduct.objects.filter(
        incident=incident, product=product, removed_at__isnull=True
    )
    before = standing.first()
    if before and (before.lot, before.kept) == (lot, kept):
        return already_done()
    standing.update(removed_at=now, removed_by=by)
    IncidentProduct.objects.create(
        incident=incident,
        trust_id=incident.trust_id,
        product=product,
        lot=lot,
        kept=kept,
        set_at=now,
        set_by=by,
    )
    said = [
        str(product),
        f"lot eller serienummer {lot}" if lot else "",
        "tatt vare på" if kept else "",
    ]
    note = ", ".join(word for word in said if word)
    step(incident, "name_product", by, now, text="Sa hvilket produkt saken gjelder", note=note)
    return None


@command
def withdraw_product(*, incident: Incident, product: Product, by: Person, now: datetime) -> None:
    """The case is not about this product after all."""
    states.move(MOVES, incident.state, "name_product")
    standing = IncidentProduct.objects.filter(
        incident=incident, product=product, removed_at__isnull=True
    )
    if not standing.update(removed_at=now, removed_by=by):
        return already_done()
    text = "Tok bort et produkt fra saken"
    step(incident, "withdraw_product", by, now, text=text, note=str(product))
    return None


def _in_register(said: Described, by: Person, now: datetime) -> Product:
    """The product, written into the register by the first who names it."""
    product, _new = Product.objects.get_or_create(
        name__iexact=said.name,
        supplier__iexact=said.supplier,
        defaults={
            "name": said.name,
            "supplier": said.supplier,
            "kind": said.kind,
            "reference": said.reference,
            "written_at": now,
            "written_by": by,
        },
    )
    return product
