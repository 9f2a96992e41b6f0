"""Reading people."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.accounts.models import LoginSession, MailedLink, Person, RoleGrant
from participation.accounts.rules import PERMISSIONS, LinkPurpose, Role
from participation.core.actor import Grant
from participation.core.tokens import digest


def find_by_email(db: Session, email: str) -> Person | None:
    """The person with this (normalised) address."""
    return db.scalar(select(Person).where(Person.email == email))


def get_person(db: Session, person_id: int) -> Person | None:
    return db.get(Person, person_id)


def person_of_session(db: Session, token: str, now: datetime) -> Person | None:
    """Who opened the session, if it is still good and the person still active."""
    return db.scalar(
        select(Person)
        .join(LoginSession, LoginSession.person_id == Person.id)
        .where(
            LoginSession.token_hash == digest(token),
            LoginSession.expires_at > now,
            Person.is_active,
        )
    )


def city_grants(db: Session, person_id: int) -> frozenset[Grant]:
    """What the person's city-wide roles let them do."""
    roles = db.scalars(select(RoleGrant.role).where(RoleGrant.person_id == person_id))
    return grants_of(roles)


def grants_of(roles: Sequence[Role] | object, area_id: int | None = None) -> frozenset[Grant]:
    """Roles unfolded into permissions."""
    return frozenset(
        Grant(permission, area_id)
        for role in roles  # type: ignore[attr-defined]
        for permission in PERMISSIONS[role]
    )


def list_people(db: Session, *, limit: int = 500) -> Sequence[Person]:
    """Everybody with a password or a role, by name."""
    has_role = select(RoleGrant.person_id)
    return db.scalars(
        select(Person)
        .where((Person.password_hash.is_not(None)) | (Person.id.in_(has_role)))
        .order_by(Person.display_name, Person.id)
        .limit(limit)
    ).all()


def roles_of(db: Session, person_ids: Sequence[int]) -> dict[int, list[Role]]:
    """City-wide roles of several people."""
    found: dict[int, list[Role]] = {}
    rows = db.execute(
        select(RoleGrant.person_id, RoleGrant.role).where(RoleGrant.person_id.in_(person_ids))
    )
    for person_id, role in rows:
        found.setdefault(person_id, []).append(role)
    return found


def find_link(db: Session, token: str, purpose: LinkPurpose, now: datetime) -> MailedLink | None:
    """A mailed link that still opens its one door; used links are found too, and say so."""
    return db.scalar(
        select(MailedLink).where(
            MailedLink.token_hash == digest(token),
            MailedLink.purpose == purpose,
            MailedLink.expires_at > now,
        )
    )
