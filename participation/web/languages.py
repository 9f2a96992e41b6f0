"""The language is part of the address: ``/ar/…``, ``/en/…``, ``/nl/…``; French is bare.

The prefix becomes WSGI's ``SCRIPT_NAME``, so routes are declared once and every ``url_for`` keeps
the reader's language by itself.
"""

from collections.abc import Callable, Iterable
from typing import Any

from participation.core.i18n import LANGUAGES, SOURCE, use_language

_PREFIXES = {f"/{code}": code for code in LANGUAGES if code != SOURCE}
ENVIRON_KEY = "participation.language"


class LanguagePrefix:
    """WSGI middleware: takes the prefix off and speaks that language for the request."""

    def __init__(self, app: Callable[..., Iterable[bytes]]) -> None:
        self.app = app

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        head = path[:3]
        code = SOURCE
        if head in _PREFIXES and (len(path) == 3 or path[3] == "/"):
            code = _PREFIXES[head]
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + head
            environ["PATH_INFO"] = path[3:] or "/"
        environ[ENVIRON_KEY] = code
        with use_language(code):
            return self.app(environ, start_response)


def localised_path(path: str, code: str) -> str:
    """An internal path in another language."""
    return path if code == SOURCE else f"/{code}{path}"
