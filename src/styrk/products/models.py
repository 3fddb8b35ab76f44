"""The register of products, which all organisations share, and which products a case is about."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from styrk.core.fields import Identified
from styrk.incidents.models import Incident
from styrk.organisation.models import Person, Unit


class ProductKind(models.TextChoices):
    DEVICE = "device", _("Medisinsk utstyr")
    MEDICINE = "medicine", _("Legemiddel")
    CONSUMABLE = "consumable", _("Forbruksvare")
    ICT = "ict", _("IKT")
    OTHER = "other", _("Annet")


class Product(Identified):
    """A product of a supplier. `reference` is the supplier's own number or the GTIN, where it is known."""

    name = models.TextField()
    supplier = models.TextField()
    kind = models.TextField(choices=ProductKind)
    reference = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), Lower("supplier"), name="products_product_once"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(supplier=""), name="products_product_named"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ProductKind.values), name="products_product_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.supplier})"


class IncidentProduct(models.Model):
    """That a case is about a product, until it is taken away. Nothing else of it ever changes."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="+")
    trust = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    lot = models.TextField(blank=True)
    kept = models.BooleanField(default=False)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["product"], name="products_of_product", condition=Q(removed_at__isnull=True)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "product"],
                name="products_set_once",
                condition=Q(removed_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="products_removed_pair",
            ),
        ]
