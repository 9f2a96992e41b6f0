"""Referring, taking back, declining, announcing work, answering, sending back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from participation.actions.models import Action
from participation.actions.rules import ACCEPTING
from participation.audit.rules import Tag
from participation.audit.services import record
from participation.contributions.models import Category, Contribution, Response
from participation.contributions.rules import (
    RESPONSE_LENGTHS,
    Outcome,
    Status,
    outcomes_for,
)
from participation.contributions.services.moving import lock, move
from participation.core.actor import SYSTEM, Actor
from participation.core.clock import add_working_days, local_date
from participation.core.errors import Invalid, NotAllowed, NotFound, NotNow
from participation.core.i18n import format_number
from participation.core.i18n import gettext as _
from participation.jobs.services import enqueue
from participation.places.queries import geography
from participation.referrals import permissions, queries
from participation.referrals.models import Referral, ReferralRule
from participation.referrals.rules import Closure, first_match

REASON_LENGTHS = (10, 1000)


def refer_by_rules(
    db: Session, contribution: Contribution, at: datetime, *, zone: str
) -> Referral | None:
    """Send a published contribution where the city's rules say; None leaves it in triage."""
    facts = queries.facts_of(contribution, geography(db))
    rule = first_match(facts, queries.pure_rules(db))
    if rule is None:
        return None
    stored = db.get(ReferralRule, rule.id)
    action = db.get(Action, rule.action_id)
    if stored is None or action is None or action.status not in ACCEPTING:
        return None
    return _open(db, SYSTEM, contribution, action, at, zone=zone, rule=stored)


def refer(
    db: Session, actor: Actor, reference: str, action_id: int, reason: str, at: datetime, *, zone: str
) -> Referral:
    """A person sends a contribution to an action, from triage or from another action.

    :raises Invalid: no reason, or the action takes nothing.
    """
    contribution = lock(db, reference)
    if not permissions.can_refer(actor, contribution):
        raise NotAllowed
    _check_reason(reason)
    action = db.get(Action, action_id)
    if action is None or action.status not in ACCEPTING:
        raise Invalid("action", _("Choisissez une action en cours ou prévue."))
    current = queries.open_referral(db, contribution.id)
    if current is not None:
        if current.action_id == action_id:
            raise Invalid("action", _("La contribution est déjà transmise à cette action."))
        _close(db, current, Closure.CHANGED, at, reason)
        record(
            db,
            Tag.REFERRAL_CHANGED,
            actor,
            at,
            subject=("referral", current.id),
            contribution_id=contribution.id,
            data={"from": current.action_id, "to": action_id},
        )
        if contribution.status is Status.IN_PROGRESS:
            move(db, contribution, Status.REFERRED, at)
    return _open(db, actor, contribution, action, at, zone=zone, reason=reason)


def decline(db: Session, actor: Actor, reference: str, reason: str, at: datetime) -> None:
    """The pilot or the body says it is not theirs: back to triage, with the reason."""
    contribution, referral = _working_on(db, actor, reference)
    _check_reason(reason)
    _close(db, referral, Closure.DECLINED, at, reason)
    move(db, contribution, Status.PUBLISHED, at)
    record(
        db,
        Tag.REFERRAL_DECLINED,
        actor,
        at,
        subject=("referral", referral.id),
        contribution_id=contribution.id,
        data={"action": referral.action_id},
    )


def announce_work(
    db: Session, actor: Actor, reference: str, expected_on: date | None, at: datetime
) -> None:
    """The pilot says that work has begun, and by when it should be done."""
    contribution, referral = _working_on(db, actor, reference)
    if expected_on is not None and expected_on < at.date():
        raise Invalid("expected_on", _("Choisissez une date à venir."))
    move(db, contribution, Status.IN_PROGRESS, at)
    if expected_on is not None:
        referral.due_on = expected_on
        contribution.due_on = expected_on
    record(
        db,
        Tag.WORK_ANNOUNCED,
        actor,
        at,
        subject=("referral", referral.id),
        contribution_id=contribution.id,
        data={"expected_on": expected_on.isoformat() if expected_on else None},
    )
    _tell(db, "tell:work", {"contribution": contribution.id}, at, f"work:{referral.id}")


@dataclass(frozen=True, slots=True)
class Answer:
    """An official response as written at a desk."""

    text: str
    outcome: Outcome
    expected_on: date | None = None
    signature: str = ""
    language: str = "fr"


