"""Publishing, refusing with reasons, correcting, asking the author."""

from datetime import datetime

from sqlalchemy.orm import Session

from participation.audit.rules import Tag
from participation.audit.services import record
from participation.contributions.models import Contribution
from participation.contributions.permissions import can_moderate, can_withdraw
from participation.contributions.rules import TEXT_LENGTHS, TITLE_LENGTHS, Status
from participation.contributions.services.correcting import replace_text
from participation.contributions.services.moving import lock, move
from participation.core.actor import Actor
from participation.core.errors import Invalid, NotAllowed, NotFound, NotNow
from participation.core.i18n import gettext as _
from participation.jobs.services import enqueue
from participation.moderation import queries
from participation.moderation.models import AuthorQuestion, StatementOfReasons
from participation.moderation.rules import (
    CORRECTION_LENGTHS,
    FACTS_LENGTHS,
    QUESTION_LENGTHS,
    Ground,
)
from participation.referrals.models import Referral
from participation.referrals.services import refer_by_rules, withdraw_open

RULES_VERSION = "2026-11"


def publish(
    db: Session, actor: Actor, reference: str, at: datetime, *, zone: str
) -> Referral | None:
    """Make a contribution public and refer it by the rules; None when it goes to triage."""
    contribution = _moderated(db, actor, reference)
    if contribution.status is Status.REFUSED:
        statement = queries.standing_statement(db, contribution.id)
        if statement is not None:
            statement.lifted_at = at  # a refusal that is reversed stays on record
    move(db, contribution, Status.PUBLISHED, at)
    record(
        db,
        Tag.CONTRIBUTION_PUBLISHED,
        actor,
        at,
        subject=("contribution", contribution.id),
        contribution_id=contribution.id,
    )
    referral = refer_by_rules(db, contribution, at, zone=zone)
    if referral is None:
        enqueue(
            db,
            "tell:published",
            {"contribution": contribution.id},
            at,
            dedupe_key=f"tell:published:{contribution.id}:{at.isoformat()}",
        )
    return referral


def refuse(
    db: Session, actor: Actor, reference: str, ground: Ground, facts: str, at: datetime
) -> StatementOfReasons:
    """Do not publish, or take down, with a statement of reasons the author receives (D-3, D-4).

    :raises Invalid: the facts are too short to be understood.
    """
    contribution = _moderated(db, actor, reference)
    _check_length("facts", facts, FACTS_LENGTHS)
    withdraw_open(db, contribution.id, at)
    move(db, contribution, Status.REFUSED, at)
    statement = StatementOfReasons(
        contribution_id=contribution.id,
        ground=ground,
        facts=facts,
        rules_version=RULES_VERSION,
        decided_by=actor.person_id,
        decided_at=at,
    )
    db.add(statement)
    db.flush()
    record(
        db,
        Tag.CONTRIBUTION_REFUSED,
        actor,
        at,
        subject=("statement_of_reasons", statement.id),
        contribution_id=contribution.id,
        data={"ground": ground},
    )
    enqueue(
        db, "tell:refused", {"statement": statement.id}, at, dedupe_key=f"tell:refused:{statement.id}"
    )
    return statement


def correct(
    db: Session,
    actor: Actor,
    reference: str,
    *,
    title: str,
    text: str,
    reason: str,
    version: int,
    at: datetime,
) -> None:
    """Change a text (a name left in it, a telephone number), keeping the original."""
    contribution = _moderated(db, actor, reference)
    _check_length("title", title, TITLE_LENGTHS)
    _check_length("text", text, TEXT_LENGTHS)
    _check_length("reason", reason, CORRECTION_LENGTHS)
    if (title, text) == (contribution.title, contribution.text):
        raise Invalid("text", _("Le texte est identique : il n’y a rien à corriger."))
    replace_text(
        db, actor, contribution, title=title, text=text, reason=reason, version=version, at=at
    )
    enqueue(
        db,
        "tell:corrected",
        {"contribution": contribution.id},
        at,
        dedupe_key=f"tell:corrected:{contribution.id}:{contribution.version}",
    )


def ask_author(db: Session, actor: Actor, reference: str, question: str, at: datetime) -> None:
    """Put a question to the author before publishing; it waits on their receipt page."""
    contribution = _moderated(db, actor, reference)
    _check_length("question", question, QUESTION_LENGTHS)
    if queries.open_question(db, contribution.id):
        raise NotNow(_("Une question attend déjà la réponse de l’auteur."))
    move(db, contribution, Status.NEEDS_INFO, at)
    asked = AuthorQuestion(
        contribution_id=contribution.id, question=question, asked_by=actor.person_id, asked_at=at
    )
    db.add(asked)
    db.flush()
    record(
        db,
        Tag.AUTHOR_ASKED,
        actor,
        at,
        subject=("author_question", asked.id),
        contribution_id=contribution.id,
    )
    enqueue(db, "tell:question", {"question": asked.id}, at, dedupe_key=f"tell:question:{asked.id}")


def answer_question(
    db: Session, contribution: Contribution, answer: str, author: Actor, at: datetime
) -> None:
    """The author's reply, by the private link or signed in; back to the team's queue."""
    _check_length("answer", answer, QUESTION_LENGTHS)
    contribution = lock(db, contribution.reference)
    asked = queries.open_question(db, contribution.id)
    if asked is None:
        raise NotNow(_("Vous avez déjà répondu à cette question."))
    asked.answer = answer
    asked.answered_at = at
    move(db, contribution, Status.RECEIVED, at)
    record(
        db,
        Tag.AUTHOR_ANSWERED,
        author,
        at,
        subject=("author_question", asked.id),
        contribution_id=contribution.id,
    )


def withdraw(
    db: Session, contribution: Contribution, author: Actor, at: datetime, *, by_link: bool
) -> None:
    """The author takes it back; an answered contribution stays, with its answer."""
    contribution = lock(db, contribution.reference)
    if not by_link and not can_withdraw(author, contribution):
        raise NotAllowed
    withdraw_open(db, contribution.id, at)
    move(db, contribution, Status.WITHDRAWN, at)
    record(
        db,
        Tag.CONTRIBUTION_WITHDRAWN,
        author,
        at,
        subject=("contribution", contribution.id),
        contribution_id=contribution.id,
    )


def _moderated(db: Session, actor: Actor, reference: str) -> Contribution:
    contribution = lock(db, reference)
    if not can_moderate(actor, contribution):
        if contribution.is_public:
            raise NotAllowed
        raise NotFound
    return contribution


def _check_length(name: str, value: str, lengths: tuple[int, int]) -> None:
    low, high = lengths
    if not low <= len(value) <= high:
        raise Invalid(
            name, _("Écrivez entre %(low)s et %(high)s caractères.", low=low, high=high)
        )
