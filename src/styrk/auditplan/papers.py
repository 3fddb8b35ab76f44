"""A revisjonsplan as a document for PDF and Word."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from styrk.auditplan import freezing, presenters
from styrk.auditplan.freezing import Said
from styrk.auditplan.models import AuditPlan, PlanApproval
from styrk.auditplan.states import WishState
from styrk.core import clock
from styrk.core.papers import (
    Language,
    Paper,
    Paragraph,
    Section,
    Table,
    docx,
    named,
    pdf,
)
from styrk.organisation.flavours import is_municipal
from styrk.ui.words import spoken_day

FORMS = ("pdf", "docx")
LANGUAGES: dict[str, Language] = {"nb": "nb", "nn": "nn", "en": "en"}


def file_name(plan: AuditPlan, form: str) -> str:
    return named(f"revisjonsplan-{plan.unit.code}-{plan.year}-{max(plan.version, 1)}", form)


def written(plan: AuditPlan, form: str, now: datetime, *, whole: bool, invented: bool) -> bytes:
    """In one of FORMS: what the board approved last, else the draft as it stands.

    `whole`: for those who read all of it, with the wishes. `invented`: the data are a demo's.
    """
    approved = last_of(plan)
    said = approved.content if approved else freezing.content(plan)
    day = clock.day(now)
    paper = Paper(
        title=_("Revisjonsplan %(year)s") % {"year": plan.year},
        subtitle=plan.unit.name,
        author=plan.unit.name,
        at=approved.at if approved else clock.noon_of(day),
        language=LANGUAGES.get(get_language() or "nb", "nb"),
        facts=tuple(_facts(plan, approved)),
        marks=(
            *([] if approved else [_("Utkast")]),
            *([_("Oppdiktede data")] if invented else []),
        ),
        sections=tuple(_sections(said, plan.year, day, approved, whole=whole)),
    )
    return pdf(paper) if form == "pdf" else docx(paper)


def last_of(plan: AuditPlan) -> PlanApproval | None:
    """What the board approved last."""
    return next(iter(reversed(list(plan.approvals.all()))), None)


def _facts(plan: AuditPlan, approved: PlanApproval | None) -> Iterator[tuple[str, str]]:
    if not is_municipal(plan.unit):
        ground = _("helseforetaksloven § 37 a og rammeverket for virksomhetsstyring, 4.3")
        yield _("Grunnlag"), ground
    if approved:
        yield _("Vedtatt"), f"{spoken_day(approved.held_on)}, {approved.case}"
        yield _("Versjon"), str(approved.version)
        yield _("Kontrollsum"), f"SHA-256 {approved.digest[:16]} …"


def _sections(
    said: Said, year: int, day: date, approved: PlanApproval | None, *, whole: bool
) -> Iterator[Section]:
    if approved:
        yield Section(_("Vedtaket"), (Paragraph(approved.words),))
        if approved.reason:
            yield Section(_("Hvorfor planen er endret"), (Paragraph(approved.reason),))
    lines = presenters.rows(said["lines"], year, day, {})
    header = (_("Når"), _("Hva"), _("Hvor"), _("Hvorfor"))
    rows = tuple((one.when, one.title, ", ".join(one.units), one.why) for one in lines)
    yield Section(_("Revisjonene"), (Table(_("Det som er planlagt"), header, rows, (2, 4, 3, 5)),))
    for one in lines:
        criteria = "; ".join(one.criteria) or _("Settes når revisjonen begynner.")
        told = [Paragraph(one.about, _("Skal undersøke:")), Paragraph(criteria, _("Måles mot:"))]
        if one.reason:
            lead = _("Tatt ut fordi:") if one.out else _("Endret fordi:")
            told.append(Paragraph(one.reason, lead))
        yield Section(one.title, tuple(told))
    for one in said["recommendations"]:
        held = spoken_day(date.fromisoformat(one["held_on"]))
        lead = f"{presenters.body_word(one['body'])}, {held}:"
        yield Section(_("Anbefaling"), (Paragraph(one["words"], lead),))
    if whole and said["wishes"]:
        yield _wishes(said)


def _wishes(said: Said) -> Section:
    header = (_("Fra"), _("Innspill"), _("Svar"), _("Begrunnelse"))
    rows = tuple(
        (
            presenters.from_whom(one["party"], one["unit"]),
            one["title"],
            str(WishState(one["state"]).label),
            one["answer"] or "–",
        )
        for one in said["wishes"]
    )
    return Section(_("Innspill"), (Table(_("Innspill og svar"), header, rows, (3, 4, 2, 5)),))
