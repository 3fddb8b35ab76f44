"""The roles, as code: what each is, how far it reaches, and what it may do there."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.organisation.flavours import worded


class Reach(StrEnum):
    """How far a role's permissions go from the unit it is held at."""

    UNIT = "unit"
    LINE = "line"  # the unit and everything below it
    TRUST = "trust"  # everything in the legal person the unit belongs to


@dataclass(frozen=True)
class Role:
    """A role with its name and description in bokmål, its reach and its permissions."""

    code: str
    name: Promise
    description: Promise
    reach: Reach
    permissions: frozenset[Permission]


EMPLOYEE = Role(
    "employee",
    _("Medarbeider"),
    _("Melder hendelser og forslag, følger det som skjer med dem, og ser tiltak i egen enhet."),
    Reach.UNIT,
    frozenset(
        {
            Permission.REPORT,
            Permission.SEE_ACTIONS,
            Permission.SEE_REQUIREMENTS,
            Permission.SEE_RISKS,
            Permission.SEE_INDICATORS,
            Permission.SEE_ORGANISATION,
            Permission.SEE_EVIDENCE,
        }
    ),
)
LEADER = Role(
    "leader",
    _("Ansvarlig leder"),
    _(
        "Har ansvar for enheten og alt under den: tar imot meldinger, undersøker, beslutter tiltak og vurderer effekten."
    ),
    Reach.LINE,
    frozenset(
        {
            Permission.REPORT,
            Permission.SEE_INCIDENTS,
            Permission.SEE_REPORTER,
            Permission.HANDLE_INCIDENTS,
            Permission.SEE_ACTIONS,
            Permission.RAISE_ACTIONS,
            Permission.SEE_REQUIREMENTS,
            Permission.PLACE_REQUIREMENTS,
            Permission.ANSWER_REQUIREMENTS,
            Permission.SEE_RISKS,
            Permission.KEEP_RISKS,
            Permission.SEE_INDICATORS,
            Permission.KEEP_INDICATORS,
            Permission.RECORD_VALUES,
            Permission.SEE_REPORTS,
            Permission.WRITE_REPORTS,
            Permission.SEE_INSPECTIONS,
            Permission.SEE_VOICES,
            Permission.ANSWER_VOICES,
            Permission.SEE_ORGANISATION,
            Permission.SEE_EVIDENCE,
            Permission.KEEP_EVIDENCE,
        }
    ),
)
QUALITY_ADVISER = Role(
    "quality_adviser",
    _("Kvalitetsrådgiver"),
    _("Ser meldinger og tiltak i hele virksomheten, og hjelper lederne å undersøke og forbedre."),
    Reach.TRUST,
    frozenset(
        {
            Permission.REPORT,
            Permission.SEE_INCIDENTS,
            Permission.HANDLE_INCIDENTS,
            Permission.SEE_ACTIONS,
            Permission.RAISE_ACTIONS,
            Permission.SEE_REQUIREMENTS,
            Permission.PLACE_REQUIREMENTS,
            Permission.ANSWER_REQUIREMENTS,
            Permission.SEE_RISKS,
            Permission.KEEP_RISKS,
            Permission.SEE_INDICATORS,
            Permission.KEEP_INDICATORS,
            Permission.RECORD_VALUES,
            Permission.SEE_REPORTS,
            Permission.WRITE_REPORTS,
            Permission.SEE_INSPECTIONS,
            Permission.KEEP_INSPECTIONS,
            Permission.SEE_VOICES,
            Permission.ANSWER_VOICES,
            Permission.SEE_ORGANISATION,
            Permission.SEE_EVIDENCE,
            Permission.KEEP_EVIDENCE,
        }
    ),
)
BOARD_CHAIR = Role(
    "board_chair",
    worded(_("Styreleder"), _("Ordfører")),
    _("Ser at systemet virker, og tar imot meldinger som gjelder øverste leder."),
    Reach.LINE,
    frozenset(
        {
            Permission.REPORT,
            Permission.SEE_ACTIONS,
            Permission.SEE_REQUIREMENTS,
            Permission.SEE_RISKS,
            Permission.SEE_INDICATORS,
            Permission.SEE_REPORTS,
            Permission.SEE_INSPECTIONS,
            Permission.SEE_ORGANISATION,
            Permission.SEE_EVIDENCE,
        }
    ),
)
BOARD_MEMBER = Role(
    "board_member",
    worded(_("Styremedlem"), _("Medlem av kommunestyret")),
    _("Ser at systemet virker, og spør øverste leder skriftlig. Ser ikke meldinger."),
    Reach.LINE,
    BOARD_CHAIR.permissions,
)
ADMINISTRATOR = Role(
    "administrator",
    _("Administrator"),
    _("Holder enheter, personer og roller oppdatert. Ser ikke meldinger."),
    Reach.LINE,
    frozenset(
        {
            Permission.REPORT,
            Permission.SEE_REQUIREMENTS,
            Permission.SEE_INDICATORS,
            Permission.SEE_ORGANISATION,
            Permission.CHANGE_ORGANISATION,
            Permission.SEE_EVIDENCE,
        }
    ),
)
AUDITOR = Role(
    "auditor",
    _("Revisor"),
    _("Planlegger og gjennomfører revisjoner, og sier om funnene er rettet. Ser ikke meldinger."),
    Reach.LINE,
    frozenset(
        {
            Permission.REPORT,
            Permission.SEE_ACTIONS,
            Permission.SEE_REQUIREMENTS,
            Permission.SEE_RISKS,
            Permission.SEE_INDICATORS,
            Permission.SEE_REPORTS,
            Permission.SEE_INSPECTIONS,
            Permission.KEEP_INSPECTIONS,
            Permission.SEE_ORGANISATION,
            Permission.SEE_EVIDENCE,
        }
    ),
)

