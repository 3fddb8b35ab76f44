"""What the gallery shows: every component, drawn by a template whose source is shown beside it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django import forms as django_forms
from markupsafe import Markup, escape

from styrk.core import clock
from styrk.ui.charts import Assured, Variation
from styrk.ui.charts.samples import samples
from styrk.ui.forms import (
    Cards,
    CheckChips,
    Chips,
    CommaDecimalField,
    DayField,
    Described,
    FilesField,
    FilesInput,
    GuardedText,
    MomentField,
    StyrkForm,
)

FOLDER = Path(__file__).parent / "templates/gallery"
ICONS = (
    "plus",
    "check",
    "home",
    "menu",
    "mail",
    "person",
    "switch",
    "out",
    "left",
    "right",
    "down",
    "camera",
    "clock",
    "info",
    "success",
    "warning",
    "danger",
    "plan",
    "do",
    "evaluate",
    "correct",
)
ABOUT = {
    "submit": "submit(label, variant, name, value, color): sender skjemaet.",
    "link_button": "link_button(label, href, variant): går et sted, endrer ingenting.",
    "file_button": "file_button(label, href, working): henter en fil, og sier fra når det tar tid.",
    "tag": "tag(label, color): en tilstand, med form i tillegg til farge.",
    "due": "due(date, today): en frist i ord, farge og form.",
    "when": "when(dt, now) og day(date): norsk tid.",
    "count": "count(n, capped): et tall som kan være avkortet.",
    "stat": "stat(label, value, href, color) inne i st-stats.",
    "avatar": "avatar(name): forbokstaver ved siden av navnet.",
    "icon": "icon(name): pynt ved siden av ord.",
    "alert": "call alert(color, heading, level): en beskjed på siden.",
    "empty": "empty(title, text, href, action): ingenting å vise, og veien videre.",
    "card": "call card(heading, level, variant): det som hører sammen.",
    "details": "call details(summary, open): det de fleste kan la være brettet sammen.",
    "timeline": "timeline(entries): veien en sak går.",
    "history": "history(entries): hvem gjorde hva.",
    "owner": "owner(person, at): hvem som eier noe, og om eieren har sluttet.",
    "facts": "facts(rows): navn og verdi.",
    "list": "st-list: rader man jobber seg gjennom.",
    "table": "st-table: ruller for seg selv; med data-stack blir radene kort på telefon.",
    "breadcrumbs": "breadcrumbs(items): hvor siden er. Legg den i blokken breadcrumbs.",
    "pager": "pager(newer_href, older_href): bla uten å telle.",
    "field": "field(bound_field, hint): den ene måten et felt tegnes på. hidden(bound_field) for skjulte.",
    "form_errors": "form_errors(form): det som står i veien. Legg den først inne i <form>.",
    "guard_offer": "guard_offer(form): vaktens tilbud, allerede med i form_errors.",
    "chart_control": "charted(chart): en figur med tallene bak. Lenk charts.css i blokken head.",
    "chart_shares": "ControlChart: grenser som følger antallet, og grenser som er låst.",
    "chart_between": "ControlChart med numre i stedet for perioder.",
    "chart_run": "ControlChart uten grenser: midtlinja er stiplet når tallene ikke svinger tilfeldig.",
    "chart_funnel": "FunnelChart: enheter side ved side når de er ulikt store.",
    "chart_before_after": "BeforeAfter: hjalp det?",
    "chart_bars": "BarChart: enheter side ved side, med målet.",
    "chart_cusum": "CusumChart: små endringer som varer. Også for sjeldne hendelser, én og én.",
    "chart_ewma": "EwmaChart: de nyeste tallene veier mest.",
    "chart_budget": "BudgetChart: faktisk, budsjett, i fjor og årsestimat.",
    "chart_sparkline": "sparkline(points, words) i en tabell, med ikonene.",
    "chart_icons": "variation_icon(variation, words) og assurance_icon(assured, words).",
    "layout": "Klasser for sidens oppsett.",
}


@dataclass(frozen=True)
class Example:
    name: str
    about: str
    template: str
    source: Markup


@dataclass(frozen=True)
class Step:
    title: str
    state: str
    at: datetime | None = None
    text: str = ""


@dataclass(frozen=True)
class Event:
    at: datetime
    who: str
    text: str


class ShortForm(StyrkForm):
    what = GuardedText(
        label="Hva skjedde?",
        help_text="Skriv det du så. Du trenger ikke vite hvorfor.",
        max_length=4000,
        widget=django_forms.Textarea,
    )
    where = django_forms.ChoiceField(
        label="Hvor?", choices=[("", "Velg enhet"), ("a", "Sengepost A"), ("b", "Akuttmottak")]
    )


class LongForm(ShortForm):
    title = GuardedText(label="Kort tittel", max_length=80, required=False)
    at = MomentField(label="Når?")
    on = DayField(label="Frist", required=False)
    harm = django_forms.ChoiceField(
        label="Hvordan gikk det?",
        widget=Cards,
        choices=[
            ("none", Described("Ingen skade", "Det gikk bra, men kunne gått galt.", "success")),
            ("mild", Described("Mild skade", "Ubehag som går over.", "warning")),
            ("severe", Described("Alvorlig skade", "Varig skade eller død.", "danger")),
        ],
    )
    who = django_forms.ChoiceField(
        label="Hvem gjaldt det?",
        widget=Chips,
        choices=[("patient", "Pasient"), ("staff", "Ansatt"), ("other", "Annet")],
    )
    involved = django_forms.MultipleChoiceField(
        label="Var noe av dette med?",
        required=False,
        widget=CheckChips,
        choices=[("drug", "Legemiddel"), ("device", "Utstyr"), ("infection", "Infeksjon")],
    )
    areas = django_forms.MultipleChoiceField(
        label="Send kopi til",
        required=False,
        widget=django_forms.CheckboxSelectMultiple,
        choices=[("leader", "Leder"), ("safety", "Verneombud")],
    )
    photos = FilesField(label="Bilder", required=False, widget=FilesInput({"accept": "image/*"}))
    dose = CommaDecimalField(label="Mengde i ml", required=False)
    anonymous = django_forms.BooleanField(
        label="Meld uten navn", required=False, help_text="Da kan ingen se hvem du er."
    )
    key = django_forms.CharField(widget=django_forms.HiddenInput, initial="1")


def examples(now: datetime) -> dict[str, Any]:
    return {
        "examples": [example(name, about) for name, about in ABOUT.items()],
        "now": now,
        "today": clock.day(now),
        "days": days,
        "icons": ICONS,
        "steps": steps(now),
        "events": events(now),
        "charts": samples(),
        "variations": list(Variation),
        "assurances": list(Assured),
        "form": LongForm(prefix="felt"),
        "stopped": checked("Ring 912 34 567 for mer.", "stopp"),
        "asked": checked("Pasienten Ola Nordmann falt på badet.", "spurt"),
    }


def example(name: str, about: str) -> Example:
    source = (FOLDER / f"{name}.html").read_text(encoding="utf-8").strip()
    return Example(name, about, f"gallery/{name}.html", shown(source))


def shown(source: str) -> Markup:
    """Template source as text. The marks are parted, so that nobody takes them for a page half drawn."""
    text = str(escape(source))
    for mark in ("{{", "}}", "{%", "%}"):
        text = text.replace(mark, f"{mark[0]}<wbr>{mark[1]}")
    return Markup(text)  # noqa: S704  (escaped above)


def checked(text: str, prefix: str) -> ShortForm:
    form = ShortForm({f"{prefix}-what": text}, prefix=prefix)
    form.full_clean()
    return form


def days(number: int) -> timedelta:
    return timedelta(days=number)


def steps(now: datetime) -> list[Step]:
    return [
        Step("Meldt", "done", now - timedelta(days=3)),
        Step("Tatt imot", "done", now - timedelta(days=2), "Ida Berg ser på saken."),
        Step("Undersøkes", "current", now, "Vi snakker med dem som var der."),
        Step("Tiltak", "coming"),
        Step("Effekten vurderes", "coming"),
    ]


def events(now: datetime) -> list[Event]:
    return [
        Event(now, "Ida Berg", "bestemte tiltaket «Ny belysning på badet»."),
        Event(now - timedelta(days=2), "Ida Berg", "tok imot meldingen."),
    ]
