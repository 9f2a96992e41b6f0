"""Support and follow: one person, once, counted in the row they concern."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from participation.accounts.models import Person
from participation.audit.rules import Tag
from participation.audit.services import record
from participation.contributions import permissions
from participation.contributions.models import Contribution, Follow, Support
from participation.contributions.services.moving import lock
from participation.core.actor import Actor
from participation.core.errors import NotAllowed, NotFound
from participation.db.upsert import insert_once


def support(db: Session, actor: Actor, reference: str, at: datetime) -> bool:
    """Support a public contribution; whether it is the person's first support of it.

    Supporting also follows: whoever cares is told the answer.
    """
    contribution = lock(db, reference)
    if not permissions.can_view(actor, contribution):
        raise NotFound
    if not permissions.can_support(actor, contribution):
        raise NotAllowed
    values = {
        "contribution_id": contribution.id,
        "person_id": actor.person_id,
        "created_at": at,
    }
    first = insert_once(db, Support.__table__, values)  # type: ignore[arg-type]
    if first:
        _add(db, contribution, "support_count", 1)
        record(
            db,
            Tag.CONTRIBUTION_SUPPORTED,
            actor,
            at,
            subject=("contribution", contribution.id),
            contribution_id=contribution.id,
        )
        _follow(db, actor, contribution, at)
    return first


def unsupport(db: Session, actor: Actor, reference: str, at: datetime) -> bool:
    """Take a support back; whether there was one."""
    contribution = lock(db, reference)
    gone = db.execute(
        delete(Support).where(
            Support.contribution_id == contribution.id, Support.person_id == actor.person_id
        )
    )
    if not gone.rowcount:  # type: ignore[attr-defined]
        return False
    _add(db, contribution, "support_count", -1)
    record(
        db,
        Tag.CONTRIBUTION_SUPPORTED,
        actor,
        at,
        subject=("contribution", contribution.id),
        contribution_id=contribution.id,
        data={"withdrawn": True},
    )
    return True


def follow(db: Session, actor: Actor, reference: str, at: datetime) -> bool:
    """Ask to be told what happens; whether the person did not follow before."""
    contribution = lock(db, reference)
    if not permissions.can_view(actor, contribution):
        raise NotFound
    if actor.person_id is None:
        raise NotAllowed
    return _follow(db, actor, contribution, at)


def unfollow(db: Session, actor: Actor, reference: str, at: datetime) -> bool:
    """Stop being told; whether the person followed."""
    contribution = lock(db, reference)
    gone = db.execute(
        delete(Follow).where(
            Follow.contribution_id == contribution.id, Follow.person_id == actor.person_id
        )
    )
    if not gone.rowcount:  # type: ignore[attr-defined]
        return False
    _add(db, contribution, "follow_count", -1)
    record(
        db,
        Tag.CONTRIBUTION_UNFOLLOWED,
        actor,
        at,
        subject=("contribution", contribution.id),
        contribution_id=contribution.id,
    )
    return True


def _follow(db: Session, actor: Actor, contribution: Contribution, at: datetime) -> bool:
    values = {
        "contribution_id": contribution.id,
        "person_id": actor.person_id,
        "created_at": at,
    }
    first = insert_once(db, Follow.__table__, values)  # type: ignore[arg-type]
    if first:
        _add(db, contribution, "follow_count", 1)
        record(
            db,
            Tag.CONTRIBUTION_FOLLOWED,
            actor,
            at,
            subject=("contribution", contribution.id),
            contribution_id=contribution.id,
        )
    return first


def _add(db: Session, contribution: Contribution, counter: str, step: int) -> None:
    column = getattr(Contribution, counter)
    db.execute(
        update(Contribution)
        .where(Contribution.id == contribution.id)
        .values({counter: column + step})
        .execution_options(synchronize_session=False)
    )


def as_actor(person: Person) -> Actor:
    """Somebody who acts through a mailed link, without signing in."""
    return Actor(person_id=person.id, kind="person", name=person.display_name)