def answer(db: Session, actor: Actor, reference: str, given: Answer, at: datetime) -> Response:
    """Publish a response in the body's name; it closes the referral and tells everybody concerned.

    :raises Invalid: the reasons are too short, the outcome does not fit, or a plan has no date.
    """
    contribution, referral = _working_on(db, actor, reference)
    low, high = RESPONSE_LENGTHS
    if not low <= len(given.text) <= high:
        raise Invalid(
            "text",
            _(
                "Expliquez la réponse en %(low)s à %(high)s caractères.",
                low=format_number(low),
                high=format_number(high),
            ),
        )
    if given.outcome not in outcomes_for(contribution.kind):
        raise Invalid("outcome", _("Choisissez une issue de la liste."))
    if given.outcome is Outcome.PLANNED and (
        given.expected_on is None or given.expected_on < at.date()
    ):
        raise Invalid("expected_on", _("Donnez la date à laquelle ce sera fait."))
    response = Response(
        contribution_id=contribution.id,
        body_id=referral.body_id,
        written_by=actor.person_id,
        signature=given.signature,
        text=given.text,
        language=given.language,
        outcome=given.outcome,
        expected_on=given.expected_on if given.outcome is Outcome.PLANNED else None,
        published_at=at,
    )
    db.add(response)
    db.flush()
    _close(db, referral, Closure.ANSWERED, at, "")
    referral.response_id = response.id
    move(db, contribution, Status.ANSWERED, at, outcome=given.outcome)
    contribution.due_on = response.expected_on
    record(
        db,
        Tag.RESPONSE_PUBLISHED,
        actor,
        at,
        subject=("response", response.id),
        contribution_id=contribution.id,
        data={
            "outcome": given.outcome,
            "body": referral.body_id,
            "action": referral.action_id,
            "due_on": referral.due_on.isoformat(),
        },
    )
    _tell(db, "tell:response", {"response": response.id}, at, f"response:{response.id}")
    return response


def send_back(
    db: Session, contribution: Contribution, response_id: int, at: datetime, *, zone: str
) -> Referral | None:
    """After "not solved": the same action takes it up again, before the body it has now."""
    earlier = [r for r in queries.list_referrals(db, contribution.id) if r.response_id == response_id]
    action = earlier[-1].action if earlier else None
    if action is None or action.status not in ACCEPTING:
        return refer_by_rules(db, contribution, at, zone=zone)
    return _open(db, SYSTEM, contribution, action, at, zone=zone)


def withdraw_open(db: Session, contribution_id: int, at: datetime) -> None:
    """Close what is open because the contribution itself is gone."""
    current = queries.open_referral(db, contribution_id)
    if current is not None:
        _close(db, current, Closure.WITHDRAWN, at, "")


def preview(db: Session, contribution: Contribution) -> Action | None:
    """Where the rules would send a contribution that is not published yet: for the receipt."""
    rule = first_match(queries.facts_of(contribution, geography(db)), queries.pure_rules(db))
    return db.get(Action, rule.action_id) if rule else None


def _open(
    db: Session,
    actor: Actor,
    contribution: Contribution,
    action: Action,
    at: datetime,
    *,
    zone: str,
    rule: ReferralRule | None = None,
    reason: str = "",
) -> Referral:
    category = db.get(Category, contribution.category_id)
    due_on = add_working_days(local_date(at, zone), category.reply_days if category else 10)
    referral = Referral(
        contribution_id=contribution.id,
        action_id=action.id,
        body_id=action.body_id,
        rule_id=rule.id if rule else None,
        rule=_snapshot(rule) if rule else None,
        referred_by=actor.person_id,
        reason=reason,
        referred_at=at,
        due_on=due_on,
    )
    db.add(referral)
    db.flush()
    if contribution.status is not Status.REFERRED:
        move(db, contribution, Status.REFERRED, at)
    contribution.due_on = due_on
    contribution.changed_at = at
    record(
        db,
        Tag.REFERRAL_OPENED,
        actor,
        at,
        subject=("referral", referral.id),
        contribution_id=contribution.id,
        data={
            "action": action.id,
            "body": action.body_id,
            "rule": rule.id if rule else None,
            "due_on": due_on.isoformat(),
        },
    )
    _tell(db, "tell:referred", {"referral": referral.id}, at, f"referred:{referral.id}")
    return referral


def _snapshot(rule: ReferralRule) -> dict[str, Any]:
    """The rule's conditions as they stood: editing it later rewrites no past."""
    return {
        "position": rule.position,
        "kind": rule.kind,
        "category_id": rule.category_id,
        "area_id": rule.area_id,
        "keyword": rule.keyword,
    }


def _working_on(db: Session, actor: Actor, reference: str) -> tuple[Contribution, Referral]:
    contribution = lock(db, reference)
    referral = queries.open_referral(db, contribution.id)
    if referral is None:
        if not permissions.can_refer(actor, contribution) and not actor.pilots and not actor.seats:
            raise NotFound
        raise NotNow(_("Cette contribution n’est confiée à aucune action en ce moment."))
    if not permissions.can_work(actor, referral.action, contribution):
        raise NotAllowed
    return contribution, referral


def _close(db: Session, referral: Referral, closure: Closure, at: datetime, reason: str) -> None:
    referral.closed_at = at
    referral.closure = closure
    referral.closing_reason = reason
    # Written now: the partial unique index must see this one closed before another opens.
    db.flush()


def _check_reason(reason: str) -> None:
    low, high = REASON_LENGTHS
    if not low <= len(reason) <= high:
        raise Invalid("reason", _("Donnez la raison, en 10 à 1 000 caractères."))


def _tell(db: Session, kind: str, payload: Mapping[str, Any], at: datetime, key: str) -> None:
    enqueue(db, kind, payload, at, dedupe_key=f"tell:{key}")
