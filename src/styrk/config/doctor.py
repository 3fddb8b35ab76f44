"""Is this installation in order? Each check says how it is, and what to do when it is not."""

import shutil
import smtplib
import stat
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
import psycopg
from django.conf import settings
from django.db import DatabaseError, connection

from styrk.config import environment, identities, keys, migrating, public_address, static
from styrk.config.checks import Check, State
from styrk.core import clock, postgres, scope
from styrk.demo import build
from styrk.organisation.models import Unit
from styrk.review import layouts
from styrk.review.layouts import LayoutWrong

OLDEST_PYTHON = (3, 12)
OLDEST_POSTGRES = 15
SKEW, WILD_SKEW = timedelta(seconds=2), timedelta(minutes=1)
ROOM = 2 * 1024**3
MAIL_SECONDS = 5


def examine() -> Iterator[Check]:
    """Every check, in an order where the first that fails explains those after it."""
    yield python()
    yield key()
    yield from place()
    try:
        with environment.database_as_it_is() as found:
            yield server(found)
            yield from inside()
    except click.ClickException as reason:
        advice = "Se DATABASE_URL, eller loggen pg.log i datamappen."
        yield Check("database", State.FAIL, reason.message, advice)
    yield reports()
    yield mail()
    yield address()


def inside() -> Iterator[Check]:
    """What is seen from the database, each by itself: one that cannot be asked does not stop the rest."""
    for check in DATABASE:
        try:
            yield check()
        except (DatabaseError, psycopg.Error) as reason:
            text = str(reason).strip().splitlines()[0]
            yield Check(check.__name__, State.FAIL, text, "Kjør «styrk migrate» og prøv igjen.")


def python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        return Check("python", State.FAIL, version, "Styrk trenger Python 3.12 eller nyere.")
    return Check("python", State.OK, version)


def key() -> Check:
    data = postgres.default_data_dir()
    kept = data / keys.NAME
    if kept.exists() and stat.S_IMODE(kept.stat().st_mode) & 0o077:
        advice = f"Kjør: chmod 600 {kept}"
        return Check("key", State.FAIL, "Andre på maskinen kan lese nøkkelen.", advice)
    if keys.found_key(data):
        return Check("key", State.OK, "Nøkkelen for innlogging finnes.")
    advice = f"Sett {keys.VARIABLE}, eller start «styrk serve», som lager en."
    return Check("key", State.WARN, "Ingen nøkkel for innlogging ennå.", advice)


def place() -> Iterator[Check]:
    data = postgres.default_data_dir()
    there = data if data.exists() else next(up for up in data.parents if up.exists())
    free = shutil.disk_usage(there).free
    room = f"{free / 1024**3:.1f} GB ledig i {data}"
    if free < ROOM:
        yield Check("disk", State.WARN, room, "Rydd plass: databasen stopper når disken er full.")
    else:
        yield Check("disk", State.OK, room)
    if not (Path(settings.STATIC_ROOT) / static.NAME).exists():
        advice = "«styrk serve» samler dem ved start."
        yield Check("static", State.WARN, "Filene som sidene bruker, er ikke samlet.", advice)
    else:
        yield Check("static", State.OK, "Filene som sidene bruker, er samlet.")


def server(found: postgres.Database) -> Check:
    with psycopg.connect(found.app_url) as direct:
        version = direct.info.server_version
    text = f"PostgreSQL {version // 10000}.{version % 10000}"
    if version < OLDEST_POSTGRES * 10000:
        advice = f"Styrk trenger PostgreSQL {OLDEST_POSTGRES} eller nyere."
        return Check("postgresql", State.FAIL, text, advice)
    if found.embedded and not settings.DEMO:
        advice = "Sett DATABASE_URL til en server som driftes og sikkerhetskopieres."
        return Check("postgresql", State.WARN, f"{text}, innebygd", advice)
    return Check("postgresql", State.OK, text)


