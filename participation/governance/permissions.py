"""Who may see and use a body's desk."""

from participation.core.actor import Actor, Permission
from participation.governance.models import GovernanceBody


def can_use_desk(actor: Actor, body: GovernanceBody) -> bool:
    """Members see their body's desk; the team sees them all."""
    return actor.sits_on(body.id) or actor.may(Permission.CONTRIBUTION_READ, body.area_id)
