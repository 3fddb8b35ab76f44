"""What many models share: a public identifier, and a filter the planner can use."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Field, Lookup
from django.db.models.sql.compiler import SQLCompiler

from styrk.core import ids
from styrk.core.prepared import Slot


class Identified(models.Model):
    """A record with an address of its own."""

    uuid = models.UUIDField(default=ids.new_uuid, unique=True, editable=False)

    class Meta:
        abstract = True


@models.ForeignKey.register_lookup
@Field.register_lookup
class OneOf(Lookup):
    """`column = ANY('{...}')`: one literal array, which the planner reads and a thousand ids do not slow."""

    lookup_name = "one_of"
    prepare_rhs = False

    def __init__(self, lhs: object, rhs: Iterable[int] | Slot) -> None:
        super().__init__(lhs, rhs if isinstance(rhs, Slot) else sorted(rhs))

    def as_sql(self, compiler: SQLCompiler, connection: object) -> tuple[str, list[object]]:  # type: ignore[override]
        lhs, params = self.process_lhs(compiler, connection)  # type: ignore[arg-type]
        return f"{lhs} = ANY(%s)", [*params, self.rhs]
