"""Kinds, statuses, outcomes and the table of what may follow what."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from participation.core.errors import Invalid
from participation.core.geo import Point, box_around
from participation.core.i18n import gettext
from participation.core.text import clean_text, excerpt

TITLE_LENGTHS: Final = (5, 120)
TEXT_LENGTHS: Final = (10, 4000)
NAME_LENGTH: Final = 60
PLACE_LENGTH: Final = 200
ANSWER_LENGTH: Final = 300
RESPONSE_LENGTHS: Final = (40, 6000)


class Kind(StrEnum):
    """What a resident came to do."""

    REPORT = "report"
    IDEA = "idea"
    PRAISE = "praise"


class Status(StrEnum):
    """Where a contribution stands on its way."""

    RECEIVED = "received"
    NEEDS_INFO = "needs_info"
    PUBLISHED = "published"
    REFERRED = "referred"
    IN_PROGRESS = "in_progress"
    ANSWERED = "answered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What a response says was, or will be, done: different ends, counted apart."""

    DONE = "done"
    PLANNED = "planned"
    DONE_OTHERWISE = "done_otherwise"
    WILL_NOT_DO = "will_not_do"
    NOT_OURS = "not_ours"
    EXPLAINED = "explained"


class Stage(StrEnum):
    """The four signals of the map; None when the contribution is not public."""

    WAITING = "waiting"
    UNDER_WAY = "under_way"
    DONE = "done"
    NOT_DONE = "not_done"


PUBLIC: Final = frozenset({Status.PUBLISHED, Status.REFERRED, Status.IN_PROGRESS, Status.ANSWERED})
OPEN: Final = frozenset(
    {Status.RECEIVED, Status.NEEDS_INFO, Status.PUBLISHED, Status.REFERRED, Status.IN_PROGRESS}
)

TRANSITIONS: Final[Mapping[Status, frozenset[Status]]] = {
    Status.RECEIVED: frozenset(
        {Status.PUBLISHED, Status.REFUSED, Status.NEEDS_INFO, Status.WITHDRAWN}
    ),
    Status.NEEDS_INFO: frozenset(
        {Status.RECEIVED, Status.PUBLISHED, Status.REFUSED, Status.WITHDRAWN}
    ),
    Status.PUBLISHED: frozenset({Status.REFERRED, Status.REFUSED, Status.WITHDRAWN}),
    # Declining brings a referred contribution back to triage, that is: published.
    Status.REFERRED: frozenset(
        {Status.PUBLISHED, Status.IN_PROGRESS, Status.ANSWERED, Status.REFUSED, Status.WITHDRAWN}
    ),
    Status.IN_PROGRESS: frozenset(
        {Status.PUBLISHED, Status.REFERRED, Status.ANSWERED, Status.REFUSED}
    ),
    # A "no" to "is it solved for you?" sends it back to the action that answered.
    Status.ANSWERED: frozenset({Status.REFERRED, Status.REFUSED}),
    Status.REFUSED: frozenset({Status.PUBLISHED}),
    Status.WITHDRAWN: frozenset(),
}

_STAGE_OF_OUTCOME: Final[Mapping[Outcome, Stage]] = {
    Outcome.DONE: Stage.DONE,
    Outcome.DONE_OTHERWISE: Stage.DONE,
    Outcome.EXPLAINED: Stage.DONE,
    Outcome.PLANNED: Stage.UNDER_WAY,
    Outcome.WILL_NOT_DO: Stage.NOT_DONE,
    Outcome.NOT_OURS: Stage.NOT_DONE,
}


def can_become(now: Status, then: Status) -> bool:
    """Whether the table of transitions allows the step."""
    return then in TRANSITIONS[now]


def stage_of(status: Status, outcome: Outcome | None) -> Stage | None:
    """The map's signal for a status and the last response's outcome."""
    if status not in PUBLIC:
        return None
    if status is Status.ANSWERED and outcome is not None:
        return _STAGE_OF_OUTCOME[outcome]
    if status is Status.IN_PROGRESS:
        return Stage.UNDER_WAY
    return Stage.WAITING


def outcomes_for(kind: Kind) -> tuple[Outcome, ...]:
    """The outcomes a response to this kind may have."""
    if kind is Kind.PRAISE:
        return (Outcome.EXPLAINED,)
    return tuple(Outcome)


def asks_if_solved(kind: Kind, outcome: Outcome | None) -> bool:
    """Whether the author is asked "is it solved for you?" after such a response."""
    return kind is Kind.REPORT and outcome in (Outcome.DONE, Outcome.DONE_OTHERWISE)


