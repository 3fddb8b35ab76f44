"""Grants, drafts, previews, accounts, and the tokens of other systems."""

from styrk.access.commands.accounts import (
    HasAccount,
    OwnAccount,
    UsernameTaken,
    change_password,
    choose_language,
    close_account,
    note_sign_in,
    open_account,
    reset_password,
)
from styrk.access.commands.deliveries import claim, forget_deliveries, keep_answer
from styrk.access.commands.drafts import forget_drafts, keep_draft, throw_draft, throw_drafts_of
from styrk.access.commands.grants import (
    LOOK_BACK,
    end_all_grants,
    end_grants,
    end_persons_grants,
    grant_to_person,
    grant_to_post,
)
from styrk.access.commands.guests import (
    GuestRefused,
    Invited,
    ask_code,
    end_guest,
    forget_guests,
    invite_guest,
    renew_link,
    show_code,
)
from styrk.access.commands.previews import forget_previews, keep_preview, use_preview
from styrk.access.commands.sent import forget_sent, keep_sent, sent_before
from styrk.access.commands.tokens import (
    MadeBefore,
    TokenRefused,
    end_token,
    end_tokens_of_gone,
    issue_token,
    note_use,
)

__all__ = [
    "LOOK_BACK",
    "GuestRefused",
    "HasAccount",
    "Invited",
    "MadeBefore",
    "OwnAccount",
    "TokenRefused",
    "UsernameTaken",
    "ask_code",
    "change_password",
    "choose_language",
    "claim",
    "close_account",
    "end_all_grants",
    "end_grants",
    "end_guest",
    "end_persons_grants",
    "end_token",
    "end_tokens_of_gone",
    "forget_deliveries",
    "forget_drafts",
    "forget_guests",
    "forget_previews",
    "forget_sent",
    "grant_to_person",
    "grant_to_post",
    "invite_guest",
    "issue_token",
    "keep_answer",
    "keep_draft",
    "keep_preview",
    "keep_sent",
    "note_sign_in",
    "note_use",
    "open_account",
    "renew_link",
    "reset_password",
    "sent_before",
    "show_code",
    "throw_draft",
    "throw_drafts_of",
    "use_preview",
]