def role() -> Check:
    """The role we serve with owns nothing and is held by every policy."""
    powers, owned, may_own = _row("""
        SELECT rolsuper OR rolbypassrls OR rolcreaterole,
               (SELECT count(*) FROM pg_class WHERE relowner = r.oid),
               EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
                         AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
        FROM pg_roles r WHERE rolname = current_user""")
    advice = (
        "Bruk en egen rolle i DATABASE_URL: NOSUPERUSER NOBYPASSRLS, uten tabeller, og ikke medlem "
        "av eieren. Eieren settes i STYRK_OWNER_URL."
    )
    if powers:
        return Check("role", State.FAIL, "Rollen kan gå utenom radsikkerheten.", advice)
    if owned or may_own:
        return Check("role", State.FAIL, "Rollen eier tabeller.", advice)
    return Check("role", State.OK, "Rollen eier ingenting og er bundet av radsikkerheten.")


def policies() -> Check:
    """A table that has policies but does not use them shows everything."""
    (unused,) = _row("""
        SELECT string_agg(DISTINCT c.relname, ', ') FROM pg_policy p
        JOIN pg_class c ON c.oid = p.polrelid WHERE NOT c.relrowsecurity""")
    if unused:
        advice = "Slå den på igjen: ALTER TABLE … ENABLE ROW LEVEL SECURITY."
        return Check("policies", State.FAIL, f"Radsikkerheten er av for {unused}.", advice)
    return Check("policies", State.OK, "Radsikkerheten er på.")


def migrations() -> Check:
    waiting = migrating.pending()
    if waiting:
        text = f"{len(waiting)} oppdateringer av databasen gjenstår."
        return Check("migrations", State.FAIL, text, "Kjør «styrk migrate».")
    return Check("migrations", State.OK, "Databasen er oppdatert.")


def full_text() -> Check:
    """Without this mark the search index is never used under row-level security (measured)."""
    (marked,) = _row("SELECT bool_and(proleakproof) FROM pg_proc WHERE proname = 'ts_match_vq'")
    if marked:
        return Check("search", State.OK, "Søket bruker indeksen.")
    advice = (
        "Kjør som superbruker i databasen: "
        "ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF"
    )
    return Check("search", State.WARN, "Søk i mange meldinger blir tregt.", advice)


def worker() -> Check:
    (alive,) = _row("""
        SELECT count(*) FROM procrastinate_workers
        WHERE last_heartbeat > now() - interval '1 minute'""")
    if alive:
        return Check("worker", State.OK, f"{alive} gjør bakgrunnsarbeid.")
    advice = "Start «styrk serve», eller «styrk worker» på en maskin som når databasen."
    return Check("worker", State.WARN, "Ingen gjør bakgrunnsarbeidet nå.", advice)


def queue() -> Check:
    late, stalled, failed = _row("""
        SELECT count(*) FILTER (WHERE j.status = 'todo'
                   AND coalesce(j.scheduled_at, e.at) < now() - interval '10 minutes'),
               count(*) FILTER (WHERE j.status = 'doing'
                   AND (w.last_heartbeat IS NULL OR w.last_heartbeat < now() - interval '10 minutes')),
               count(*) FILTER (WHERE j.status = 'failed' AND e.at > now() - interval '1 day')
        FROM procrastinate_jobs j
        LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
        LEFT JOIN LATERAL (SELECT min(at) AS at FROM procrastinate_events
                           WHERE job_id = j.id) e ON true""")
    if late or stalled:
        text = f"{late} jobber har ventet lenge, og {stalled} ble avbrutt."
        return Check("queue", State.WARN, text, "Se at «styrk worker» går, og hva loggen sier.")
    if failed:
        text = f"{failed} jobber feilet det siste døgnet."
        return Check("queue", State.WARN, text, "Loggen til «styrk worker» sier hvorfor.")
    return Check("queue", State.OK, "Køen er à jour.")