class DataType(StrEnum):
    """Types of a category's extra questions (Open311 GeoReport v2 ``datatype``)."""

    STRING = "string"
    TEXT = "text"
    NUMBER = "number"
    DATETIME = "datetime"
    SINGLE = "singlevaluelist"
    MULTIPLE = "multivaluelist"


@dataclass(frozen=True, slots=True)
class Counted:
    """What the tallies and the map's summary count a contribution under."""

    area_id: int | None
    category_id: int
    kind: Kind
    stage: Stage | None
    lat: float | None = None
    lon: float | None = None


def kind_label(kind: Kind) -> str:
    """In the reader's language."""
    return {
        Kind.REPORT: gettext("Signalement"),
        Kind.IDEA: gettext("Idée"),
        Kind.PRAISE: gettext("Félicitation"),
    }[kind]


def stage_label(stage: Stage) -> str:
    """In the reader's language; always beside an icon, never colour alone (A-18)."""
    return {
        Stage.WAITING: gettext("En attente"),
        Stage.UNDER_WAY: gettext("En cours"),
        Stage.DONE: gettext("Fait"),
        Stage.NOT_DONE: gettext("Ne sera pas fait"),
    }[stage]


def status_label(status: Status) -> str:
    """In the reader's language."""
    return {
        Status.RECEIVED: gettext("Reçue, à relire"),
        Status.NEEDS_INFO: gettext("Question posée à l’auteur"),
        Status.PUBLISHED: gettext("Publiée, à transmettre"),
        Status.REFERRED: gettext("Transmise"),
        Status.IN_PROGRESS: gettext("En cours"),
        Status.ANSWERED: gettext("Répondue"),
        Status.REFUSED: gettext("Non publiée"),
        Status.WITHDRAWN: gettext("Retirée par son auteur"),
    }[status]


def outcome_label(outcome: Outcome) -> str:
    """In the reader's language."""
    return {
        Outcome.DONE: gettext("C’est fait"),
        Outcome.PLANNED: gettext("C’est prévu"),
        Outcome.DONE_OTHERWISE: gettext("Fait autrement"),
        Outcome.WILL_NOT_DO: gettext("Ne sera pas fait"),
        Outcome.NOT_OURS: gettext("Ne dépend pas de nous"),
        Outcome.EXPLAINED: gettext("Réponse donnée"),
    }[outcome]


# The map's one summary level: cells of this zoom (about 420 m across in France).
SUMMARY_ZOOM: Final = 15
MICRO: Final = 1_000_000
GRID_METRES: Final = 100


def title_of(text: str) -> str:
    """A title for a text sent without one: its first sentence, or as much as fits."""
    first = re.split(r"(?<=[.!?…])\s|\n", text.strip(), maxsplit=1)[0]
    return excerpt(first, TITLE_LENGTHS[1])


def on_grid(point: Point) -> Point:
    """The middle of the 100 m square a point lies in: near a dwelling, exact places stay private."""
    box = box_around(point, GRID_METRES / 2)
    height, width = box.north - box.south, box.east - box.west
    return Point(
        round((math.floor(point.lat / height) + 0.5) * height, 6),
        round((math.floor(point.lon / width) + 0.5) * width, 6),
    )


def clean_answer(
    datatype: DataType, choices: Mapping[str, str], is_required: bool, given: Sequence[str]
) -> Any:
    """One answer to a category's question, ready to be stored; None when not answered.

    :param choices: key → name of a list's values.
    :raises Invalid: a required answer is missing, or the value does not fit the type
        (Open311 GeoReport v2: ``number``, ``datetime``, ``singlevaluelist``, ``multivaluelist``).
    """
    values = [clean_text(value) for value in given]
    values = [value for value in values if value]
    if not values:
        if is_required:
            raise Invalid("", gettext("Répondez à cette question."))
        return None
    if datatype in (DataType.SINGLE, DataType.MULTIPLE):
        if any(value not in choices for value in values):
            raise Invalid("", gettext("Choisissez une des réponses proposées."))
        return values if datatype is DataType.MULTIPLE else values[0]
    value = values[0]
    if len(value) > ANSWER_LENGTH:
        raise Invalid("", gettext("Répondez en 300 caractères au plus."))
    if datatype is DataType.NUMBER:
        try:
            number = float(value.replace(" ", "").replace(",", "."))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise Invalid("", gettext("Écrivez un nombre, par exemple 12."))
        return int(number) if number.is_integer() else number
    if datatype is DataType.DATETIME:
        try:
            return datetime.fromisoformat(value).isoformat()
        except ValueError as error:
            raise Invalid("", gettext("Écrivez une date comme 2026-11-27.")) from error
    return value
