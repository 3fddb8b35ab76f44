"""Signing in with a local account. The person comes along in the same query."""

from typing import cast

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser

from styrk.access.models import Account
from styrk.core import clock


class LocalBackend(ModelBackend):
    def user_can_authenticate(self, user: AbstractBaseUser) -> bool:  # type: ignore[override]
        """Only the account of a person who is still here signs in: without one there is no page."""
        account, now = cast("Account", user), clock.now()
        if account.person is None or not account.is_active:
            return False
        if account.start_until and account.start_until < now:
            return False
        return account.person.left_on is None or account.person.left_on >= clock.day(now)

    def get_user(self, user_id: int) -> Account | None:
        accounts = Account.objects.select_related("person__home_unit").filter(pk=user_id)
        return next((a for a in accounts if self.user_can_authenticate(a)), None)
