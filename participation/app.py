"""The composition root: settings in, application out. Whatever is wired, is wired here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, g
from werkzeug.middleware.proxy_fix import ProxyFix

from participation import surfaces
from participation.accounts.queries import city_grants, person_of_session
from participation.actions.queries import actions_piloted_by
from participation.config import Settings, shipped
from participation.core import clock, i18n
from participation.core.actor import Actor
from participation.db.generation import Generation
from participation.db.session import Database
from participation.governance.queries import seats_of
from participation.jobs.tasks import Context, Handler, make_queue, wake_after_commit
from participation.moderation import tasks as moderation_tasks
from participation.notifications import tasks as notification_tasks
from participation.notifications.services import SEND
from participation.places.queries import team_grants
from participation.referrals import tasks as referral_tasks
from participation.contributions import tasks as contribution_tasks
from participation.web import (
    csrf,
    database,
    errors,
    headers,
    identity,
    limits,
    templating,
)
from participation.web.assets import serve_assets
from participation.web.languages import LanguagePrefix
from participation.web.pages import KEEP_HEADER, PageServer

# What the outbox can ask for, and who does it.
HANDLERS: Mapping[str, Handler] = {
    SEND: notification_tasks.send,
    "nightly": contribution_tasks.nightly,
    "tell:receipt": referral_tasks.tell_receipt,
    "tell:published": referral_tasks.tell_published,
    "tell:referred": referral_tasks.tell_referred,
    "tell:work": referral_tasks.tell_work,
    "tell:response": referral_tasks.tell_response,
    "tell:refused": moderation_tasks.tell_refused,
    "tell:corrected": moderation_tasks.tell_corrected,
    "tell:question": moderation_tasks.tell_question,
}
_FORM_BYTES = 40 * 1024 * 1024


@dataclass(frozen=True)
class House:
    """What a process needs besides Flask: the database with its follow-ups, and the queue."""

    settings: Settings
    database: Database
    generation: Generation


def open_house(settings: Settings) -> House:
    """Open the database and hook up what follows a commit."""
    i18n.load_catalogues(shipped("translations"))
    db = Database(settings.database_url)
    generation = Generation(settings.var / "run" / "generation")
    queue = make_queue(Context(db, settings), HANDLERS)
    db.after_commit.append(wake_after_commit(queue))
    db.after_change.append(lambda session: generation.bump())
    return House(settings, db, generation)


def create_app(settings: Settings, house: House | None = None, **config: Any) -> Flask:
    """The application, ready to be served.

    :param house: given by tests, which bring their own database.
    """
    house = house or open_house(settings)
    app = Flask(
        "participation", template_folder=str(shipped("templates")), static_folder=None
    )
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SETTINGS=settings,
        MAX_CONTENT_LENGTH=_FORM_BYTES,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        MAX_FORM_PARTS=400,
        WTF_CSRF_SECRET_KEY=settings.secret_key,
        **config,
    )
    cookie = identity.cookie_name(settings.base_url)
    app.config["COOKIE"] = cookie
    database.init_app(app, house.database)
    identity.init_app(app, key=settings.secret_key, cookie=cookie, load=load_actor)
    csrf.init_app(app, settings.base_url)
    limits.init_app(app, enabled=settings.rate_limits, storage=settings.redis_url)
    errors.init_app(app)
    templating.init_app(app, zone=settings.zone)
    headers.init_app(app, https=settings.base_url.startswith("https:"))
    _keep_pages(app)
    surfaces.mount(app)

    pages = PageServer(
        app.wsgi_app,
        generation=house.generation,
        cookie=cookie,
        seconds=settings.cache_seconds,
        entries=settings.cache_entries,
    )
    wsgi: Any = serve_assets(LanguagePrefix(pages))
    if settings.trusted_proxies:
        n = settings.trusted_proxies
        wsgi = ProxyFix(wsgi, x_for=n, x_proto=n)
    app.wsgi_app = wsgi  # type: ignore[method-assign]
    return app


def _keep_pages(app: Flask) -> None:
    @app.after_request
    def _mark(response: Response) -> Response:
        if g.pop("keep_page", False) and response.status_code == 200:
            response.headers[KEEP_HEADER] = "1"
        return response


def load_actor(token: str) -> Actor | None:
    """Who holds a session token, and what they may do: city roles, communes, seats, actions."""
    db = database.reading()
    moment = clock.now()
    person = person_of_session(db, token, moment)
    if person is None:
        return None
    return Actor(
        person_id=person.id,
        kind="person",
        name=person.display_name,
        grants=city_grants(db, person.id) | team_grants(db, person.id),
        seats=seats_of(db, person.id, moment.date()),
        pilots=actions_piloted_by(db, person.id),
    )
