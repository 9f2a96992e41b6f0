"""Built files: their hashed names from the manifest, served with precompressed twins."""

import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from whitenoise import WhiteNoise

from participation.config import shipped
from participation.web.headers import COMMON, FILE_POLICY

_PREFIX = "/static/"


@lru_cache(maxsize=1)
def _manifest() -> dict[str, str]:
    path = shipped("static", "dist", "manifest.json")
    if not path.exists():
        raise RuntimeError("static/dist is not built: run `make assets`")
    names: dict[str, str] = json.loads(path.read_text())
    return names


def asset(name: str) -> str:
    """The address of a built file: ``asset("site.css")`` → ``/static/site-3f2a….css``."""
    return _PREFIX + _manifest()[name]


def serve_assets(app: Callable[..., Iterable[bytes]]) -> WhiteNoise:
    """Serve ``static/dist`` (and nothing else of ``static``) before the application."""

    def add_headers(headers: Any, path: str, url: str) -> None:
        for name, value in COMMON.items():
            headers[name] = value
        headers["Content-Security-Policy"] = FILE_POLICY

    return WhiteNoise(
        app,
        root=shipped("static", "dist"),
        prefix=_PREFIX,
        max_age=31_536_000,
        immutable_file_test=lambda path, url: True,
        allow_all_origins=False,
        add_headers_function=add_headers,
    )
