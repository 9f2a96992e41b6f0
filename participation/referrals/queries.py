"""Reading rules, referrals and desks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from participation.actions.models import Action
from participation.contributions.models import Contribution
from participation.core.actor import Actor
from participation.core.text import terms
from participation.places.rules import Geography
from participation.referrals.models import Referral, ReferralRule
from participation.referrals.rules import Facts, Rule, keyword_stems


def list_rules(db: Session, *, active: bool = False) -> Sequence[ReferralRule]:
    """The city's rules in order, with what they name."""
    query = (
        select(ReferralRule)
        .options(
            joinedload(ReferralRule.category),
            joinedload(ReferralRule.area),
            joinedload(ReferralRule.action),
        )
        .order_by(ReferralRule.position, ReferralRule.id)
    )
    if active:
        query = query.where(ReferralRule.is_active)
    return db.scalars(query).all()


def get_rule(db: Session, rule_id: int) -> ReferralRule | None:
    return db.get(ReferralRule, rule_id)


def pure_rules(db: Session) -> list[Rule]:
    """The active rules as values, in order, without the actions they name being loaded."""
    rows = db.execute(
        select(
            ReferralRule.id,
            ReferralRule.kind,
            ReferralRule.category_id,
            ReferralRule.area_id,
            ReferralRule.keyword,
            ReferralRule.action_id,
        )
        .where(ReferralRule.is_active)
        .order_by(ReferralRule.position, ReferralRule.id)
    )
    return [
        Rule(
            id=row.id,
            kind=row.kind,
            category_id=row.category_id,
            area_id=row.area_id,
            words=keyword_stems(row.keyword),
            action_id=row.action_id,
        )
        for row in rows
    ]


def facts_of(contribution: Contribution, map_: Geography) -> Facts:
    """What the rules may look at in a contribution."""
    return Facts(
        kind=contribution.kind,
        category_id=contribution.category_id,
        areas=map_.around(contribution.area_id),
        words=frozenset(terms(f"{contribution.title}\n{contribution.text}")),
    )


_PLACED = (
    joinedload(Referral.action).joinedload(Action.mission),
    joinedload(Referral.body),
)


def open_referral(db: Session, contribution_id: int) -> Referral | None:
    """The one open referral of a contribution, with its action and body."""
    return db.scalar(
        select(Referral)
        .where(Referral.contribution_id == contribution_id, Referral.closed_at.is_(None))
        .options(*_PLACED)
    )


def list_referrals(db: Session, contribution_id: int) -> Sequence[Referral]:
    """A contribution's whole way, oldest first."""
    return db.scalars(
        select(Referral)
        .where(Referral.contribution_id == contribution_id)
        .options(*_PLACED)
        .order_by(Referral.id)
    ).all()


def get_referral(db: Session, referral_id: int) -> Referral | None:
    return db.get(Referral, referral_id)


@dataclass(frozen=True, slots=True)
class Load:
    """How much a desk has to do."""

    open: int
    overdue: int


def _open_with_contribution() -> object:
    return (
        select(Referral)
        .join(Referral.contribution)
        .where(Referral.closed_at.is_(None))
        .options(
            contains_eager(Referral.contribution).selectinload(Contribution.category),
            contains_eager(Referral.contribution).selectinload(Contribution.area),
            joinedload(Referral.action),
            joinedload(Referral.body),
        )
        .order_by(Referral.due_on, Referral.id)
    )


def list_for_pilot(
    db: Session, actor: Actor, *, limit: int = 50, offset: int = 0
) -> Sequence[Referral]:
    """What waits for the actor's actions, the most pressing first."""
    query = _open_with_contribution().where(Referral.action_id.in_(actor.pilots))  # type: ignore[attr-defined]
    return db.scalars(query.limit(limit).offset(offset)).all()


def list_for_body(
    db: Session, body_id: int, *, limit: int = 50, offset: int = 0
) -> Sequence[Referral]:
    """What waits for a body's answer, the most pressing first."""
    query = _open_with_contribution().where(Referral.body_id == body_id)  # type: ignore[attr-defined]
    return db.scalars(query.limit(limit).offset(offset)).all()


def load_of_actions(db: Session, action_ids: frozenset[int], today: date) -> Load:
    """Open and overdue referrals of some actions."""
    return _load(db, Referral.action_id.in_(action_ids), today)


def load_of_body(db: Session, body_id: int, today: date) -> Load:
    """Open and overdue referrals of a body."""
    return _load(db, Referral.body_id == body_id, today)


def _load(db: Session, condition: object, today: date) -> Load:
    row = db.execute(
        select(func.count(), func.count().filter(Referral.due_on < today)).where(
            Referral.closed_at.is_(None),
            condition,  # type: ignore[arg-type]
        )
    ).one()
    return Load(row[0], row[1])


def list_of_action(db: Session, action_id: int, *, limit: int = 10) -> Sequence[Referral]:
    """The newest referrals of an action, open or closed, one per contribution shown."""
    return db.scalars(
        select(Referral)
        .join(Referral.contribution)
        .where(Referral.action_id == action_id, Contribution.stage.is_not(None))
        .options(contains_eager(Referral.contribution), selectinload(Referral.response))
        .order_by(Referral.id.desc())
        .limit(limit)
    ).all()


def count_of_action(db: Session, action_id: int) -> int:
    """How many contributions were ever referred to an action."""
    return (
        db.scalar(select(func.count()).select_from(Referral).where(Referral.action_id == action_id))
        or 0
    )