AUDIT_COMMITTEE = Role(
    "audit_committee",
    worded(_("Medlem av revisjonsutvalget"), _("Medlem av kontrollutvalget")),
    _(
        "Leser revisjonsplanen, sier hva som bør undersøkes, og anbefaler planen for dem som vedtar den. Ser ikke meldinger."
    ),
    Reach.LINE,
    BOARD_CHAIR.permissions,
)

WHISTLEBLOWING = Role(
    "whistleblowing",
    _("Varslingsmottak"),
    _(
        "Leser meldinger som er sendt videre som varsling, og følger dem opp. Ser ikke andre meldinger."
    ),
    Reach.UNIT,
    frozenset({Permission.REPORT, Permission.SEE_ORGANISATION}),
)

QUALITY_COMMITTEE = Role(
    "quality_committee",
    _("Medlem av kvalitets- og pasientsikkerhetsutvalget"),
    _(
        "Leser sakene som er lagt fram for utvalget eller som utvalget krever, vurderer dem og gir råd. Ser ikke andre meldinger, og ikke hvem som meldte."
    ),
    Reach.LINE,
    frozenset(
        {
            Permission.REPORT,
            Permission.COMMITTEE,
            Permission.SEE_REQUIREMENTS,
            Permission.SEE_INDICATORS,
            Permission.SEE_ORGANISATION,
            Permission.SEE_EVIDENCE,
        }
    ),
)

ROLES = {
    r.code: r
    for r in (
        *(EMPLOYEE, LEADER, QUALITY_ADVISER, BOARD_CHAIR, BOARD_MEMBER),
        *(ADMINISTRATOR, AUDITOR, AUDIT_COMMITTEE, WHISTLEBLOWING, QUALITY_COMMITTEE),
    )
}
# What whoever leads an organisation may in all of it too: a small one has nobody else to do it.
OF_THE_TOP = frozenset({Permission.KEEP_INSPECTIONS})
# A deputy acts as the leader while the deputyship lasts.
DEPUTY_OF = LEADER
