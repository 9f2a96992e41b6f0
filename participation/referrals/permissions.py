"""Who may change where a contribution goes, and who may answer it."""

from participation.actions.models import Action
from participation.contributions.models import Contribution
from participation.core.actor import Actor, Permission


def can_refer(actor: Actor, contribution: Contribution) -> bool:
    """The team of its commune: send, change, take back."""
    return actor.may(Permission.REFERRAL_CHANGE, contribution.commune_id)


def can_work(actor: Actor, action: Action, contribution: Contribution) -> bool:
    """Announce work, decline, answer: the pilot, whoever speaks for the body, or the team in its name."""
    return (
        action.id in actor.pilots
        or actor.speaks_for(action.body_id)
        or actor.may(Permission.RESPONSE_WRITE, contribution.commune_id)
    )


def can_edit_rules(actor: Actor) -> bool:
    """The order of the rules decides for the whole city."""
    return actor.may(Permission.RULES_EDIT)
