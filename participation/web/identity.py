"""Who is asking. The only module that knows flask-login.

The cookie holds a random token; the session itself is a row (``accounts.LoginSession``) that exists
from sign-in on. Anonymous people have no cookie at all. The user loader is handed over by the
composition root, because people live in a feature and this package stands below it.
"""

from collections.abc import Callable
from typing import Any

from flask import Flask, Request, Response, g, session
from flask.sessions import SessionInterface, SessionMixin
from flask_login import LoginManager, UserMixin, current_user

from participation.core.actor import ANONYMOUS, Actor
from participation.core.errors import NotAllowed
from participation.core.tokens import derived_token

_TOKEN = "_user_id"  # noqa: S105 - flask-login's own key
Loader = Callable[[str], Actor | None]


class SignedIn(UserMixin):
    """What flask-login carries about: an actor and the token that opened the session."""

    def __init__(self, token: str, actor: Actor) -> None:
        self.id = token
        self.actor = actor


class _Session(dict[str, Any], SessionMixin):
    """Read from the cookie, never written back: signing in and out set the cookie themselves."""

    accessed = False
    modified = False


class _CookieSession(SessionInterface):
    def __init__(self, cookie: str, key: str) -> None:
        self.cookie = cookie
        self.key = key

    def open_session(self, app: Flask, request: Request) -> _Session:
        token = request.cookies.get(self.cookie)
        if not token:
            return _Session()
        # flask-wtf signs and times this value; it is bound to the session and not stored.
        return _Session({_TOKEN: token, "csrf_token": derived_token(self.key, "csrf", token)})

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        return


def cookie_name(base_url: str) -> str:
    """``__Host-`` wherever a browser accepts it: https, and loopback, which counts as secure."""
    return "__Host-participation"


def init_app(app: Flask, *, key: str, cookie: str, load: Loader) -> None:
    """Install sessions and the user loader."""
    app.session_interface = _CookieSession(cookie, key)
    manager = LoginManager(app)
    manager.session_protection = None  # our sessions are server-side rows already

    @manager.user_loader
    def _load(token: str) -> SignedIn | None:
        actor = load(token)
        return SignedIn(token, actor) if actor else None


def current_actor() -> Actor:
    """The person signed in, or the anonymous resident."""
    if "actor" not in g:
        g.actor = current_user.actor if session and current_user.is_authenticated else ANONYMOUS
    actor: Actor = g.actor
    return actor


def current_token() -> str | None:
    """The session's token, when somebody is signed in."""
    return current_user.id if session and current_user.is_authenticated else None


def require_sign_in() -> None:
    """Stop here unless somebody is signed in.

    :raises NotAllowed: translated into the sign-in page, which keeps what was typed.
    """
    if current_actor().person_id is None:
        raise NotAllowed


def set_cookie(response: Response, cookie: str, token: str, seconds: int) -> None:
    """Sign in: a new token each time (S-6)."""
    response.set_cookie(
        cookie, token, max_age=seconds, secure=True, httponly=True, samesite="Lax", path="/"
    )


def clear_cookie(response: Response, cookie: str) -> None:
    """Sign out."""
    response.set_cookie(
        cookie, "", max_age=0, secure=True, httponly=True, samesite="Lax", path="/"
    )
