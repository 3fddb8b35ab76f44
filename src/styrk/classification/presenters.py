"""Words of the pages of codes."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrk.classification.models import Code, CodeAxis, CodeScheme, IncidentCode
from styrk.classification.proposals import Proposed
from styrk.ui.forms import Described, listed
from styrk.ui.menu import Text


def scheme_mark(scheme: CodeScheme) -> tuple[Text, str]:
    return (
        (gettext_lazy("Ute av bruk"), "neutral")
        if scheme.ended_at
        else (gettext_lazy("I bruk"), "success")
    )


def by_axis(standing: Iterable[IncidentCode]) -> list[tuple[str, list[Code]]]:
    """What stands on a case, under the name of each axis."""
    found: dict[int, tuple[str, list[Code]]] = {}
    for one in standing:
        axis = one.code.axis
        found.setdefault(axis.pk, (axis.title, []))[1].append(one.code)
    return list(found.values())


def near(standing: Collection[IncidentCode], proposed: Iterable[Proposed]) -> dict[Code, Described]:
    """What stands, then what is proposed and why, to choose from. Never ticked for one."""
    told = {
        one.code: Described(str(one.code), f"{one.code.axis.title} · {_('Står på saken.')}")
        for one in standing
    }
    for one in proposed:
        told.setdefault(one.code, Described(str(one.code), f"{one.code.axis.title} · {_why(one)}"))
    return told


def _why(one: Proposed) -> str:
    said = []
    if one.words:
        said.append(
            _("Meldingen sier noe om %(words)s.")
            % {"words": listed([f"«{word}»" for word in one.words])}
        )
    if one.like:
        said.append(
            ngettext(
                "%(n)s lignende melding har den.", "%(n)s lignende meldinger har den.", one.like
            )
            % {"n": one.like}
        )
    return " ".join(said)


def groups(axes: Collection[CodeAxis]) -> list[tuple[str, list[Code]]]:
    """The codes under each axis; with the name of the scheme where there are several."""
    several = len({axis.scheme_id for axis in axes}) > 1
    return [
        (f"{axis.scheme.name}: {axis.title}" if several else axis.title, list(axis.codes.all()))
        for axis in axes
    ]
