"""Kinds, statuses and timeframes of actions."""

from enum import StrEnum

from participation.core.i18n import gettext


class ActionKind(StrEnum):
    """A project with an end, or standing work without one."""

    ACTION = "action"
    ACTIVITY = "activity"


class ActionStatus(StrEnum):
    """Where an action stands."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    ABANDONED = "abandoned"


class Timeframe(StrEnum):
    """The policy's three horizons."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


# Contributions may be referred to an action only while somebody works, or will work, on it.
ACCEPTING = frozenset({ActionStatus.PLANNED, ActionStatus.RUNNING, ActionStatus.PAUSED})


def kind_label(kind: ActionKind) -> str:
    """In the reader's language."""
    return {
        ActionKind.ACTION: gettext("Action"),
        ActionKind.ACTIVITY: gettext("Activité courante"),
    }[kind]


def status_label(status: ActionStatus) -> str:
    """In the reader's language."""
    return {
        ActionStatus.PLANNED: gettext("Prévue"),
        ActionStatus.RUNNING: gettext("En cours"),
        ActionStatus.PAUSED: gettext("En pause"),
        ActionStatus.DONE: gettext("Terminée"),
        ActionStatus.ABANDONED: gettext("Abandonnée"),
    }[status]


def timeframe_label(timeframe: Timeframe) -> str:
    """In the reader's language."""
    return {
        Timeframe.SHORT: gettext("Court terme"),
        Timeframe.MEDIUM: gettext("Moyen terme"),
        Timeframe.LONG: gettext("Long terme"),
    }[timeframe]
