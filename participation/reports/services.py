"""Reports and praise: sent in, and judged by their author once answered."""

from datetime import datetime

from sqlalchemy.orm import Session

from participation.audit.rules import Tag
from participation.audit.services import record
from participation.contributions.models import Contribution, OutcomeReview
from participation.contributions.rules import Kind, Status, asks_if_solved
from participation.contributions.services.moving import lock
from participation.contributions.services.submitting import Draft, Submitted, submit
from participation.core.actor import Actor
from participation.core.errors import Invalid, NotNow
from participation.core.i18n import gettext as _
from participation.jobs.services import enqueue
from participation.referrals.services import send_back
from participation.reports.models import Praise, Report

COMMENT_LENGTH = 1000


def submit_report(
    db: Session, actor: Actor, draft: Draft, at: datetime, *, key: str, zone: str
) -> Submitted[Contribution]:
    """Take a report or a praise in; the receipt is mailed when there is an address (G-20)."""
    model: type[Contribution] = Praise if draft.kind is Kind.PRAISE else Report
    submitted = submit(db, actor, draft, model, at, key=key, zone=zone)
    if submitted.is_new and draft.email:
        enqueue(
            db,
            "tell:receipt",
            {"contribution": submitted.contribution.id},
            at,
            dedupe_key=f"tell:receipt:{submitted.contribution.id}",
        )
    return submitted


def review_outcome(
    db: Session,
    contribution: Contribution,
    response_id: int,
    is_solved: bool,
    comment: str,
    author: Actor,
    at: datetime,
    *,
    zone: str,
) -> None:
    """The author's "is it solved for you?"; a *no* sends it back to the action that answered.

    The door has already shown that ``author`` holds the private link or the account.

    :raises NotNow: already answered, or the contribution moved on since.
    """
    if len(comment) > COMMENT_LENGTH:
        raise Invalid("comment", _("Écrivez 1 000 caractères au plus."))
    contribution = lock(db, contribution.reference)
    last = contribution.responses[-1] if contribution.responses else None
    if (
        last is None
        or last.id != response_id
        or contribution.status is not Status.ANSWERED
        or not asks_if_solved(contribution.kind, contribution.outcome)
    ):
        raise NotNow(_("Cette question ne se pose plus : la situation a changé."))
    if last.review is not None:
        raise NotNow(_("Vous avez déjà répondu. Merci !"))
    db.add(
        OutcomeReview(
            response_id=last.id,
            contribution_id=contribution.id,
            is_solved=is_solved,
            comment=comment,
            created_at=at,
        )
    )
    record(
        db,
        Tag.OUTCOME_CONFIRMED if is_solved else Tag.OUTCOME_CONTESTED,
        author,
        at,
        subject=("response", last.id),
        contribution_id=contribution.id,
    )
    if not is_solved:
        contribution.reopen_count += 1
        send_back(db, contribution, last.id, at, zone=zone)
