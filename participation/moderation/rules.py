"""Grounds of refusal: the house rules, each with the words shown to the author."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from participation.core.i18n import gettext

FACTS_LENGTHS: Final = (40, 2000)
QUESTION_LENGTHS: Final = (10, 1000)
CORRECTION_LENGTHS: Final = (10, 500)
COMPLAINT_WINDOW: Final = timedelta(days=183)  # art. 20 DSA: six months at least
ALERT_AFTER: Final = timedelta(hours=48)  # D-16


class Ground(StrEnum):
    """Why something is not published. Criticism of the city is not among them (D-17)."""

    PERSONAL_DATA = "personal_data"
    INSULT = "insult"
    ILLEGAL = "illegal"
    ADVERTISING = "advertising"
    OFF_TOPIC = "off_topic"
    DUPLICATE = "duplicate"
    UNREADABLE = "unreadable"


def ground_label(ground: Ground) -> str:
    """The rule in the reader's language."""
    return {
        Ground.PERSONAL_DATA: gettext("Le message contient des données personnelles"),
        Ground.INSULT: gettext("Le message insulte ou vise une personne"),
        Ground.ILLEGAL: gettext("Le contenu est manifestement illicite"),
        Ground.ADVERTISING: gettext("Le message est une publicité"),
        Ground.OFF_TOPIC: gettext("Le sujet ne concerne pas la ville"),
        Ground.DUPLICATE: gettext("Le même message a déjà été envoyé"),
        Ground.UNREADABLE: gettext("Le message ne permet pas de comprendre la demande"),
    }[ground]
