"""Kinds of body, and what their word is."""

from datetime import date
from enum import StrEnum

from participation.core.i18n import gettext


class BodyKind(StrEnum):
    """The five kinds of the French steering practice."""

    STEERING_COMMITTEE = "steering_committee"
    ENLARGED_STEERING_COMMITTEE = "enlarged_steering_committee"
    THEMATIC_COMMISSION = "thematic_commission"
    NEIGHBOURHOOD_COUNCIL = "neighbourhood_council"
    WORKING_GROUP = "working_group"


class Openness(StrEnum):
    """Whether residents may sit on it."""

    INTERNAL = "internal"
    OPEN = "open"


class Word(StrEnum):
    """What a body gives: an opinion, an arbitration, or a deliberation."""

    OPINION = "opinion"
    ARBITRATION = "arbitration"
    DELIBERATION = "deliberation"


def word_of(kind: BodyKind) -> Word:
    """A committee arbitrates; commissions, councils and groups give an opinion."""
    committees = (BodyKind.STEERING_COMMITTEE, BodyKind.ENLARGED_STEERING_COMMITTEE)
    return Word.ARBITRATION if kind in committees else Word.OPINION


def kind_label(kind: BodyKind) -> str:
    """The kind in the reader's language."""
    return {
        BodyKind.STEERING_COMMITTEE: gettext("Comité de pilotage"),
        BodyKind.ENLARGED_STEERING_COMMITTEE: gettext("Comité de pilotage élargi"),
        BodyKind.THEMATIC_COMMISSION: gettext("Commission thématique"),
        BodyKind.NEIGHBOURHOOD_COUNCIL: gettext("Conseil de quartier"),
        BodyKind.WORKING_GROUP: gettext("Groupe de travail"),
    }[kind]


def openness_label(openness: Openness) -> str:
    """In the reader's language."""
    return {
        Openness.INTERNAL: gettext("Interne"),
        Openness.OPEN: gettext("Ouverte aux habitants"),
    }[openness]


def word_label(word: Word) -> str:
    """In the reader's language."""
    return {
        Word.OPINION: gettext("avis"),
        Word.ARBITRATION: gettext("arbitrage"),
        Word.DELIBERATION: gettext("délibération"),
    }[word]


def sits_on(day: date, since: date | None, until: date | None) -> bool:
    """Whether a dated membership holds on ``day`` (both ends included)."""
    return (since is None or since <= day) and (until is None or day <= until)
