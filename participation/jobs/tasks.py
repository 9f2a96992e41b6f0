"""The worker: takes outbox rows, runs their handler, says how it went.

huey carries the wake-ups. Its messages are JSON and hold an outbox id, nothing else: a broker that
is read or written by somebody else gives away, or runs, nothing.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from huey import Huey, RedisHuey, SqliteHuey, crontab
from huey.registry import Message
from huey.serializer import Serializer
from sqlalchemy.orm import Session

from participation.config import Settings
from participation.core.clock import Clock, now
from participation.db.session import Database
from participation.jobs import services

_log = structlog.get_logger()
KEEP_DONE = timedelta(days=30)


@dataclass(frozen=True)
class Context:
    """What a handler may use."""

    database: Database
    settings: Settings
    clock: Clock = now


Handler = Callable[[Context, Mapping[str, Any]], None]
Handlers = Mapping[str, Handler]


class PermanentFailure(RuntimeError):
    """Trying again would not help; the message goes to the stuck at once."""


def work(context: Context, handlers: Handlers, message_id: int) -> bool:
    """Do one message; False when it was not ours to do."""
    moment = context.clock()
    with context.database.writing(quiet=True) as db:
        message = services.claim(db, message_id, moment)
        if message is None:
            return False
        db.expunge(message)
    log = _log.bind(outbox=message.id, kind=message.kind, attempt=message.attempts)
    try:
        handlers[message.kind](context, message.payload)
    except PermanentFailure as error:
        log.error("job.stuck", reason=str(error))
        message.attempts = 1_000
        return _fail(context, message, str(error))
    except Exception as error:
        log.warning("job.failed", exc_info=error)
        return _fail(context, message, f"{type(error).__name__}: {error}")
    with context.database.writing(quiet=True) as db:
        services.finish(db, message, context.clock())
    return True


def _fail(context: Context, message: Any, reason: str) -> bool:
    with context.database.writing(quiet=True) as db:
        services.fail(db, message, context.clock(), reason)
    return True


def sweep(context: Context, handlers: Handlers) -> int:
    """Do everything that is due, whatever became of its wake-up; how many were done."""
    done = 0
    while True:
        with context.database.reading() as db:
            due = services.list_due(db, context.clock())
        worked = sum(work(context, handlers, message_id) for message_id in due)
        done += worked
        if not worked:
            return done


def plan_nightly(context: Context) -> None:
    """Put the night's chores in the outbox, once per night however many workers there are."""
    moment = context.clock()
    with context.database.writing(quiet=True) as db:
        services.forget_done(db, moment - KEEP_DONE)
        services.enqueue(
            db, "nightly", {}, moment, dedupe_key=f"nightly:{moment.date().isoformat()}"
        )


class _JsonMessages(Serializer):  # type: ignore[misc]
    """huey's messages as JSON, so that no pickle is ever read."""

    def _serialize(self, data: Any) -> bytes:
        if isinstance(data, Message):
            data = {"message": [data.id, data.name, _iso(data.eta), data.args]}
        return json.dumps(data).encode()

    def _deserialize(self, data: bytes) -> Any:
        read = json.loads(data)
        if isinstance(read, dict) and "message" in read:
            identity, name, eta, args = read["message"]
            return Message(
                identity,
                name,
                datetime.fromisoformat(eta) if eta else None,
                retries=0,
                retry_delay=0,
                args=tuple(args or ()),
                kwargs={},
            )
        return read


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


@dataclass(frozen=True)
class Queue:
    """The wake-up line between the web processes and the workers."""

    huey: Huey
    wake: Callable[[int], Any]


def make_queue(context: Context, handlers: Handlers) -> Queue:
    """huey on its own SQLite file, or on Redis when there is one."""
    settings = context.settings
    common: dict[str, Any] = {"serializer": _JsonMessages(), "results": False, "utc": True}
    if settings.redis_url:
        huey: Huey = RedisHuey("participation", url=settings.redis_url, **common)
    else:
        settings.var.mkdir(parents=True, exist_ok=True)
        huey = SqliteHuey("participation", filename=str(settings.var / "queue.sqlite3"), **common)

    @huey.task(name="wake")  # type: ignore[untyped-decorator]
    def wake(message_id: int) -> None:
        work(context, handlers, message_id)

    @huey.periodic_task(crontab(minute="*"), name="sweep")  # type: ignore[untyped-decorator]
    def every_minute() -> None:
        sweep(context, handlers)

    @huey.periodic_task(crontab(minute="10", hour="2"), name="night")  # type: ignore[untyped-decorator]
    def every_night() -> None:
        plan_nightly(context)

    return Queue(huey, wake)


def wake_after_commit(queue: Queue) -> Callable[[Session], None]:
    """The hook that tells a worker about the messages a commit has just made durable."""

    def tell(db: Session) -> None:
        for message_id in db.info.pop("outbox", ()):
            try:
                queue.wake(message_id)
            except Exception as error:  # the sweep will find it (F-5)
                _log.warning("queue.away", error=str(error))

    return tell
