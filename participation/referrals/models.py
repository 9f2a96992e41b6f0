"""Referrals and the rules that choose them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.actions.models import Action
from participation.contributions.models import Category, Contribution, Response
from participation.contributions.rules import Kind
from participation.db.base import Base, Choice, Instant, Json, one_of
from participation.governance.models import GovernanceBody
from participation.places.models import Area
from participation.referrals.rules import Closure

_OPEN = text("closed_at IS NULL")


class ReferralRule(Base):
    """One line of the ordered list. An empty condition accepts anything."""

    __tablename__ = "referral_rule"
    __table_args__ = (one_of("kind", Kind),)

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    kind: Mapped[Kind | None] = mapped_column(Choice(Kind))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    keyword: Mapped[str] = mapped_column(String(200), default="")
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    is_active: Mapped[bool] = mapped_column(default=True)

    category: Mapped[Category | None] = relationship()
    area: Mapped[Area | None] = relationship()
    action: Mapped[Action] = relationship()


class Referral(Base):
    """A contribution entrusted to an action, before the body that answered for it that day."""

    __tablename__ = "referral"
    __table_args__ = (
        Index(
            "uq_referral_open",
            "contribution_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "contribution_id"),
        Index(
            "ix_referral_action_open",
            "action_id",
            "due_on",
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(
            "ix_referral_body_open",
            "body_id",
            "due_on",
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "action_id", "id"),
        one_of("closure", Closure),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"))
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    body_id: Mapped[int] = mapped_column(ForeignKey("governance_body.id"))
    # Why: the rule as it stood that day, or the person and their reason.
    rule_id: Mapped[int | None] = mapped_column(
        ForeignKey("referral_rule.id", ondelete="SET NULL"), index=True
    )
    rule: Mapped[dict[str, Any] | None] = mapped_column(Json)
    referred_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    referred_at: Mapped[datetime] = mapped_column(Instant)
    due_on: Mapped[date]
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    closure: Mapped[Closure | None] = mapped_column(Choice(Closure))
    closing_reason: Mapped[str] = mapped_column(Text, default="")
    response_id: Mapped[int | None] = mapped_column(ForeignKey("response.id"), unique=True)

    contribution: Mapped[Contribution] = relationship()
    action: Mapped[Action] = relationship()
    body: Mapped[GovernanceBody] = relationship()
    response: Mapped[Response | None] = relationship()
