"""Which chart fits, why, and what to be careful with."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.indicators.spc.advice import Advice, Reason
from styrk.indicators.spc.kinds import Kind
from styrk.ui.charts import figure

PER_CENT = 100


REASONS = {
    Reason.KIND_OF_DATA: gettext_lazy("Serien har %(number)s tall."),
    Reason.FEW_POINTS: gettext_lazy(
        "Det er for få tall til å regne ut grenser. Vi viser dem rundt medianen, det midterste tallet."
    ),
    Reason.LIMITS_ON_TRIAL: gettext_lazy(
        "Grensene er foreløpige: de bygger på %(number)s tall, og er først stødige med 20."
    ),
    Reason.MANY_ZEROS: gettext_lazy(
        "%(number)s\u00a0%% av tallene er null. Da sier avstanden mellom hendelsene mer enn antallet."
    ),
    Reason.FEW_EVENTS: gettext_lazy(
        "Det er bare %(number)s hendelser i hver periode. Slå sammen perioder, eller tell hva som ligger mellom hendelsene."
    ),
    Reason.OVERDISPERSED: gettext_lazy(
        "Tallene spriker %(number)s ganger så mye som tilfeldigheter gir. Da må grensene være videre, ellers varsler de for ofte."
    ),
    Reason.UNDERDISPERSED: gettext_lazy(
        "Tallene spriker bare %(number)s ganger så mye som tilfeldigheter gir. Se etter om de er regnet ut eller meldt riktig."
    ),
    Reason.LARGE_DENOMINATORS: gettext_lazy(
        "Hvert tall bygger på svært mange (%(number)s i snitt). Vanlige grenser ville blitt for trange."
    ),
    Reason.VARYING_SIZES: gettext_lazy(
        "Tallene bygger på ulikt antall: det største er %(number)s ganger det minste. Grensene følger antallet."
    ),
    Reason.AUTOCORRELATED: gettext_lazy(
        "Hvert tall ligner på det før. Da slår reglene ut oftere enn de skal, så vær varsom med å tolke dem."
    ),
    Reason.ZERO_TIMES: gettext_lazy(
        "Noen hendelser kom samme dag. Derfor teller vi tilfeller i stedet for tid."
    ),
    Reason.NEGATIVE: gettext_lazy(
        "Noen tall er under null. Hendelser kan ikke telles slik, så se over tallene."
    ),
}
# Those told with one decimal, and as a share of a hundred; the others are whole.
FINER = {Reason.FEW_EVENTS, Reason.OVERDISPERSED, Reason.UNDERDISPERSED, Reason.VARYING_SIZES}
SHARES = {Reason.MANY_ZEROS}


def chart_name(kind: Kind) -> str:
    """What a chart is called, and what it is for."""
    return {
        Kind.RUN: _("Seriediagram: tallene over tid rundt medianen, det midterste tallet"),
        Kind.I: _("I-diagram: én måling for hver periode"),
        Kind.MR: _("MR-diagram: hvor mye hver måling skiller seg fra den før"),
        Kind.XBAR: _("Xbar-diagram: gjennomsnittet av flere målinger i hver periode"),
        Kind.S: _("S-diagram: hvor mye målingene i hver periode spriker"),
        Kind.T: _("T-diagram: tiden mellom sjeldne hendelser"),
        Kind.P: _("P-diagram: andeler"),
        Kind.P_PRIME: _("P′-diagram: andeler av svært mange, eller som spriker mye"),
        Kind.C: _("C-diagram: antall hendelser når mulighetene er like mange hver gang"),
        Kind.U: _("U-diagram: hendelser i forhold til hvor mange muligheter det var"),
        Kind.U_PRIME: _(
            "U′-diagram: hendelser i forhold til svært mange muligheter, eller som spriker mye"
        ),
        Kind.G: _("G-diagram: antall tilfeller mellom sjeldne hendelser"),
        Kind.I_PRIME: _("I′-diagram: målinger som bygger på ulikt antall"),
    }[kind]


def advised(advice: Advice) -> list[str]:
    """The chart proposed, and every reason with its figure."""
    proposed = _("Forslag: %(chart)s.") % {"chart": chart_name(advice.kind)}
    said = [proposed, *(reason(one, number) for one, number in advice.reasons.items())]
    if advice.consider:
        others = f" {_('eller')} ".join(chart_name(kind) for kind in advice.consider)
        said.append(_("Vurder heller: %(charts)s.") % {"charts": others})
    return said


def reason(found: Reason, number: float) -> str:
    """Why this chart, or what to be careful with."""
    told = number * PER_CENT if found in SHARES else number
    return str(REASONS[found]) % {"number": figure(told, 1 if found in FINER else 0)}
