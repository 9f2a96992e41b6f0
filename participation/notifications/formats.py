"""Mails as text, as HTML and as MIME.

A template is one text file: its first line is the subject, a line that is only an address becomes
a button in the HTML twin. One source, so that the two never disagree.
"""

import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from participation.config import shipped
from participation.core import i18n
from participation.core.text import clean_line
from participation.notifications.models import Mail

_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A mail's words."""

    subject: str
    text: str
    html: str


@lru_cache(maxsize=2)
def _environment(*, escape: bool) -> Environment:
    env = Environment(
        loader=FileSystemLoader(shipped("templates")),
        autoescape=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.globals.update(_=i18n.gettext, language=i18n.current)
    env.filters.update(
        date=i18n.format_date, day=i18n.format_day, number=i18n.format_number
    )
    return env


def render(template: str, language: str, context: dict[str, Any]) -> Rendered:
    """A mail in one language.

    :param template: a ``.txt`` under ``templates/``; every value is data, never a template.
    """
    with i18n.use_language(language):
        source = _environment(escape=False).get_template(template).render(context)
        subject, _sep, body = source.strip().partition("\n")
        text = re.sub(r"\n{3,}", "\n\n", body.strip()) + "\n"
        blocks = [
            [(line, bool(_ADDRESS.fullmatch(line))) for line in block.split("\n")]
            for block in text.strip().split("\n\n")
        ]
        html = (
            _environment(escape=True)
            .get_template("notifications/email/layout.html")
            .render(subject=subject, blocks=blocks)
        )
    return Rendered(clean_line(subject)[:200], text, html)


def to_message(mail: Mail, sender: str, host: str) -> EmailMessage:
    """The MIME message, plain text first and HTML beside it; headers cannot be injected (S-27)."""
    message = EmailMessage(policy=SMTP.clone(max_line_length=200))
    message["Message-ID"] = f"<{mail.message_id}@{host}>"
    message["Date"] = mail.created_at
    message["From"] = Address(addr_spec=sender)
    message["To"] = Address(addr_spec=mail.to_address)
    message["Subject"] = clean_line(mail.subject)
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = mail.language
    if mail.unsubscribe_url:
        message["List-Unsubscribe"] = f"<{mail.unsubscribe_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(mail.text_body)
    message.add_alternative(mail.html_body, subtype="html")
    return message
