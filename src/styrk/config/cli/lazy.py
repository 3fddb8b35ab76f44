"""Which commands there are, and the group that loads each one when it is called."""

from dataclasses import dataclass
from importlib import import_module

import click


@dataclass(frozen=True)
class Place:
    """The module of a command (its `command`), the line in the list, and whether it needs Django."""

    module: str
    help: str
    django: bool = True


COMMANDS = {
    "demo": Place("demo", "En oppdiktet region å prøve i, på http://127.0.0.1:8000.", django=False),
    "serve": Place("serve", "Tjeneren: web, bakgrunnsarbeid og database.", django=False),
    "worker": Place("worker", "Bare bakgrunnsarbeidet."),
    "migrate": Place("migrate", "Bring databasen til nyeste versjon."),
    "doctor": Place("doctor", "Se etter feil i oppsettet, og hva du gjør med dem."),
    "import": Place("importing", "Hent inn organisasjon, krav, lover og verdier fra filer."),
    "export": Place("exporting", "Hent ut kravbibliotek til filer."),
    "report": Place("reporting", "Skriv rapporter til filer: måned, tertial og årlig melding."),
    "account": Place("accounts", "Åpne og stenge kontoer, og gi nytt passord."),
    "token": Place("tokens", "Gi andre systemer tilgang, og avslutt den."),
    "evidence": Place("evidence", "Forskriftskartet: hva som kan vises for hver bokstav i §§ 6–9."),
    "guard": Place("guard", "Finn personopplysninger i tekst.", django=False),
    "spc": Place("spc", "Kontrolldiagrammer (SPC) for saker i JSON.", django=False),
    "notices": Place("notices", "Lovpålagte meldinger for hendelser i JSON.", django=False),
    "recurring": Place("recurring", "Meldinger som ligner hverandre, i en CSV-fil.", django=False),
    "bench": Place("bench", "Ytelsestabellen, målt i én kjøring."),
    "identity-keys": Place("identifying", "Krypter hvem pasienter er, på nytt med en ny nøkkel."),
    "verify-trail": Place("verifying", "Bevis at ingen har endret eller fjernet spor."),
    "build-demo": Place("building", "Bygg demoverdenen i databasen."),
}
# Called by other commands only.
HIDDEN = {"build-demo"}


class Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return [name for name in COMMANDS if name not in HIDDEN]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's own signature
        if name not in COMMANDS:
            return None
        place = COMMANDS[name]
        if place.django:
            import_module("styrk.config.environment").set_up()
        found: click.Command = import_module(f"styrk.config.cli.{place.module}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Without loading them: only the lines above."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].help) for name in self.list_commands(ctx)])
