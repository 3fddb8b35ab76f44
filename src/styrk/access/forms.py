"""Signing in, and changing one's password."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.access import passwords
from styrk.access.models import Account
from styrk.ui.forms import StyrkForm

# Remembers on the machine, not in the session, that several people use it.
SHARED_COOKIE = "styrk_shared"
LONGEST_NAME = 150
LONGEST_PASSWORD = 1000


def _password(label: Any, autocomplete: str, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        # Not max_length: a counter under a password says too much.
        validators=[MaxLengthValidator(LONGEST_PASSWORD)],
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        **kwargs,
    )


def _shared_help() -> str:
    return gettext("Siden låses når den ikke er brukt på %(minutes)s minutter.") % {
        "minutes": settings.IDLE_MINUTES_SHARED
    }


class SignInForm(StyrkForm):
    username = forms.CharField(
        label=_("Brukernavn"),
        validators=[MaxLengthValidator(LONGEST_NAME)],
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = _password(_("Passord"), "current-password")
    shared = forms.BooleanField(label=_("Dette er en delt maskin"), required=False)

    def __init__(self, *args: Any, locked: Account | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shared"].help_text = _shared_help()
        if locked:
            self.fields["username"].widget = forms.HiddenInput()
            self.fields["username"].initial = locked.username


class PasswordForm(StyrkForm):
    """`account` is whose password it is; the old one is checked by the view, which counts attempts."""

    old_password = _password(_("Passordet du har nå"), "current-password")
    new_password = _password(
        _("Nytt passord"),
        "new-password",
        help_text=_(
            "Minst 12 tegn. Flere ord etter hverandre er lett å huske og vanskelig å gjette."
        ),
    )
    new_password_again = _password(_("Nytt passord en gang til"), "new-password")

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_new_password(self) -> str:
        password: str = self.cleaned_data["new_password"]
        if self.account.start_until and self.account.check_password(password):
            raise forms.ValidationError(gettext("Velg et annet passord enn det du fikk."))
        if weak := passwords.weaknesses(password, self.account):
            raise forms.ValidationError(weak)
        return password

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        again = given.get("new_password_again")
        if again and given.get("new_password") and again != given["new_password"]:
            self.add_error(
                "new_password_again", _("De to er ikke like. Skriv det samme begge steder.")
            )
        return given
