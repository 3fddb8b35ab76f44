"""`styrk spc`: control charts for cases from standard input."""

import json
import sys

import click

from styrk.indicators.spc.cases import Json, Refused, answers


@click.command
@click.option("--json", "as_json", is_flag=True, help="Svarene som JSON.")
def command(*, as_json: bool) -> None:
    """Regn ut kontrolldiagrammer (SPC) for saker i JSON.

    Leser {"cases": [{"id", "engine", "input"}]} fra standard inn, og svarer på hver sak. En sak som
    ikke kan regnes ut, får {"error"} med grunnen.
    """
    answered = _answered(_read())
    if as_json:
        click.echo(json.dumps(answered, ensure_ascii=False, allow_nan=False))
        return
    cases = answered["cases"]
    assert isinstance(cases, list)  # noqa: S101 - the shape is our own
    for case in cases:
        click.echo(f"{case['id']}: {_in_words(case['result'])}")


def _read() -> object:
    try:
        return json.load(sys.stdin)
    except UnicodeDecodeError as reason:
        raise click.ClickException("Teksten er ikke UTF-8.") from reason
    except (json.JSONDecodeError, RecursionError) as reason:
        raise click.ClickException(f"Innholdet er ikke JSON: {reason}") from reason


def _answered(file: object) -> Json:
    try:
        return answers(file)
    except Refused as reason:
        raise click.ClickException(
            'Innholdet må være {"cases": [...]}, med én sak for hvert diagram.'
        ) from reason


def _in_words(result: Json) -> str:
    if result.get("error"):
        return f"kan ikke regnes ut ({result['error']})"
    parts = result.get("parts")
    if isinstance(parts, list):
        signals = sum(part["runs_signal"] for part in parts)
        outside = sum(part["n_sigma_signals"] for part in parts)
        return f"{outside} punkter utenfor grensene, {signals} deler med uvanlige serier"
    return str(result.get("variation_icon", "regnet ut"))
