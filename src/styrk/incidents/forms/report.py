"""Meld, as a form."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from styrk.core import clock, ids
from styrk.incidents.forms.choices import ELSEWHERE, HARMS, KINDS, LONG, SHORT, where, with_harm
from styrk.incidents.photos import NotAPhoto, Photo, TooLarge, read
from styrk.incidents.types import Report
from styrk.organisation.models import Unit
from styrk.ui.forms import (
    Chips,
    FilesField,
    GuardedText,
    MomentField,
    StyrkForm,
)


class ReportForm(StyrkForm):
    """Meld: what happened, where, when, how bad."""

    sometimes = ("harm_actual",)

    key = forms.UUIDField(widget=forms.HiddenInput)
    # The moment that the form filled in as `happened_at`.
    opened = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    description = GuardedText(
        label=_("Hva skjedde?"),
        help_text=_(
            "Skriv kort, som du ville fortalt det til en kollega. Ikke skriv navn på pasienter."
        ),
        max_length=6000,
        widget=LONG,
    )
    kind = forms.ChoiceField(label=_("Hva gjelder det?"), choices=KINDS, widget=Chips)
    unit = forms.ChoiceField(label=_("Hvor skjedde det?"), widget=Chips)
    search = forms.CharField(
        label=_("Søk etter enheten"),
        help_text=_("Skriv litt av navnet, for eksempel «akutt»."),
        max_length=100,
        required=False,
    )
    happened_at = MomentField(label=_("Når skjedde det?"))
    harm_actual = forms.ChoiceField(
        label=_("Hvor alvorlig ble det?"), choices=HARMS, widget=Chips, required=False
    )
    harm_possible = forms.ChoiceField(
        label=_("Hvor alvorlig kunne det ha blitt?"), choices=HARMS, widget=Chips, required=False
    )
    place = GuardedText(label=_("Mer om stedet"), max_length=200, required=False)
    immediate = GuardedText(
        label=_("Gjorde dere noe med en gang?"), max_length=2000, required=False, widget=SHORT
    )
    photos = FilesField(
        label=_("Bilder"),
        help_text=_("Inntil fem. Ikke ta med pasienter, navn eller skjermer med journal."),
        required=False,
    )
    about_leader = forms.BooleanField(
        label=_("Meldingen gjelder lederen min. Send den forbi lederen."), required=False
    )
    about_leader_there = forms.BooleanField(
        label=_("Meldingen gjelder lederen der det skjedde. Send den forbi lederen."),
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        units: Iterable[Unit],
        found: Iterable[Unit] = (),
        now: datetime,
        kept: Iterable[Photo] = (),
        lost: bool = False,
        initial: dict[str, Any] | None = None,
    ) -> None:
        """`kept`: photos of an earlier try; `lost`: some of them are no more."""
        near = list(units)
        start = {"key": ids.new_uuid(), "happened_at": now, "opened": _as_filled_in(now)}
        if near:
            start["unit"] = str(near[0].uuid)
        self.broken_key = data is not None and not _is_key(data.get("key"))
        if self.broken_key:
            data = data.copy()
            data["key"] = str(start["key"])
        super().__init__(data, files, initial=start | (initial or {}))
        self.now = now
        self.kept, self.lost, self.fresh = list(kept), lost, list[Photo]()
        self.units = {str(unit.uuid): unit for unit in [*near, *found]}
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            *((key, unit.name) for key, unit in self.units.items()),
            (ELSEWHERE, _("Et annet sted")),
        ]

    def clean_happened_at(self) -> datetime:
        at: datetime = self.cleaned_data["happened_at"]
        # A phone's clock may be a little ahead of ours.
        if at > self.now + timedelta(minutes=5):
            raise forms.ValidationError(_("Tidspunktet er fram i tid. Når skjedde det?"))
        self.said_at = at
        return min(at, self.now)

    def clean_photos(self) -> list[Photo]:
        uploads = self.cleaned_data["photos"]
        if self.lost:
            raise forms.ValidationError(_("Bildet må legges ved på nytt."))
        if len(uploads) + len(self.kept) > settings.ATTACHMENT_LIMIT:
            raise forms.ValidationError(
                ngettext(
                    "Legg ved høyst %(n)s bilde.",
                    "Legg ved høyst %(n)s bilder.",
                    settings.ATTACHMENT_LIMIT,
                )
                % {"n": settings.ATTACHMENT_LIMIT}
            )
        self.fresh, broken = read_photos(uploads)
        if broken:
            raise forms.ValidationError(broken)
        return [*self.kept, *self.fresh]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.broken_key:
            self.add_error(None, _("Noe gikk galt på veien. Send skjemaet en gang til."))
        if given.get("unit") == ELSEWHERE:
            self.add_error(
                "search" if not given.get("search") else "unit", where(given.get("search", ""))
            )
        return with_harm(self, given)

    @property
    def wanted(self) -> str:
        """What the person searches for when the place is elsewhere."""
        if not self.is_bound or self.data.get("unit") != ELSEWHERE:
            return ""
        return str(self.data.get("search", "")).strip()[:100]

    def submission(self) -> UUID:
        key: UUID = self.cleaned_data["key"]
        return key

    def report(self) -> Report:
        """The clean arguments of `report_incident`."""
        given = self.cleaned_data
        return Report(
            unit=self.units[given["unit"]],
            kind=given["kind"],
            description=given["description"],
            happened_at=given["happened_at"],
            harm_actual=given["harm_actual"],
            harm_possible=given["harm_possible"],
            place=given["place"],
            immediate=given["immediate"],
            about_leader=given["about_leader"],
            about_leader_there=given["about_leader_there"],
            photos=given["photos"],
            said_at=self.said_at,
            time_unchosen=given["opened"] == _as_filled_in(self.said_at),
        )


def _as_filled_in(at: datetime) -> str:
    return f"{clock.oslo(at):%Y-%m-%dT%H:%M}"


def _is_key(text: object) -> bool:
    try:
        UUID(str(text))
    except ValueError:
        return False
    return True


def read_photos(uploads: Iterable[Any]) -> tuple[list[Photo], list[forms.ValidationError]]:
    """Those that are photos we can read, and what is wrong with the rest."""
    photos: list[Photo] = []
    broken: list[forms.ValidationError] = []
    for upload in uploads:
        try:
            photos.append(_photo(upload))
        except forms.ValidationError as error:
            broken.append(error)
    return photos, broken


def _photo(upload: Any) -> Photo:
    try:
        return read(upload.name, upload.size, upload.file)
    except TooLarge:
        raise forms.ValidationError(
            _("«%(name)s» er for stort. Et bilde kan være på 10 MB."), params={"name": upload.name}
        ) from None
    except NotAPhoto:
        raise forms.ValidationError(
            _("«%(name)s» er ikke et bilde vi kan lese. Bruk JPG, PNG eller WebP."),
            params={"name": upload.name},
        ) from None
