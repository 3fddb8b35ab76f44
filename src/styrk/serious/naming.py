"""What duties and recipients are called, in the reader's language."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from styrk.incidents.notices import Duty, duties
from styrk.serious.questions import said
from styrk.ui.forms import listed

BODIES: Mapping[str, str | Promise] = {
    "arbeidsgiver": gettext_lazy("arbeidsgiveren"),
    "arbeidstilsynet": "Arbeidstilsynet",
    "blodbank": gettext_lazy("blodbanken"),
    "brann": gettext_lazy("brannvesenet (110)"),
    "datatilsynet": "Datatilsynet",
    "dle": gettext_lazy("det lokale eltilsynet (DLE)"),
    "dmp": gettext_lazy("Direktoratet for medisinske produkter (DMP)"),
    "dodsarsaksregisteret": "Dødsårsaksregisteret",
    "dsa": gettext_lazy("Direktoratet for strålevern og atomsikkerhet (DSA)"),
    "dsb": gettext_lazy("Direktoratet for samfunnssikkerhet og beredskap (DSB)"),
    "fhi": gettext_lazy("Folkehelseinstituttet (FHI)"),
    "folkeregisteret": "Folkeregisteret",
    "helsecert": "HelseCERT",
    "helsedirektoratet": "Helsedirektoratet",
    "helsetilsynet": gettext_lazy("Statens helsetilsyn"),
    "hod": gettext_lazy("Helse- og omsorgsdepartementet"),
    "kommunecert": "KommuneCERT",
    "kommunelege": gettext_lazy("kommunelegen"),
    "kontrollkommisjon": gettext_lazy("kontrollkommisjonen"),
    "kystverket": "Kystverket",
    "mattilsynet": "Mattilsynet",
    "nav": "NAV",
    "nsm": gettext_lazy("Nasjonal sikkerhetsmyndighet (NSM)"),
    "parorende": gettext_lazy("nærmeste pårørende"),
    "pasient": gettext_lazy("pasienten eller brukeren"),
    "personskaderegister": gettext_lazy("virksomhetens register over personskader"),
    "politi": gettext_lazy("politiet"),
    "registrerte": gettext_lazy("dem opplysningene gjelder"),
    "rhf": gettext_lazy("det regionale helseforetaket"),
    "smittevernsenter": gettext_lazy("det regionale smittevernsenteret"),
    "statsforvalter": gettext_lazy("statsforvalteren"),
    "tilsynsmyndighet": gettext_lazy("tilsynsmyndigheten for digital sikkerhet"),
    "ukom": "Ukom",
    "verneombud": gettext_lazy("verneombudet"),
}


def duty(rule: str) -> Duty:
    return next(one for one in duties() if one.code == rule)


def title(rule: str) -> str:
    return said(duty(rule).title)


def bodies(codes: Iterable[str]) -> str:
    told = [str(BODIES.get(code, code)) for code in codes]
    return listed(told) if told else ""
