"""One contribution, and who is concerned by it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from participation.accounts.models import Person
from participation.contributions.models import (
    Answer,
    Contact,
    Contribution,
    ContributionPhoto,
    Follow,
    Response,
    Support,
    TextVersion,
)
from participation.contributions.permissions import can_view
from participation.contributions.rules import Status
from participation.core.actor import Actor, Permission
from participation.core.errors import NotFound
from participation.core.tokens import digest

_WHOLE = (
    selectinload(Contribution.category),
    selectinload(Contribution.photos).selectinload(ContributionPhoto.photo),
    selectinload(Contribution.answers).selectinload(Answer.question),
    selectinload(Contribution.responses).selectinload(Response.body),
    selectinload(Contribution.responses).selectinload(Response.review),
)


def get_visible(db: Session, actor: Actor, reference: str) -> Contribution:
    """A contribution with all its page shows.

    :raises NotFound: unknown, or not for this reader: never told apart (O-12).
    """
    contribution = db.scalar(
        select(Contribution).where(Contribution.reference == reference).options(*_WHOLE)
    )
    if contribution is None or not can_view(actor, contribution):
        raise NotFound
    return contribution


def get_by_receipt(db: Session, token: str) -> Contribution:
    """The contribution a private link opens.

    :raises NotFound: no such link.
    """
    contribution = db.scalar(
        select(Contribution).where(Contribution.receipt_hash == digest(token)).options(*_WHOLE)
    )
    if contribution is None:
        raise NotFound
    return contribution


def list_versions(db: Session, contribution_id: int) -> Sequence[TextVersion]:
    """Earlier texts, oldest first."""
    return db.scalars(
        select(TextVersion)
        .where(TextVersion.contribution_id == contribution_id)
        .order_by(TextVersion.number)
    ).all()


def supports(db: Session, person_id: int | None, contribution_id: int) -> tuple[bool, bool]:
    """Whether a person supports, and whether they follow, a contribution."""
    if person_id is None:
        return False, False
    key = {"contribution_id": contribution_id, "person_id": person_id}
    return db.get(Support, key) is not None, db.get(Follow, key) is not None


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody to be told, in their language."""

    email: str
    language: str
    is_author: bool
    person_id: int | None = None


def list_concerned(db: Session, contribution: Contribution) -> list[Concerned]:
    """The author and everybody who follows, each address once, the author first."""
    found: dict[str, Concerned] = {}
    contact = db.get(Contact, contribution.id)
    if contact:
        found[contact.email] = Concerned(contact.email, contact.language, is_author=True)
    if contribution.author_id:
        author = db.get(Person, contribution.author_id)
        if author and author.email and author.is_active:
            found.setdefault(
                author.email, Concerned(author.email, author.language, True, author.id)
            )
    rows = db.execute(
        select(Person.id, Person.email, Person.language)
        .join(Follow, Follow.person_id == Person.id)
        .where(
            Follow.contribution_id == contribution.id,
            Person.email.is_not(None),
            Person.is_active,
        )
        .order_by(Person.id)
    )
    for person_id, email, language in rows:
        found.setdefault(email, Concerned(email, language, False, person_id))
    return list(found.values())


def list_queue(
    db: Session, actor: Actor, *statuses: Status, limit: int = 50, after: int = 0
) -> Sequence[Contribution]:
    """What waits for the team, oldest first, within the actor's communes."""
    query = (
        select(Contribution)
        .where(Contribution.status.in_(statuses), Contribution.id > after)
        .options(selectinload(Contribution.category), selectinload(Contribution.area))
        .order_by(Contribution.id)
        .limit(limit)
    )
    areas = actor.areas_for(Permission.CONTRIBUTION_READ)
    if areas is not None:
        query = query.where(Contribution.commune_id.in_(areas))
    return db.scalars(query).all()


def count_queue(db: Session, actor: Actor, *statuses: Status) -> int:
    """How many wait, counted up to a thousand."""
    query = select(Contribution.id).where(Contribution.status.in_(statuses)).limit(1000)
    areas = actor.areas_for(Permission.CONTRIBUTION_READ)
    if areas is not None:
        query = query.where(Contribution.commune_id.in_(areas))
    return db.scalar(select(func.count()).select_from(query.subquery())) or 0
