"""Who may change the city's map and its teams."""

from participation.core.actor import Actor, Permission


def can_edit_city(actor: Actor) -> bool:
    """Areas, streets, aliases, contacts, categories, actions and bodies."""
    return actor.may(Permission.CITY_EDIT)
