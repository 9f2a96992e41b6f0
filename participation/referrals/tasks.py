"""Telling people: mails written when the outbox says so, each person once, in their language."""

from collections.abc import Mapping
from typing import Any

from participation.jobs.tasks import Context


def tell_receipt(context: Context, payload: Mapping[str, Any]) -> None:
    """The acknowledgement of receipt (CRPA L.112-11; G-20)."""


def tell_published(context: Context, payload: Mapping[str, Any]) -> None:
    """It is public, and waits in triage."""


def tell_referred(context: Context, payload: Mapping[str, Any]) -> None:
    """It went to this action, before this body, answer due then."""


def tell_work(context: Context, payload: Mapping[str, Any]) -> None:
    """Work has begun."""


def tell_response(context: Context, payload: Mapping[str, Any]) -> None:
    """The answer, to everybody concerned."""
