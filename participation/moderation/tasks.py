"""Telling authors what was decided about their words."""

from collections.abc import Mapping
from typing import Any

from participation.jobs.tasks import Context


def tell_refused(context: Context, payload: Mapping[str, Any]) -> None:
    """The statement of reasons."""


def tell_corrected(context: Context, payload: Mapping[str, Any]) -> None:
    """Their text was corrected, and why."""


def tell_question(context: Context, payload: Mapping[str, Any]) -> None:
    """The team asks something."""
