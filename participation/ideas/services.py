"""Ideas: sent in."""

from datetime import datetime

from sqlalchemy.orm import Session

from participation.contributions.services.submitting import Draft, Submitted, submit
from participation.core.actor import Actor
from participation.ideas.models import Idea
from participation.jobs.services import enqueue


def submit_idea(
    db: Session, actor: Actor, draft: Draft, at: datetime, *, key: str, zone: str
) -> Submitted[Idea]:
    """Take an idea in; the receipt is mailed when there is an address."""
    submitted = submit(db, actor, draft, Idea, at, key=key, zone=zone)
    if submitted.is_new and draft.email:
        enqueue(
            db,
            "tell:receipt",
            {"contribution": submitted.contribution.id},
            at,
            dedupe_key=f"tell:receipt:{submitted.contribution.id}",
        )
    return submitted
