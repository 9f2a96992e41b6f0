"""Roles, e-mail addresses, passwords and how long things last."""

import hmac
import re
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Final

from participation.core.actor import Permission
from participation.core.i18n import gettext

SESSION_LIFE: Final = timedelta(hours=24)  # more than twenty hours
LINK_LIFE: Final = timedelta(hours=24)
PASSWORD_LENGTHS: Final = (8, 256)
_EMAIL = re.compile(r"[^@\s\x00-\x1f,;<>\"()\[\]\\:]{1,64}@[^@\s\x00-\x1f,;<>\"()\[\]\\:]{1,190}")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.IGNORECASE)


class Role(StrEnum):
    """A bundle of permissions, for the whole city or for one commune."""

    ADMINISTRATOR = "administrator"
    MODERATOR = "moderator"
    STAFF = "staff"


_TEAM = frozenset(
    {
        Permission.BACKOFFICE_ENTER,
        Permission.CONTRIBUTION_READ,
        Permission.CONTRIBUTION_MODERATE,
        Permission.REFERRAL_CHANGE,
        Permission.RESPONSE_WRITE,
    }
)
PERMISSIONS: Final = {
    Role.ADMINISTRATOR: frozenset(Permission),
    Role.MODERATOR: _TEAM,
    # Pilots and body members: the door opens, the rest follows from their actions and seats.
    Role.STAFF: frozenset({Permission.BACKOFFICE_ENTER}),
}


class LinkPurpose(StrEnum):
    """What a mailed link does; a link never does anything else (S-39)."""

    SUPPORT = "support"
    FOLLOW = "follow"


def role_label(role: Role) -> str:
    """The role in the reader's language."""
    return {
        Role.ADMINISTRATOR: gettext("Administration"),
        Role.MODERATOR: gettext("Équipe participation"),
        Role.STAFF: gettext("Agent ou membre d’instance"),
    }[role]


def normalise_email(typed: str) -> str | None:
    """The address as stored and compared: trimmed, lower case, domain in ASCII; None if impossible."""
    address = typed.strip()
    if len(address) > 254 or not _EMAIL.fullmatch(address):
        return None
    local, domain = address.rsplit("@", 1)
    try:
        domain = domain.encode("idna").decode()
    except UnicodeError:
        return None
    labels = domain.split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    if local.startswith(".") or local.endswith(".") or ".." in local:
        return None
    return f"{local.lower()}@{domain.lower()}"


def one_person(email: str) -> str:
    """What makes two addresses one mailbox: no ``+tag``, no dots at the providers that ignore them."""
    local, domain = email.rsplit("@", 1)
    local = local.split("+", 1)[0]
    if domain in ("gmail.com", "googlemail.com"):
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


def email_key(secret: str, email: str) -> str:
    """A keyed fingerprint of a mailbox: tells two people apart without naming them."""
    return hmac.new(secret.encode(), one_person(email).encode(), sha256).hexdigest()
