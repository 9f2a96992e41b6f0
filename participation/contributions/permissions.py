"""Who may read and change a contribution; the list beside the check."""

from sqlalchemy import ColumnElement, or_, true

from participation.contributions.models import Contribution
from participation.contributions.rules import Status
from participation.core.actor import Actor, Permission


def can_view(actor: Actor, contribution: Contribution) -> bool:
    """Public ones by all, others by their author and by the commune's team."""
    return (
        contribution.stage is not None
        or (actor.person_id is not None and contribution.author_id == actor.person_id)
        or actor.may(Permission.CONTRIBUTION_READ, contribution.commune_id)
    )


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """:func:`can_view` as SQL."""
    areas = actor.areas_for(Permission.CONTRIBUTION_READ)
    if areas is None:
        return true()
    conditions = [Contribution.stage.is_not(None)]
    if actor.person_id is not None:
        conditions.append(Contribution.author_id == actor.person_id)
    if areas:
        conditions.append(Contribution.commune_id.in_(areas))
    return or_(*conditions)


def can_moderate(actor: Actor, contribution: Contribution) -> bool:
    """The team of its commune (or of the whole city)."""
    return actor.may(Permission.CONTRIBUTION_MODERATE, contribution.commune_id)


def can_support(actor: Actor, contribution: Contribution) -> bool:
    """Anybody with a name to us, on what is public; not one's own."""
    return (
        actor.person_id is not None
        and contribution.stage is not None
        and contribution.author_id != actor.person_id
    )


def can_withdraw(actor: Actor, contribution: Contribution) -> bool:
    """Its author, while nobody has answered."""
    return (
        actor.person_id is not None
        and contribution.author_id == actor.person_id
        and contribution.status is not Status.ANSWERED
    )
