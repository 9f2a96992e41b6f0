"""The night's chores."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from participation.contributions.services.counting import rebuild
from participation.jobs.tasks import Context
from participation.notifications.services import forget_bodies

KEEP_MAIL = timedelta(days=30)


def nightly(context: Context, payload: Mapping[str, Any]) -> None:
    """Count everything anew, and erase the words of mails delivered a month ago."""
    with context.database.writing() as db:
        rebuild(db)
        forget_bodies(db, context.clock() - KEEP_MAIL)
