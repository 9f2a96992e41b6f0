"""How often one may ask. Keys are addresses, a /64 for IPv6; pages fail open, secrets fail closed."""

from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, TypeVar

from flask import Flask, request
from flask_limiter import Limiter

_F = TypeVar("_F", bound=Callable[..., Any])


def client_key() -> str:
    """The asker's network address, as far as the configured proxies can be trusted (S-29)."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return str(address)


_limiter = Limiter(key_func=client_key, default_limits=[], swallow_errors=True)


def init_app(app: Flask, *, enabled: bool, storage: str | None) -> None:
    """Count in memory, or in Redis when there are several processes or machines."""
    app.config["RATELIMIT_ENABLED"] = enabled
    app.config["RATELIMIT_STORAGE_URI"] = storage or "memory://"
    app.config["RATELIMIT_IN_MEMORY_FALLBACK_ENABLED"] = storage is not None
    app.config["RATELIMIT_HEADERS_ENABLED"] = False
    _limiter.init_app(app)


def limited(rule: str) -> Callable[[_F], _F]:
    """Limit a view's POSTs: ``@limited("5 per minute; 40 per day")``."""
    return _limiter.limit(rule, methods=["POST"])  # type: ignore[no-any-return]
