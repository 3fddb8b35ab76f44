"""Signing in with a local account. The person comes along in the same query."""

from django.contrib.auth.backends import ModelBackend

from styrk.access.models import Account


class LocalBackend(ModelBackend):
    def get_user(self, user_id: int) -> Account | None:
        found = Account.objects.select_related("person__home_unit").filter(
            pk=user_id, is_active=True, person__left_on__isnull=True
        )
        return found.first()
