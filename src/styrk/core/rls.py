"""The SQL of row-level security, written once for every sensitive table.

Every policy has two doors: the units one may see for that kind of record, and a row in the one
table of grants. `multirange_contains_elem` is called as a function because the planner takes the
operator `@>` for far rarer than it is (measured), and the settings stand in sub-selects because they
are then read once per query.
"""

# The system itself, in a job: the only scope whose posts are every unit.
SYSTEM = "(SELECT current_setting('styrk.posts', true)) = '{(,)}'"
PERSON = "(SELECT nullif(current_setting('styrk.person', true), '')::bigint)"


def units(kind: str, column: str) -> str:
    """The first door: the record's unit is one that this person may see for this kind."""
    setting = f"(SELECT nullif(current_setting('styrk.units_{kind}', true), '')::int8multirange)"
    return f"multirange_contains_elem({setting}, {column})"


def posts(column: str) -> str:
    """The person holds a post at this unit in own name, not by being above it."""
    setting = "(SELECT nullif(current_setting('styrk.posts', true), '')::int8multirange)"
    return f"multirange_contains_elem({setting}, {column})"


def chairs(column: str) -> str:
    """The person chairs the board of this unit."""
    setting = "(SELECT nullif(current_setting('styrk.posts_chair', true), '')::int8multirange)"
    return f"multirange_contains_elem({setting}, {column})"


def receptions(column: str) -> str:
    """The person receives varsling at this unit."""
    setting = "(SELECT nullif(current_setting('styrk.posts_reception', true), '')::int8multirange)"
    return f"multirange_contains_elem({setting}, {column})"


def committees(column: str) -> str:
    """The person sits in the quality and patient safety committee of this unit."""
    setting = "(SELECT nullif(current_setting('styrk.posts_committee', true), '')::int8multirange)"
    return f"multirange_contains_elem({setting}, {column})"


def granted(kind: str, column: str, *, parts: tuple[str, ...] = ()) -> str:
    """The second door: a grant of this record (or of these parts of it) to the person or a post."""
    only = f" AND g.part IN ({', '.join(repr(p) for p in parts)})" if parts else ""
    live = f"g.kind = '{kind}'{only} AND (g.until IS NULL OR g.until > now())"
    return (
        f"({column} IN (SELECT g.record_id FROM access_grant g"
        f" WHERE {live} AND g.person_id = {PERSON})"
        f" OR {column} IN (SELECT g.record_id FROM access_grant g"
        f" WHERE {live} AND g.unit_id IS NOT NULL AND {posts('g.unit_id')}))"
    )


def shared(kind: str, column: str, *, parts: tuple[str, ...] = ()) -> str:
    """The second door as it is now: the records that a grant opens, found once for each query.

    `granted` asks the table of grants itself, whose own policy then stands in every query's plan;
    this asks a function of the owner's (`access_granted`), and plans in a tenth of the time.
    """
    return f"{column} IN (SELECT access_granted('{kind}', '{{{','.join(parts)}}}'))"


def instead(table: str, policy: str, using: str) -> str:
    """Another condition for a policy that is there."""
    return f"ALTER POLICY {policy} ON {table} USING ({using});"


def seen_and_changed(table: str, using: str) -> str:
    """The same condition for who sees a row and who may change it, as `protect` gave them."""
    return instead(table, "see", using) + instead(table, "change", using)


def protect(table: str, *, see: str, write: str = "true", change: str | None = None) -> str:
    """Row-level security on `table`: who sees a row, who adds one, who changes one (default: who sees).

    There is no policy for deleting: rows of protected tables are not deleted by the application.
    """
    change = see if change is None else change
    return f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY see ON {table} FOR SELECT USING ({see});
        CREATE POLICY write ON {table} FOR INSERT WITH CHECK ({write});
        CREATE POLICY change ON {table} FOR UPDATE USING ({change}) WITH CHECK (true);
        REVOKE DELETE, TRUNCATE ON {table} FROM styrk_app;
    """


def append_only(table: str) -> str:
    """Rows are written once: no update, no delete, not even by the table's owner."""
    return f"""
        REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM styrk_app;
        CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    """


REFUSE_CHANGE = """
    CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'rows in % are written once and never changed', TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation';
    END $$;
"""
