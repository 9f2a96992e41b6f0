"""Who may read outgoing mail."""

from participation.core.actor import Actor, Permission


def can_read_mail(actor: Actor) -> bool:
    """It holds addresses and private links: administrators only."""
    return actor.may(Permission.MAIL_READ)
