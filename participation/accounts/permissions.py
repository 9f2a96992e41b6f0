"""Who may see and change people."""

from participation.core.actor import Actor, Permission


def can_edit_people(actor: Actor) -> bool:
    """Create accounts, give and take roles."""
    return actor.may(Permission.PEOPLE_EDIT)
