"""Settings: frozen, read once from the environment; and where the shipped files are.

Every variable is ``PARTICIPATION_…``; the README lists them. The ``var`` folder holds what must
survive (database, photographs, mails when there is no SMTP server, the secret key).
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

_PACKAGE = Path(__file__).parent


class SettingsError(ValueError):
    """A setting is missing or impossible; the message says which and what to write."""


def shipped(*parts: str) -> Path:
    """A file that comes with the program: beside the package in a checkout, inside it in a wheel."""
    inside = _PACKAGE / "_shipped"
    root = inside if inside.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)


@dataclass(frozen=True)
class Settings:
    """Everything an operator may decide."""

    var: Path
    base_url: str
    secret_key: str = field(repr=False)
    database_url: str = field(repr=False)
    redis_url: str | None = field(default=None, repr=False)
    smtp_url: str | None = field(default=None, repr=False)
    mail_from: str = "participation@localhost"
    geocoder_url: str | None = None
    trusted_proxies: int = 0
    rate_limits: bool = True
    upload_bytes: int = 12 * 1024 * 1024
    cache_seconds: int = 30
    cache_entries: int = 4000
    zone: str = "Europe/Paris"

    @classmethod
    def from_environment(cls, env: Mapping[str, str] | None = None) -> "Settings":
        """Read the environment.

        :raises SettingsError: a value cannot be used.
        """
        env = os.environ if env is None else env

        def get(name: str, default: str = "") -> str:
            return env.get(f"PARTICIPATION_{name}", default).strip()

        var = Path(get("VAR", "var")).absolute()
        port = env.get("PORT", "8000")
        base_url = get("BASE_URL", f"http://127.0.0.1:{port}").rstrip("/")
        check_base_url(base_url)
        return cls(
            var=var,
            base_url=base_url,
            secret_key=get("SECRET_KEY") or _kept_secret(var),
            database_url=get("DATABASE_URL") or f"sqlite:///{var / 'participation.sqlite3'}",
            redis_url=get("REDIS_URL") or None,
            smtp_url=get("SMTP_URL") or None,
            mail_from=get("MAIL_FROM", "participation@localhost"),
            geocoder_url=get("GEOCODER_URL") or None,
            trusted_proxies=_whole(get("TRUSTED_PROXIES", "0"), "TRUSTED_PROXIES"),
            rate_limits=get("RATE_LIMITS", "on") != "off",
            upload_bytes=_whole(get("UPLOAD_MB", "12"), "UPLOAD_MB") * 1024 * 1024,
            zone=get("ZONE", "Europe/Paris"),
            cache_seconds=_whole(get("CACHE_SECONDS", "30"), "CACHE_SECONDS"),
        )

    @property
    def is_local(self) -> bool:
        """Whether the site is only served on this machine's own loopback."""
        return is_loopback(urlsplit(self.base_url).hostname or "")

    @property
    def media(self) -> Path:
        return self.var / "media"

    @property
    def mail_folder(self) -> Path:
        return self.var / "mail"


def check_base_url(base_url: str) -> None:
    """A public site is served over https; plain http is for this machine's loopback only."""
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path:
        raise SettingsError(
            "PARTICIPATION_BASE_URL must look like https://participation.example.org"
        )
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise SettingsError(
            "PARTICIPATION_BASE_URL must be https: over plain http, browsers drop the sign-in cookie"
        )


def is_loopback(host: str) -> bool:
    """Whether a host name is this machine's loopback."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _kept_secret(var: Path) -> str:
    """The installation's own key, made at the first start and readable by its owner only (S-37)."""
    path = var / "secret_key"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    return path.read_text().strip()


def _whole(value: str, name: str) -> int:
    try:
        number = int(value)
    except ValueError:
        number = -1
    if number < 0:
        raise SettingsError(f"PARTICIPATION_{name} must be a whole number, not {value!r}")
    return number
