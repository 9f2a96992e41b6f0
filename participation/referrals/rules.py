"""The choice: which action a contribution is referred to, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from participation.contributions.rules import Kind
from participation.core.text import terms


class Closure(StrEnum):
    """How a referral ended."""

    ANSWERED = "answered"
    DECLINED = "declined"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules may look at.

    ``areas`` holds the contribution's area and every area around it, so that a rule for a commune
    covers its neighbourhoods. ``words`` are search stems of its title and text.
    """

    kind: Kind
    category_id: int
    areas: frozenset[int]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. None (or no words) accepts anything; any one of ``words`` is enough."""

    id: int
    kind: Kind | None
    category_id: int | None
    area_id: int | None
    words: frozenset[str]
    action_id: int

    def accepts(self, facts: Facts) -> bool:
        """Whether every condition of the rule holds."""
        return (
            (self.kind is None or self.kind is facts.kind)
            and (self.category_id is None or self.category_id == facts.category_id)
            and (self.area_id is None or self.area_id in facts.areas)
            and (not self.words or not self.words.isdisjoint(facts.words))
        )

    def covers(self, other: "Rule", around: frozenset[int]) -> bool:
        """Whether everything ``other`` accepts, this rule accepts too.

        :param around: the areas that contain ``other``'s area, itself included.
        """
        return (
            (self.kind is None or self.kind is other.kind)
            and (self.category_id is None or self.category_id == other.category_id)
            and (self.area_id is None or self.area_id in around)
            and (not self.words or (bool(other.words) and other.words <= self.words))
        )


def first_match(facts: Facts, rules: Sequence[Rule]) -> Rule | None:
    """The first rule, in the city's order, that accepts the facts; None sends it to triage."""
    for rule in rules:
        if rule.accepts(facts):
            return rule
    return None


def never_winning(
    rules: Sequence[Rule], around: dict[int, frozenset[int]]
) -> dict[int, int]:
    """Rules that can never win, each with the id of an earlier rule that always wins before it.

    :param around: for each area, the areas that contain it, itself included.
    """
    shadowed: dict[int, int] = {}
    for index, rule in enumerate(rules):
        areas = around.get(rule.area_id, frozenset()) if rule.area_id else frozenset()
        for earlier in rules[:index]:
            if earlier.covers(rule, areas):
                shadowed[rule.id] = earlier.id
                break
    return shadowed


def keyword_stems(typed: str) -> frozenset[str]:
    """The stems of a rule's words: ``lampadaire, éclairage`` → both, whatever their ending."""
    return frozenset(terms(typed))