def letters() -> Check:
    """Whether e-mails wait long, or were given up: nobody else is told."""
    with scope.acting(scope.SYSTEM):
        late, given_up = _row("""
            SELECT count(*) FILTER (WHERE email_due_at IS NOT NULL),
                   count(*) FILTER (WHERE email_due_at IS NULL AND email_error <> ''
                       AND created_at > now() - interval '7 days')
            FROM styrk_messages_message WHERE emailed_at IS NULL
                AND created_at < now() - interval '1 hour'""")
    if late or given_up:
        text = f"{late} e-poster har ventet over en time, og {given_up} ble gitt opp siste uke."
        advice = "Beskjedene står i Styrk. Kolonnen email_error sier hvorfor."
        return Check("letters", State.WARN, text, advice)
    return Check("letters", State.OK, "Ingen e-post henger.")


def time() -> Check:
    (theirs,) = _row("SELECT clock_timestamp()")
    skew = abs(theirs - clock.now())
    text = f"Databasens klokke går {skew.total_seconds():.1f} s ulikt med vår."
    advice = "Still klokkene etter samme kilde (NTP): frister regnes av dem."
    if skew > WILD_SKEW:
        return Check("clock", State.FAIL, text, advice)
    if skew > SKEW:
        return Check("clock", State.WARN, text, advice)
    return Check("clock", State.OK, "Klokkene går likt.")


def demo() -> Check:
    """One click to be anyone, and real data, are never in the same place."""
    built = build.is_built()
    if settings.DEMO and not built and Unit.objects.exists():
        text = "Demoinnlogging er på, og enhetene er ikke demoens."
        return Check("demo", State.FAIL, text, "Fjern STYRK_DEMO: alle kan logge inn som alle.")
    if built and not settings.DEMO:
        text = "Databasen har demoverdenen."
        return Check("demo", State.WARN, text, "Bruk en tom database for virkelige data.")
    return Check("demo", State.OK, "Demo." if built else "Ikke demo.")


def reports() -> Check:
    """The kinds of reports are files, ours or the organisation's: a wrong one stops all of them."""
    try:
        found = layouts.all_layouts()
    except LayoutWrong as reason:
        advice = f"Rett fila i {layouts.folder()}, eller ta bort STYRK_REPORTS."
        return Check("reports", State.FAIL, str(reason), advice)
    return Check("reports", State.OK, f"{len(found)} rapporter fra {layouts.folder()}")


def mail() -> Check:
    if not settings.MAIL_HOST:
        advice = "Sett STYRK_SMTP_HOST. Beskjeder vises i Styrk uansett."
        return Check("mail", State.WARN, "E-post blir ikke sendt.", advice)
    options = settings.MAILERS["default"]["OPTIONS"]
    host, port = options["host"], options["port"]
    try:
        with smtplib.SMTP(host, port, timeout=MAIL_SECONDS) as smtp:
            smtp.noop()
    except OSError as reason:
        text = f"{host}:{port} svarer ikke: {reason}"
        return Check("mail", State.FAIL, text, "Se STYRK_SMTP_HOST, STYRK_SMTP_PORT og brannmuren.")
    return Check("mail", State.OK, f"{host}:{port} svarer.")


def address() -> Check:
    if trouble := public_address.trouble():
        return Check("address", State.FAIL, trouble.text, trouble.advice)
    if settings.HTTPS or settings.DEMO:
        return Check("address", State.OK, settings.BASE_URL)
    advice = "Sett STYRK_BASE_URL til adressen folk bruker, med https."
    return Check("address", State.WARN, f"{settings.BASE_URL} er ikke kryptert.", advice)


DATABASE: tuple[Callable[[], Check], ...] = (
    role,
    policies,
    migrations,
    full_text,
    worker,
    queue,
    identities.keys,
    letters,
    time,
    demo,
)


def _row(query: str) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return tuple(cursor.fetchone() or ())
