"""Correcting a text with the original kept."""

from datetime import datetime

from sqlalchemy.orm import Session

from participation.audit.rules import Tag
from participation.audit.services import record
from participation.contributions.models import Contribution, TextVersion
from participation.contributions.services.moving import reindex
from participation.core.actor import Actor
from participation.core.errors import NotNow
from participation.core.i18n import gettext as _


def replace_text(
    db: Session,
    actor: Actor,
    contribution: Contribution,
    *,
    title: str,
    text: str,
    reason: str,
    version: int,
    at: datetime,
) -> None:
    """Put a new text in place of the present one, which becomes a numbered version.

    :param version: the version the editor saw.
    :raises NotNow: somebody else changed it meanwhile.
    """
    if version != contribution.version:
        raise NotNow(_("Quelqu’un a modifié ce texte entre-temps. Relisez-le avant de corriger."))
    db.add(
        TextVersion(
            contribution_id=contribution.id,
            number=contribution.version,
            title=contribution.title,
            text=contribution.text,
            replaced_at=at,
            replaced_by=actor.person_id,
            reason=reason,
        )
    )
    contribution.title = title
    contribution.text = text
    contribution.version += 1
    contribution.changed_at = at
    if contribution.is_public:
        reindex(db, contribution)
    record(
        db,
        Tag.CONTRIBUTION_CORRECTED,
        actor,
        at,
        subject=("contribution", contribution.id),
        contribution_id=contribution.id,
        data={"version": contribution.version},
    )
