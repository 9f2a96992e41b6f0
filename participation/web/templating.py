"""Templates: what every page may call, and nothing that can turn text into markup unasked."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from flask import Flask, g, request
from flask import render_template as _render
from jinja2 import StrictUndefined
from markupsafe import Markup

from participation.core import i18n
from participation.core.clock import local_time
from participation.core.text import direction, excerpt
from participation.web import csrf, slots
from participation.web.assets import asset
from participation.web.identity import current_actor
from participation.web.languages import localised_path
from participation.web.markup import prose


def init_app(app: Flask, *, zone: str) -> None:
    """Give the templates their vocabulary."""
    env = app.jinja_env
    env.undefined = StrictUndefined
    env.trim_blocks = True
    env.lstrip_blocks = True
    env.policies["ext.i18n.trimmed"] = True
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(  # type: ignore[attr-defined]
        _gettext, _ngettext, newstyle=False
    )
    env.globals.update(
        _=_translate,
        ngettext=_translate_plural,
        asset=asset,
        icon=icon,
        actor=current_actor,
        csrf_token=csrf.csrf_token,
        nonce=slots.NONCE,
        submission_id=slots.SUBMISSION,
        languages=i18n.LANGUAGES,
        language=i18n.current,
        own=own_text,
        other_language=_other_language,
        as_date=i18n.format_date,
    )
    env.filters.update(
        date=i18n.format_date,
        day=i18n.format_day,
        number=i18n.format_number,
        money=i18n.format_money,
        metres=i18n.format_distance,
        excerpt=excerpt,
        dir=direction,
        prose=prose,
        local=lambda instant: local_time(instant, zone),
        moment=lambda instant: i18n.format_datetime(local_time(instant, zone)),
        iso=_iso,
    )


def _gettext(message: str) -> str:
    return i18n.gettext(message)


def _ngettext(one: str, many: str, n: int) -> str:
    return i18n.ngettext(one, many, n)


def _translate(message: str, **values: Any) -> str:
    """Values are escaped unless they are markup already; messages are ours."""
    if not values:
        return i18n.gettext(message)
    return Markup(i18n.gettext(message)) % values  # noqa: S704 - catalogue text, values escaped


def _translate_plural(one: str, many: str, n: int, **values: Any) -> str:
    return i18n.ngettext(one, many, n, **values)


def _iso(value: date | datetime) -> str:
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value.isoformat()


@lru_cache(maxsize=256)
def icon(name: str, size: int = 20) -> Markup:
    """A drawing from the sprite; always beside a word, so hidden from screen readers."""
    address = asset("icons.svg")
    return Markup(  # noqa: S704 - constants of ours
        f'<svg class="icon icon-{name}" width="{size}" height="{size}" aria-hidden="true" '
        f'focusable="false"><use href="{address}#{name}"></use></svg>'
    )


def own_text(thing: Any, field: str) -> str:
    """A city's own text in the reader's language, else as it was written."""
    translations = thing.translations
    if translations:
        text = translations.get(i18n.current().code, {}).get(field)
        if text:
            return str(text)
    return str(getattr(thing, field))


def _other_language(code: str) -> str:
    """This same page in another language."""
    query = request.query_string.decode("utf-8", "replace")
    path = localised_path(request.path, code)
    return f"{path}?{query}" if query and request.method == "GET" else path


def render(template: str, /, **values: Any) -> str:
    """Render a page."""
    return _render(template, **values)


def keep_page() -> None:
    """Say that this answer is the same for every anonymous reader and may be kept."""
    g.keep_page = True
