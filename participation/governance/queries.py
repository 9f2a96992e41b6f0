"""Reading bodies."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from participation.core.actor import Seat
from participation.core.text import fold_name
from participation.governance.models import BodyAlias, GovernanceBody, Membership
from participation.governance.rules import sits_on


def seats_of(db: Session, person_id: int, day: date) -> frozenset[Seat]:
    """The seats a person holds on a day."""
    rows = db.execute(
        select(Membership.body_id, Membership.role, Membership.since_on, Membership.until_on).where(
            Membership.person_id == person_id
        )
    )
    return frozenset(
        Seat(body_id, role) for body_id, role, since, until in rows if sits_on(day, since, until)
    )


def list_bodies(db: Session) -> Sequence[GovernanceBody]:
    """Every active body, committees first, then by name."""
    return db.scalars(
        select(GovernanceBody)
        .where(GovernanceBody.is_active)
        .options(selectinload(GovernanceBody.area))
        .order_by(GovernanceBody.kind.desc(), GovernanceBody.name)
    ).all()


def get_body(db: Session, slug: str) -> GovernanceBody | None:
    """With its area and members."""
    return db.scalar(
        select(GovernanceBody)
        .where(GovernanceBody.slug == slug)
        .options(
            selectinload(GovernanceBody.area),
            selectinload(GovernanceBody.memberships),
            selectinload(GovernanceBody.aliases),
        )
    )


def find_body_by_name(db: Session, name: str) -> GovernanceBody | None:
    """The body a name, alias or slug means."""
    return db.scalar(
        select(GovernanceBody)
        .outerjoin(BodyAlias, BodyAlias.body_id == GovernanceBody.id)
        .where((BodyAlias.folded == fold_name(name)) | (GovernanceBody.slug == name.strip()))
        .limit(1)
    )


def list_bodies_of(db: Session, body_ids: frozenset[int]) -> Sequence[GovernanceBody]:
    """Some bodies, by name."""
    return db.scalars(
        select(GovernanceBody).where(GovernanceBody.id.in_(body_ids)).order_by(GovernanceBody.name)
    ).all()
