"""No change without a request from our own pages (S-7).

Everybody: ``Sec-Fetch-Site`` must say *same-origin*; a browser too old to send it must show our own
``Origin`` or ``Referer``. Signed-in people: a token bound to their session on top of that.
"""

from urllib.parse import urlsplit

from flask import Flask, Request, request
from flask_wtf.csrf import generate_csrf, validate_csrf
from wtforms.validators import ValidationError

from participation.core.errors import DomainError
from participation.web.identity import current_token

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD = "csrf_token"
# Browsers post policy reports without the page's origin rules; the route stores nothing.
_EXEMPT = frozenset({"csp_report"})


class ForeignRequest(DomainError):
    """A change asked for by somebody else's page, or by a form of an ended session."""


def init_app(app: Flask, base_url: str) -> None:
    """Guard every change."""

    @app.before_request
    def _guard() -> None:
        if request.method in _SAFE or request.endpoint in _EXEMPT:
            return
        if not comes_from_us(request, base_url):
            raise ForeignRequest("origin")
        if current_token() is not None:
            sent = request.headers.get("X-CSRF-Token") or request.form.get(FIELD, "")
            try:
                validate_csrf(sent, time_limit=None)
            except ValidationError as error:
                raise ForeignRequest("token") from error


def comes_from_us(asked: Request, base_url: str) -> bool:
    """Whether the browser says that one of our own pages sent the request."""
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    shown = asked.headers.get("Origin") or asked.headers.get("Referer", "")
    parts, ours = urlsplit(shown), urlsplit(base_url)
    return (parts.scheme, parts.netloc) == (ours.scheme, ours.netloc)


def csrf_token() -> str:
    """The token for a signed-in person's form; empty for everybody else."""
    if current_token() is None:
        return ""
    token: str = generate_csrf()
    return token
