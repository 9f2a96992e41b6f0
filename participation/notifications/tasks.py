"""Sending, through the outbox."""

from collections.abc import Mapping
from typing import Any

from participation.jobs.tasks import Context, PermanentFailure
from participation.notifications import services
from participation.notifications.queries import get_mail


def send(context: Context, payload: Mapping[str, Any]) -> None:
    """Deliver one mail, unless it went out already."""
    with context.database.reading() as db:
        mail = get_mail(db, payload["mail"])
        if mail is None or mail.sent_at is not None:
            return
        db.expunge(mail)
    try:
        services.deliver(mail, context.settings)
    except services.AddressRefused as error:
        with context.database.writing(quiet=True) as db:
            services.mark_failed(db, mail.id, context.clock(), str(error))
        raise PermanentFailure(str(error)) from error
    with context.database.writing(quiet=True) as db:
        services.mark_sent(db, mail.id, context.clock())
