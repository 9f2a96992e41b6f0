"""Writing mails and sending them."""

import smtplib
import ssl
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from participation.config import Settings
from participation.core.tokens import new_token
from participation.jobs.services import enqueue
from participation.notifications.formats import render, to_message
from participation.notifications.models import Mail

SEND = "mail:send"
_TIMEOUT = 30


def queue_mail(
    db: Session,
    template: str,
    to: str,
    language: str,
    context: dict[str, Any],
    at: datetime,
    *,
    contribution_id: int | None = None,
    unsubscribe_url: str | None = None,
    dedupe_key: str | None = None,
) -> None:
    """Write a mail and its outbox row in the transaction under way.

    :param dedupe_key: the same key is written once, so a task run twice tells nobody twice (R-4).
    """
    message_id = dedupe_key or new_token()
    if dedupe_key and db.scalar(select(Mail.id).where(Mail.message_id == message_id)):
        return
    rendered = render(template, language, context)
    mail = Mail(
        purpose=template.rsplit("/", 1)[-1].removesuffix(".txt"),
        to_address=to,
        language=language,
        subject=rendered.subject,
        text_body=rendered.text,
        html_body=rendered.html,
        unsubscribe_url=unsubscribe_url,
        message_id=message_id,
        contribution_id=contribution_id,
        created_at=at,
    )
    db.add(mail)
    db.flush()
    enqueue(db, SEND, {"mail": mail.id}, at, dedupe_key=f"mail:{mail.id}")


class AddressRefused(RuntimeError):
    """The server says that this mailbox does not exist (SMTP 5.1.x): no use trying again."""


def deliver(mail: Mail, settings: Settings) -> None:
    """Hand one mail to the SMTP server, or write it under ``var/mail`` when there is none.

    :raises AddressRefused: permanent.
    :raises OSError, smtplib.SMTPException: temporary.
    """
    host = urlsplit(settings.base_url).hostname or "localhost"
    message = to_message(mail, settings.mail_from, host)
    if settings.smtp_url is None:
        folder = settings.mail_folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{mail.id:08d}-{mail.purpose}.eml").write_bytes(message.as_bytes())
        return
    try:
        with _connect(settings.smtp_url) as server:
            server.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        if code >= 500:
            raise AddressRefused(f"{code} {words.decode('utf-8', 'replace')}") from error
        raise


def _connect(url: str) -> smtplib.SMTP:
    """``smtp://``, ``smtp+starttls://`` or ``smtps://``, with user and password in the address."""
    parts = urlsplit(url)
    host = parts.hostname or "localhost"
    if parts.scheme == "smtps":
        context = ssl.create_default_context()
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, parts.port or 465, timeout=_TIMEOUT, context=context
        )
    else:
        server = smtplib.SMTP(host, parts.port or 25, timeout=_TIMEOUT)
        if parts.scheme == "smtp+starttls":
            server.starttls(context=ssl.create_default_context())
    if parts.username:
        server.login(unquote(parts.username), unquote(parts.password or ""))
    return server


def mark_sent(db: Session, mail_id: int, at: datetime) -> None:
    """The server took it."""
    db.execute(update(Mail).where(Mail.id == mail_id).values(sent_at=at, last_error=None))


def mark_failed(db: Session, mail_id: int, at: datetime, reason: str) -> None:
    """It will never arrive."""
    db.execute(update(Mail).where(Mail.id == mail_id).values(failed_at=at, last_error=reason))


def forget_bodies(db: Session, before: datetime) -> int:
    """Erase the words of mails sent before an instant, keeping their status; how many."""
    result = db.execute(
        update(Mail)
        .where(Mail.sent_at < before, Mail.text_body != "")
        .values(text_body="", html_body="", unsubscribe_url=None)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]
