"""Failures in the house's look: what happened, what to do, and a number to quote."""

import secrets
from typing import Any

import structlog
from flask import Flask, Response, current_app, g, make_response, render_template, request
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from participation.core.errors import DomainError, Invalid, NotAllowed, NotFound, NotNow
from participation.core.i18n import gettext as _
from participation.db.session import is_busy
from participation.web.csrf import ForeignRequest
from participation.web.identity import current_actor

_log = structlog.get_logger()
_HIDDEN = frozenset({"csrf_token", "password"})
_LONGEST_KEPT = 20_000


def init_app(app: Flask) -> None:
    """Translate every failure once."""
    app.register_error_handler(DomainError, _domain)
    app.register_error_handler(OperationalError, _database)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _domain(error: DomainError) -> Response:
    if isinstance(error, NotFound):
        return failure(404)
    if isinstance(error, NotAllowed):
        if current_actor().person_id is None:
            return sign_in_needed()
        return failure(403)
    if isinstance(error, ForeignRequest):
        # Either an attack or a form left open while the session ended: give the words back.
        return failure(403, reason="stale", kept=kept_fields())
    if isinstance(error, NotNow):
        return failure(409, message=error.message)
    if isinstance(error, Invalid):
        return failure(422, message=error.message)
    return failure(400)


def _database(error: OperationalError) -> Response:
    if not is_busy(error):
        return _unexpected(error)
    _log.warning("database.busy", path=request.path)
    response = failure(503, kept=kept_fields())
    response.headers["Retry-After"] = "5"
    return response


def _http(error: HTTPException) -> Response:
    code = error.code or 500
    if code < 400:
        return make_response(error.get_response())
    response = failure(code)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _unexpected(error: Exception) -> Response:
    incident = secrets.token_hex(4)
    _log.error("request.failed", incident=incident, path=request.path, exc_info=error)
    if current_app.config.get("PROPAGATE"):
        raise error
    return failure(500, incident=incident)


def failure(code: int, **details: Any) -> Response:
    """An error page with its status."""
    g.failed = code
    known = {400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503}
    page = render_template(
        "web/error.html", code=code if code in known else (400 if code < 500 else 500), **details
    )
    return make_response(page, code)


def sign_in_needed() -> Response:
    """The sign-in page in place of the one asked for, carrying what was typed."""
    page = render_template(
        "accounts/public/sign_in.html",
        form=None,
        next_path=request.full_path if request.method == "GET" else request.path,
        kept=kept_fields(),
        notice=_("Votre session est terminée ou vous n’êtes pas connecté.")
        if request.method == "POST"
        else "",
    )
    return make_response(page, 401)


def kept_fields() -> list[tuple[str, str]]:
    """What was typed in a form that could not be taken, so that nothing is lost."""
    if request.method != "POST":
        return []
    return [
        (name, value[:_LONGEST_KEPT])
        for name, value in request.form.items(multi=True)
        if name not in _HIDDEN and value.strip()
    ][:40]
