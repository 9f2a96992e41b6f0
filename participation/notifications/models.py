"""Outgoing mail."""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from participation.db.base import Base, Instant


class Mail(Base):
    """One message to one person, in their language. ``purpose`` names the template that made it."""

    __tablename__ = "mail"
    __table_args__ = (Index(None, "contribution_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(String(64))
    to_address: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(8))
    subject: Mapped[str] = mapped_column(String(300))
    text_body: Mapped[str] = mapped_column(Text)
    html_body: Mapped[str] = mapped_column(Text)
    unsubscribe_url: Mapped[str | None] = mapped_column(Text)
    message_id: Mapped[str] = mapped_column(String(120), unique=True)
    # A plain number: this feature stands below contributions and must not need them.
    contribution_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    failed_at: Mapped[datetime | None] = mapped_column(Instant)
    last_error: Mapped[str | None] = mapped_column(Text)
