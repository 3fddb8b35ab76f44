"""`styrk verify-trail`: proof that the trail is as it was written."""

import json
import sys
from dataclasses import asdict

import click

from styrk.config import environment
from styrk.core import clock
from styrk.trail.verify import Finding, Verdict, verify

# Entries that a line names; --json names more.
NAMED = 20


@click.command
@click.option(
    "--known",
    multiple=True,
    metavar="DIGEST",
    help="Et segl som er tatt vare på utenfor databasen. Kan gjentas.",
)
@click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
def command(*, known: tuple[str, ...], as_json: bool) -> None:
    """Regn ut alle segl på nytt, og si hva som er endret, fjernet eller føyd til.

    Ta vare på det nyeste seglet et annet sted, og gi det med --known: da oppdages det også om
    slutten av sporet er borte. Koden ut er 1 når noe er endret, ellers 0.
    """
    with environment.database():
        verdict = verify(now=clock.now(), known=known)
    click.echo(json.dumps(_shape(verdict), ensure_ascii=False) if as_json else _in_words(verdict))
    if not verdict.intact:
        sys.exit(1)


def _shape(verdict: Verdict) -> dict[str, object]:
    return {**asdict(verdict), "at": verdict.at.isoformat(), "intact": verdict.intact}


def _in_words(verdict: Verdict) -> str:
    counted = (
        f"{verdict.entries} spor under {verdict.seals} segl, {verdict.unsealed} nyere uten segl."
    )
    if verdict.intact:
        newest = f"Nyeste segl: {verdict.newest_digest}" if verdict.seals else "Ingen segl ennå."
        return f"Sporet er som det ble skrevet. {counted}\n{newest}"
    lines = [f"  {_named(finding)}" for finding in verdict.findings]
    return "\n".join([f"Sporet er IKKE som det ble skrevet. {counted}", *lines])


def _named(finding: Finding) -> str:
    """What is found, with the seal and the first of the entries that it is about."""
    shown = finding.entries[:NAMED]
    more = finding.number - len(shown)
    where = [
        *([f"segl {finding.seal}"] if finding.seal else []),
        *([f"spor {', '.join(map(str, shown))}"] if shown else []),
        *([f"og {more} til"] if shown and more > 0 else []),
    ]
    return f"{finding.text} ({', '.join(where)})" if where else finding.text
