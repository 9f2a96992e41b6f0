"""Policies, missions and actions."""

from datetime import date
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.actions.rules import ActionKind, ActionStatus, Timeframe
from participation.db.base import Base, Choice, Json, one_of
from participation.governance.models import GovernanceBody
from participation.places.models import Area


class Policy(Base):
    """A public policy, such as *Territoire Intelligent*."""

    __tablename__ = "policy"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(160))
    slug: Mapped[str] = mapped_column(String(160), unique=True)
    summary: Mapped[str] = mapped_column(Text, default="")
    translations: Mapped[dict[str, Any] | None] = mapped_column(Json)


class Mission(Base):
    """A mission of a policy: ``03 Éclairage public``."""

    __tablename__ = "mission"
    __table_args__ = (UniqueConstraint("policy_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    policy_id: Mapped[int] = mapped_column(ForeignKey("policy.id"))
    number: Mapped[str] = mapped_column(String(8))
    title: Mapped[str] = mapped_column(String(160))
    summary: Mapped[str] = mapped_column(Text, default="")
    translations: Mapped[dict[str, Any] | None] = mapped_column(Json)

    policy: Mapped[Policy] = relationship()
    actions: Mapped[list["Action"]] = relationship(
        back_populates="mission", order_by="Action.reference"
    )


consulted_body = Table(
    "action_consulted_body",
    Base.metadata,
    Column("action_id", ForeignKey("action.id", ondelete="CASCADE"), primary_key=True),
    Column("body_id", ForeignKey("governance_body.id"), primary_key=True, index=True),
)


class Action(Base):
    """An action or a standing activity, and the body that answers for it."""

    __tablename__ = "action"
    __table_args__ = (
        one_of("kind", ActionKind),
        one_of("status", ActionStatus),
        one_of("timeframe", Timeframe),
        Index(None, "pilot_id"),
        Index(None, "body_id"),
        Index(None, "mission_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(12), unique=True)
    kind: Mapped[ActionKind] = mapped_column(Choice(ActionKind))
    title: Mapped[str] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(Text, default="")
    translations: Mapped[dict[str, Any] | None] = mapped_column(Json)
    mission_id: Mapped[int] = mapped_column(ForeignKey("mission.id"))
    pilot_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    pilot_name: Mapped[str] = mapped_column(String(120), default="")
    department: Mapped[str] = mapped_column(String(160), default="")
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("governance_body.id"))
    status: Mapped[ActionStatus] = mapped_column(Choice(ActionStatus))
    timeframe: Mapped[Timeframe] = mapped_column(Choice(Timeframe))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    is_invented: Mapped[bool] = mapped_column(default=False)

    mission: Mapped[Mission] = relationship(back_populates="actions")
    pilot: Mapped[Person | None] = relationship()
    area: Mapped[Area | None] = relationship()
    body: Mapped[GovernanceBody] = relationship()
    consulted: Mapped[list[GovernanceBody]] = relationship(
        secondary=consulted_body, order_by=GovernanceBody.name
    )
    aliases: Mapped[list["ActionAlias"]] = relationship(
        back_populates="action", cascade="all, delete-orphan", order_by="ActionAlias.id"
    )


class ActionAlias(Base):
    """Another name or reference of an action."""

    __tablename__ = "action_alias"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    folded: Mapped[str] = mapped_column(String(200), unique=True)

    action: Mapped[Action] = relationship(back_populates="aliases")
