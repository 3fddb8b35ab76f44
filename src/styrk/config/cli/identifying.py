"""`styrk identity-keys`: what patients' identity is encrypted with, for the operator."""

import json

import click

from styrk.config import environment, identities
from styrk.core import sealing

WHY = {
    identities.OperatorsKeys: (
        f"Nøklene står i {sealing.VARIABLE}. Sett en ny nøkkel først der, start på nytt, og kjør dette uten --new."
    ),
    sealing.KeysMissing: "Ingen nøkkel finnes. Legg den tilbake, eller start «styrk serve», som lager en.",
    sealing.WrongKeys: "Noe er kryptert med en nøkkel som ikke finnes her. Legg den tilbake.",
}


@click.command
@click.option(
    "--new", is_flag=True, help="Lag en ny nøkkel først. De gamle blir stående til å lese med."
)
@click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
def command(*, new: bool, as_json: bool) -> None:
    """Krypter hvem pasienter er, på nytt med den nyeste nøkkelen."""
    try:
        with environment.database():
            number = identities.renew() if new else identities.reseal()
    except tuple(WHY) as reason:
        raise click.ClickException(WHY[type(reason)]) from None
    told = json.dumps({"resealed": number}) if as_json else f"{number} kryptert på nytt."
    click.echo(told)
