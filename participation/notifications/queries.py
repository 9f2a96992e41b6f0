"""Reading outgoing mail."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.notifications.models import Mail


def list_mails(db: Session, *, before: int | None = None, limit: int = 50) -> Sequence[Mail]:
    """The newest first."""
    query = select(Mail).order_by(Mail.id.desc()).limit(limit)
    if before is not None:
        query = query.where(Mail.id < before)
    return db.scalars(query).all()


def get_mail(db: Session, mail_id: int) -> Mail | None:
    return db.get(Mail, mail_id)
