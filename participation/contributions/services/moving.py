"""Changing a contribution's status: the one place that does, counters and search index with it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.contributions.models import Contribution
from participation.contributions.rules import (
    Outcome,
    Status,
    can_become,
    stage_of,
    status_label,
)
from participation.contributions.services.counting import counted, recount
from participation.core.errors import NotFound, NotNow
from participation.core.i18n import gettext as _
from participation.core.text import terms
from participation.db.search import index_rows, remove_row


def lock(db: Session, reference: str) -> Contribution:
    """Load a contribution for a change, holding its row until the commit.

    :raises NotFound: no such reference.
    """
    contribution = db.scalar(
        select(Contribution)
        .where(Contribution.reference == reference)
        .with_for_update(of=Contribution)
    )
    if contribution is None:
        raise NotFound
    return contribution


def move(
    db: Session,
    contribution: Contribution,
    status: Status,
    at: datetime,
    *,
    outcome: Outcome | None = None,
) -> None:
    """Take one step of the table of transitions.

    :raises NotNow: the step is not in the table.
    """
    if not can_become(contribution.status, status):
        raise NotNow(
            _(
                "Ce n’est plus possible : la contribution est maintenant « %(status)s ».",
                status=status_label(contribution.status),
            )
        )
    before = counted(contribution)
    was_public = contribution.is_public
    contribution.status = status
    contribution.outcome = outcome
    contribution.stage = stage_of(status, outcome)
    contribution.changed_at = at
    if status is Status.ANSWERED:
        contribution.answered_at = at
    if contribution.is_public and contribution.published_at is None:
        contribution.published_at = at
    recount(db, before, counted(contribution))
    if contribution.is_public != was_public:
        reindex(db, contribution)


def reindex(db: Session, contribution: Contribution) -> None:
    """Make the search index say what the contribution says now, if it is public."""
    if contribution.is_public:
        index_rows(db, [(contribution.id, search_terms(contribution))])
    else:
        remove_row(db, contribution.id)


def search_terms(contribution: Contribution) -> list[str]:
    """What a contribution is found by: its words, its place, its reference."""
    reference = contribution.reference.replace("-", "")
    return terms(
        f"{contribution.title}\n{contribution.text}\n{contribution.place}\n{reference}"
    )
