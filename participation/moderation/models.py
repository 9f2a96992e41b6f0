"""Statements of reasons, and questions put to authors."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from participation.db.base import Base, Choice, Instant, one_of
from participation.moderation.rules import Ground


class StatementOfReasons(Base):
    """Why a contribution is restricted (DSA art. 17; Transparency Database vocabulary)."""

    __tablename__ = "statement_of_reasons"
    __table_args__ = (Index(None, "contribution_id"), one_of("ground", Ground))

    id: Mapped[int] = mapped_column(primary_key=True)
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"))
    ground: Mapped[Ground] = mapped_column(Choice(Ground))
    facts: Mapped[str] = mapped_column(Text)
    source_type: Mapped[str] = mapped_column(String(20), default="VOLUNTARY")
    automated_detection: Mapped[bool] = mapped_column(default=False)
    automated_decision: Mapped[bool] = mapped_column(default=False)
    rules_version: Mapped[str] = mapped_column(String(20))
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime] = mapped_column(Instant)
    lifted_at: Mapped[datetime | None] = mapped_column(Instant)


class AuthorQuestion(Base):
    """A question to the author before publication, and what they replied."""

    __tablename__ = "author_question"
    __table_args__ = (Index(None, "contribution_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"))
    question: Mapped[str] = mapped_column(Text)
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime] = mapped_column(Instant)
    answer: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
