"""Reading the policy."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from participation.actions.models import Action, ActionAlias, Mission, Policy
from participation.actions.rules import ACCEPTING
from participation.core.text import fold_name


def get_action(db: Session, reference: str) -> Action | None:
    """An action with its mission, area and bodies."""
    return db.scalar(
        select(Action)
        .where(Action.reference == reference.upper())
        .options(
            selectinload(Action.mission).selectinload(Mission.policy),
            selectinload(Action.area),
            selectinload(Action.body),
            selectinload(Action.consulted),
        )
    )


def list_actions(db: Session, *, accepting: bool = False) -> Sequence[Action]:
    """All actions by reference; with ``accepting``, those a contribution may be referred to."""
    query = select(Action).options(selectinload(Action.mission)).order_by(Action.reference)
    if accepting:
        query = query.where(Action.status.in_(ACCEPTING))
    return db.scalars(query).all()


def list_missions(db: Session) -> Sequence[Mission]:
    """Missions with their actions, by number."""
    return db.scalars(
        select(Mission)
        .options(
            selectinload(Mission.actions).selectinload(Action.area),
            selectinload(Mission.policy),
        )
        .order_by(Mission.policy_id, Mission.number)
    ).all()


def list_policies(db: Session) -> Sequence[Policy]:
    return db.scalars(select(Policy).order_by(Policy.id)).all()


def find_action_by_name(db: Session, name: str) -> Action | None:
    """The action a reference, title or alias means."""
    return db.scalar(
        select(Action)
        .outerjoin(ActionAlias, ActionAlias.action_id == Action.id)
        .where(
            (ActionAlias.folded == fold_name(name)) | (Action.reference == name.strip().upper())
        )
        .limit(1)
    )


def actions_piloted_by(db: Session, person_id: int) -> frozenset[int]:
    """Ids of the actions a person pilots."""
    return frozenset(db.scalars(select(Action.id).where(Action.pilot_id == person_id)))


def list_actions_of_body(db: Session, body_id: int) -> Sequence[Action]:
    """The actions a body answers for."""
    return db.scalars(
        select(Action)
        .where(Action.body_id == body_id)
        .options(selectinload(Action.mission))
        .order_by(Action.reference)
    ).all()
