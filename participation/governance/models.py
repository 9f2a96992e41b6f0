"""Bodies, their aliases and their members."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.core.actor import SeatRole
from participation.db.base import Base, Choice, Json, one_of
from participation.governance.rules import BodyKind, Openness
from participation.places.models import Area


class GovernanceBody(Base):
    """A body that answers for actions, or is consulted on them."""

    __tablename__ = "governance_body"
    __table_args__ = (one_of("kind", BodyKind), one_of("openness", Openness))

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(160))
    slug: Mapped[str] = mapped_column(String(160), unique=True)
    kind: Mapped[BodyKind] = mapped_column(Choice(BodyKind))
    openness: Mapped[Openness] = mapped_column(Choice(Openness))
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    description: Mapped[str] = mapped_column(Text, default="")
    translations: Mapped[dict[str, Any] | None] = mapped_column(Json)
    email: Mapped[str] = mapped_column(String(254), default="")
    is_active: Mapped[bool] = mapped_column(default=True)

    area: Mapped[Area | None] = relationship()
    aliases: Mapped[list["BodyAlias"]] = relationship(
        back_populates="body", cascade="all, delete-orphan", order_by="BodyAlias.id"
    )
    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="body", order_by="Membership.id"
    )


class BodyAlias(Base):
    """Another name of a body."""

    __tablename__ = "body_alias"

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(
        ForeignKey("governance_body.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(160))
    folded: Mapped[str] = mapped_column(String(160), unique=True)

    body: Mapped[GovernanceBody] = relationship(back_populates="aliases")


class Membership(Base):
    """A dated seat. ``name`` is what the public reads; ``person`` exists when they have an account."""

    __tablename__ = "membership"
    __table_args__ = (one_of("role", SeatRole), Index(None, "person_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("governance_body.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[SeatRole] = mapped_column(Choice(SeatRole))
    since_on: Mapped[date | None]
    until_on: Mapped[date | None]

    body: Mapped[GovernanceBody] = relationship(back_populates="memberships")
    person: Mapped[Person | None] = relationship()
