"""`styrk verify-trail`: proof that the trail is as it was written."""

import json
from dataclasses import asdict

import click

from styrk.config import environment
from styrk.core import clock
from styrk.trail.verify import Verdict, verify


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
    slutten av sporet er borte.
    """
    with environment.database():
        verdict = verify(now=clock.now(), known=known)
    click.echo(json.dumps(_shape(verdict), ensure_ascii=False) if as_json else _in_words(verdict))


def _shape(verdict: Verdict) -> dict[str, object]:
    return {**asdict(verdict), "at": verdict.at.isoformat(), "intact": verdict.intact}


def _in_words(verdict: Verdict) -> str:
    counted = (
        f"{verdict.entries} spor under {verdict.seals} segl, {verdict.unsealed} nyere uten segl."
    )
    if verdict.intact:
        newest = f"Nyeste segl: {verdict.newest_digest}" if verdict.seals else "Ingen segl ennå."
        return f"Sporet er som det ble skrevet. {counted}\n{newest}"
    lines = [f"  {finding.text}" for finding in verdict.findings]
    return "\n".join([f"Sporet er IKKE som det ble skrevet. {counted}", *lines])
