"""Numbers kept as records change, so that counting costs the same however many there are.

Triggers write every change as a row of its own in `<name>` (adding never waits for another's lock),
for the unit of the record and a day. A sweep adds these rows together, into one row for each unit
and day, and into `<line>`, where a unit's row holds all that is below it too. A number is always the
sum of both: what is added together for the line, and what is not yet for the units in it.
"""
# ruff: noqa: S608 - the names put into SQL are our own, in migrations and constants

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import connection

from styrk.core.asking import Ask

ABOVE = "string_to_array(trim('.' FROM {}), '.')"


@dataclass(frozen=True)
class Bucket:
    """Counts that share a day. `day` and the conditions are SQL over the record `r`."""

    day: str
    counts: Mapping[str, str]


@dataclass(frozen=True)
class Tally:
    """What is counted of a table, and the two tables of numbers."""

    source: str
    unit: str
    name: str
    line: str
    buckets: Sequence[Bucket]

    @property
    def counts(self) -> tuple[str, ...]:
        return tuple(name for bucket in self.buckets for name in bucket.counts)


@dataclass(frozen=True)
class Span:
    """A count over days: from `since` (included) to `before` (not included)."""

    count: str
    since: date = date.min
    before: date = date.max


def first_of_month(on: date, back: int = 0) -> date:
    """The first day of the month that lies `back` months before."""
    months = on.year * 12 + on.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)


def figures(
    name: str, line: str, path: str, spans: Mapping[str, Span], *, hides: bool = False
) -> Ask[dict[str, int]]:
    """Asks for the numbers of the unit that `path` leads to and all below it, named as `spans`.

    `hides`: without the records that are kept from the person in scope (see `hide_below`).
    """
    unit = int(path.rstrip(".").rpartition(".")[2])
    wanted = ", ".join(sorted({span.count for span in spans.values()}))
    sums = ", ".join(
        f"coalesce(sum({span.count}) FILTER (WHERE day >= %s AND day < %s), 0)"
        for span in spans.values()
    )
    less = f" UNION ALL SELECT day, {wanted} FROM {name}_hidden(%s)" if hides else ""
    return Ask(
        f"SELECT {sums} FROM (SELECT day, {wanted} FROM {line} WHERE unit_id = %s"
        f" UNION ALL SELECT day, {wanted} FROM {name} t"
        " JOIN organisation_unit u ON u.id = t.unit_id"
        f" WHERE NOT t.settled AND starts_with(u.path, %s){less}) AS counted",
        [
            *(day for s in spans.values() for day in (s.since, s.before)),
            unit,
            path,
            *[path] * hides,
        ],
        lambda *found: dict(zip(spans, map(int, found), strict=True)),
    )


