"""Who acts: a frozen value that a door, a job or the command line makes and a service reads.

Code asks an actor for a *permission*, never for a role. A grant may be bound to an area, so
that several communes share one installation, each with its own team.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Permission(StrEnum):
    """What staff may do, named ``resource:verb``. Residents need none of these."""

    BACKOFFICE_ENTER = "backoffice:enter"
    CONTRIBUTION_READ = "contribution:read"
    CONTRIBUTION_MODERATE = "contribution:moderate"
    REFERRAL_CHANGE = "referral:change"
    RESPONSE_WRITE = "response:write"
    CITY_EDIT = "city:edit"
    RULES_EDIT = "rules:edit"
    PEOPLE_EDIT = "people:edit"
    MAIL_READ = "mail:read"
    AUDIT_READ = "audit:read"


class SeatRole(StrEnum):
    """A person's part in a governance body (Popolo: Membership.role)."""

    PRESIDENT = "president"
    SECRETARY = "secretary"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Grant:
    """One permission, everywhere (``area_id`` None) or within one commune."""

    permission: Permission
    area_id: int | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat in one body."""

    body_id: int
    role: SeatRole


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever asks: ``person_id`` None is an anonymous resident or the system itself."""

    person_id: int | None = None
    kind: str = "anonymous"
    name: str = ""
    grants: frozenset[Grant] = field(default_factory=frozenset)
    seats: frozenset[Seat] = field(default_factory=frozenset)
    pilots: frozenset[int] = field(default_factory=frozenset)

    def may(self, permission: Permission, area_id: int | None = None) -> bool:
        """Whether a grant covers ``permission`` in the commune ``area_id`` (None: city-wide)."""
        return any(
            grant.permission is permission and grant.area_id in (None, area_id)
            for grant in self.grants
        )

    def may_somewhere(self, permission: Permission) -> bool:
        """Whether the actor holds ``permission`` in at least one commune."""
        return any(grant.permission is permission for grant in self.grants)

    def areas_for(self, permission: Permission) -> frozenset[int] | None:
        """The communes where ``permission`` is held; None means everywhere."""
        areas = {g.area_id for g in self.grants if g.permission is permission}
        return None if None in areas else frozenset(a for a in areas if a is not None)

    def sits_on(self, body_id: int | None) -> bool:
        """Whether the actor holds any seat in the body."""
        return any(seat.body_id == body_id for seat in self.seats)

    def speaks_for(self, body_id: int | None) -> bool:
        """Whether the actor may answer in the body's name (president or secretary)."""
        speaking = (SeatRole.PRESIDENT, SeatRole.SECRETARY)
        return any(s.body_id == body_id and s.role in speaking for s in self.seats)


ANONYMOUS = Actor()
SYSTEM = Actor(kind="system", grants=frozenset(Grant(p) for p in Permission))