def compact(name: str) -> int:
    """Add the new rows together; gives how many there were. Does nothing while another does it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name}_compact()")
        return int(cursor.fetchone()[0])


def create(tally: Tally) -> str:
    """The SQL of triggers and functions, to be run by the owner in a migration."""
    return _counting(tally) + _compacting(tally) + _moving(tally) + _guarding(tally)


def hide(tally: Tally, mine: str, *, without: str) -> str:
    """The SQL of a function that gives, negative, what the numbers hold of records that are kept from
    the person in scope: `mine` selects their ids, `without` is what was left out of the numbers before.
    Else a number would tell of what no list shows.
    """
    tally = _without(tally, without)
    rows = f"(SELECT -1 AS tally_sign, * FROM {tally.source} WHERE id IN ({mine}))"
    return f"""
        CREATE FUNCTION {tally.name}_hidden() RETURNS {_table(tally)}
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public ROWS 10 AS $$
            {_counted(tally, rows)}
        $$;
    """


def hide_below(tally: Tally, mine: str, *, anyone: str, without: str) -> str:
    """The same, of the unit that a path leads to and all below it.

    `anyone` holds for a record `r` that is kept from somebody: those are many, where one person's are
    few, and are looked for in the unit, whose path is known when the search is planned.
    """
    tally = _without(tally, without)
    rows = (
        f"(SELECT -1 AS tally_sign, r.* FROM {tally.source} r"
        f" JOIN organisation_unit u ON u.id = r.{tally.unit} WHERE starts_with(u.path, %s) AND %s)"
    )
    many = _counted(tally, rows % (":below", anyone))
    few = _counted(tally, rows % ("below", f"r.id IN ({mine})"))
    return f"""
        DROP FUNCTION {tally.name}_hidden();
        CREATE FUNCTION {tally.name}_hidden(below text) RETURNS {_table(tally)}
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public ROWS 10 AS $$
        #variable_conflict use_column
        BEGIN
            IF current_setting('styrk.kept_from', true) = 'anyone' THEN
                RETURN QUERY EXECUTE replace($q$ {many} $q$, ':below', quote_literal(below));
            ELSE
                RETURN QUERY {few};
            END IF;
        END $$;
    """


def _table(tally: Tally) -> str:
    return f"TABLE (unit_id bigint, day date, {' bigint, '.join(tally.counts)} bigint)"


def _counted(tally: Tally, rows: str) -> str:
    counts = ", ".join(f"counted.{count}::bigint" for count in tally.counts)
    parts = " UNION ALL ".join(_bucket(tally, bucket, rows) for bucket in tally.buckets)
    named = f"counted.unit_id, counted.day, {counts}"
    return f"SELECT {named} FROM ({parts}) AS counted WHERE counted.day IS NOT NULL"


def _without(tally: Tally, which: str) -> Tally:
    """The same, with the records `r` that `which` holds for on no day."""
    return replace(
        tally,
        buckets=[
            replace(bucket, day=f"CASE WHEN NOT ({which}) THEN {bucket.day} END")
            for bucket in tally.buckets
        ],
    )


def leave_out(tally: Tally, which: str, *, besides: str = "false") -> str:
    """The SQL for never counting the records `r` that `which` holds for, and for taking them out now.

    `besides` is what was left out of the numbers before.
    """
    left = _without(tally, f"{besides} OR {which}")
    gone = f"(SELECT -1 AS tally_sign, * FROM {tally.source} r WHERE {which} AND NOT ({besides}))"
    return _functions(left) + _insert(tally, gone)


def _insert(tally: Tally, rows: str) -> str:
    columns = ", ".join(tally.counts)
    sums = ", ".join(f"sum({count})" for count in tally.counts)
    changed = " OR ".join(f"sum({count}) <> 0" for count in tally.counts)
    parts = " UNION ALL ".join(_bucket(tally, bucket, rows) for bucket in tally.buckets)
    return f"""
        INSERT INTO {tally.name} (unit_id, day, settled, {columns})
        SELECT unit_id, day, false, {sums} FROM ({parts}) AS counted
        WHERE day IS NOT NULL GROUP BY unit_id, day HAVING {changed};
    """


def _bucket(tally: Tally, bucket: Bucket, rows: str) -> str:
    counts = ", ".join(
        f"CASE WHEN {bucket.counts[count]} THEN r.tally_sign ELSE 0 END AS {count}"
        if count in bucket.counts
        else f"0 AS {count}"
        for count in tally.counts
    )
    return f"SELECT r.{tally.unit} AS unit_id, {bucket.day} AS day, {counts} FROM {rows} AS r"


def _functions(tally: Tally) -> str:
    changed = "(SELECT 1 AS tally_sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows)"
    added = "(SELECT 1 AS tally_sign, * FROM new_rows)"
    return _function(tally, "added", _insert(tally, added)) + _function(
        tally, "changed", _insert(tally, changed)
    )


def _counting(tally: Tally) -> str:
    return f"""
        {_functions(tally)}
        CREATE TRIGGER {tally.name}_added AFTER INSERT ON {tally.source}
            REFERENCING NEW TABLE AS new_rows
            FOR EACH STATEMENT EXECUTE FUNCTION {tally.name}_added();
        CREATE TRIGGER {tally.name}_changed AFTER UPDATE ON {tally.source}
            REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
            FOR EACH STATEMENT EXECUTE FUNCTION {tally.name}_changed();
        {_insert(tally, f"(SELECT 1 AS tally_sign, * FROM {tally.source})")}
    """


def _function(tally: Tally, what: str, body: str) -> str:
    return f"""
        CREATE OR REPLACE FUNCTION {tally.name}_{what}() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN {body} RETURN NULL; END $$;
    """


def _alone(tally: Tally) -> str:
    return f"advisory_xact_lock(hashtextextended('{tally.name}', 0))"


def _adding(tally: Tally, table: str) -> str:
    return ", ".join(f"{count} = {table}.{count} + excluded.{count}" for count in tally.counts)


def _nothing(tally: Tally) -> str:
    return " AND ".join(f"{count} = 0" for count in tally.counts)


def _compacting(tally: Tally) -> str:
    columns = ", ".join(tally.counts)
    sums = ", ".join(f"sum({count}) AS {count}" for count in tally.counts)
    return f"""
        CREATE UNIQUE INDEX {tally.name}_once ON {tally.name} (unit_id, day) WHERE settled;
        CREATE INDEX {tally.name}_new ON {tally.name} (unit_id) WHERE NOT settled;
        CREATE INDEX {tally.name}_nothing ON {tally.name} (unit_id)
            WHERE settled AND {_nothing(tally)};
        CREATE INDEX {tally.line}_nothing ON {tally.line} (unit_id) WHERE {_nothing(tally)};

        CREATE FUNCTION {tally.name}_compact() RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE moved bigint;
        BEGIN
            IF NOT pg_try_{_alone(tally)} THEN RETURN 0; END IF;
            WITH fresh AS (DELETE FROM {tally.name} WHERE NOT settled RETURNING *),
            sums AS (SELECT unit_id, day, {sums} FROM fresh GROUP BY unit_id, day),
            own AS (
                INSERT INTO {tally.name} (unit_id, day, settled, {columns})
                SELECT unit_id, day, true, {columns} FROM sums
                ON CONFLICT (unit_id, day) WHERE settled DO UPDATE SET {_adding(tally, tally.name)}),
            above AS (
                INSERT INTO {tally.line} (unit_id, day, {columns})
                SELECT above::bigint, s.day, {sums} FROM sums s
                JOIN organisation_unit u ON u.id = s.unit_id,
                LATERAL unnest({ABOVE.format("u.path")}) AS above
                GROUP BY above, s.day
                ON CONFLICT (unit_id, day) DO UPDATE SET {_adding(tally, tally.line)})
            SELECT count(*) INTO moved FROM fresh;
            DELETE FROM {tally.name} WHERE settled AND {_nothing(tally)};
            DELETE FROM {tally.line} WHERE {_nothing(tally)};
            RETURN moved;
        END $$;
    """


def _moving(tally: Tally) -> str:
    """When a unit gets another place, what it has counted goes along to those above it there."""
    columns = ", ".join(tally.counts)
    moved = ", ".join(f"t.{count} * place.sign" for count in tally.counts)
    old, new = ABOVE.format("OLD.path"), ABOVE.format("NEW.path")
    body = f"""
        PERFORM pg_{_alone(tally)};
        INSERT INTO {tally.line} (unit_id, day, {columns})
        SELECT place.unit::bigint, t.day, {moved} FROM {tally.name} t, (
            SELECT unit, 1 AS sign FROM unnest({new}) AS unit WHERE unit <> ALL ({old})
            UNION ALL
            SELECT unit, -1 FROM unnest({old}) AS unit WHERE unit <> ALL ({new})) AS place
        WHERE t.settled AND t.unit_id = NEW.id
        ON CONFLICT (unit_id, day) DO UPDATE SET {_adding(tally, tally.line)};
    """
    return f"""
        {_function(tally, "moved", body)}
        CREATE TRIGGER {tally.name}_moved AFTER UPDATE ON organisation_unit
            FOR EACH ROW WHEN (OLD.path <> '' AND OLD.path <> NEW.path)
            EXECUTE FUNCTION {tally.name}_moved();
    """


def _guarding(tally: Tally) -> str:
    return f"""
        REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {tally.name}, {tally.line} FROM styrk_app;
    """
