"""A small city, and the cast who live and work in it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from participation.accounts.models import LoginSession, Person, RoleGrant
from participation.accounts.rules import Role
from participation.actions.models import Action, Mission, Policy
from participation.actions.rules import ActionKind, ActionStatus, Timeframe
from participation.contributions.models import Category, Question
from participation.contributions.rules import DataType
from participation.core.actor import Actor, Grant, Permission, Seat, SeatRole
from participation.core.text import fold_name, slugify
from participation.core.tokens import digest
from participation.governance.models import GovernanceBody, Membership
from participation.governance.rules import BodyKind, Openness
from participation.places.models import Area, AreaAlias, City, Street, TeamSeat
from participation.places.rules import AreaKind
from participation.referrals.models import ReferralRule


def square(south: float, west: float, side: float) -> dict[str, Any]:
    """A square polygon."""
    north, east = south + side, west + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "MultiPolygon", "coordinates": [[ring]]}


@dataclass
class Cast:
    """Ids and references of the small city, enough for most tests."""

    areas: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    categories: dict[str, int] = field(default_factory=dict)
    actions: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, int] = field(default_factory=dict)
    rules: dict[str, int] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """An actor as the composition root would make it."""
        return _ACTORS[name](self)

    def token(self, name: str) -> str:
        """The session token of a signed-in member of the cast."""
        return f"session-of-{name}"


_TEAM = (
    Permission.BACKOFFICE_ENTER,
    Permission.CONTRIBUTION_READ,
    Permission.CONTRIBUTION_MODERATE,
    Permission.REFERRAL_CHANGE,
    Permission.RESPONSE_WRITE,
)


def _person(cast: Cast, name: str, **extra: Any) -> Actor:
    return Actor(person_id=cast.people[name], kind="person", name=name, **extra)


_ENTER = frozenset({Grant(Permission.BACKOFFICE_ENTER)})
_ACTORS = {
    "resident": lambda c: _person(c, "resident"),
    "neighbour": lambda c: _person(c, "neighbour"),
    "administrator": lambda c: _person(
        c, "administrator", grants=frozenset(Grant(p) for p in Permission)
    ),
    "moderator": lambda c: _person(c, "moderator", grants=frozenset(Grant(p) for p in _TEAM)),
    "moderator_b": lambda c: _person(
        c, "moderator_b", grants=frozenset(Grant(p, c.areas["Bourg"]) for p in _TEAM)
    ),
    "pilot": lambda c: _person(
        c, "pilot", grants=_ENTER, pilots=frozenset({c.actions["A73"], c.actions["V01"]})
    ),
    "president": lambda c: _person(
        c,
        "president",
        grants=_ENTER,
        seats=frozenset({Seat(c.bodies["Conseil"], SeatRole.PRESIDENT)}),
    ),
    "member": lambda c: _person(
        c,
        "member",
        grants=_ENTER,
        seats=frozenset({Seat(c.bodies["Conseil"], SeatRole.MEMBER)}),
    ),
}
NAMES = tuple(_ACTORS)


def settle(db: Session, now: datetime) -> Cast:
    """Ville (two quarters) and Bourg (its own team), two missions, two bodies, four rules."""
    cast = Cast()
    db.add(
        City(id=1, name="Ville-sur-Test", contact_email="participation@ville.example",
             contact_phone="02 00 00 00 00", contact_address="1 place de la Mairie")
    )
    _areas(db, cast)
    for name in NAMES:
        person = Person(
            email=f"{name}@example.org",
            display_name=name.replace("_", " ").title(),
            created_at=now,
        )
        db.add(person)
        db.flush()
        cast.people[name] = person.id
        db.add(
            LoginSession(
                token_hash=digest(cast.token(name)),
                person_id=person.id,
                created_at=now,
                expires_at=now + timedelta(days=36_500),
            )
        )
    for name, role in (
        ("administrator", Role.ADMINISTRATOR),
        ("moderator", Role.MODERATOR),
        ("pilot", Role.STAFF),
        ("president", Role.STAFF),
        ("member", Role.STAFF),
    ):
        db.add(RoleGrant(person_id=cast.people[name], role=role))
    db.add(
        TeamSeat(
            person_id=cast.people["moderator_b"], area_id=cast.areas["Bourg"], role=Role.MODERATOR
        )
    )
    _bodies(db, cast)
    _categories(db, cast)
    _actions(db, cast)
    _rules(db, cast)
    return cast


def _areas(db: Session, cast: Cast) -> None:
    for name, kind, parent, (south, west, side) in (
        ("Ville", AreaKind.COMMUNE, None, (47.40, -0.60, 0.10)),
        ("Roseraie", AreaKind.QUARTIER, "Ville", (47.40, -0.60, 0.05)),
        ("Doutre", AreaKind.QUARTIER, "Ville", (47.45, -0.60, 0.05)),
        ("Bourg", AreaKind.COMMUNE, None, (47.40, -0.50, 0.05)),
        ("Voisine", AreaKind.NEIGHBOUR, None, (47.30, -0.60, 0.10)),
    ):
        area = Area(
            kind=kind,
            name=name,
            slug=slugify(name),
            parent_id=cast.areas[parent] if parent else None,
            contact="Mairie de Voisine, 02 99 99 99 99" if name == "Voisine" else "",
            geometry=square(south, west, side),
            centre_lat=south + side / 2,
            centre_lon=west + side / 2,
        )
        db.add(area)
        db.flush()
        db.add(AreaAlias(area_id=area.id, name=name, folded=fold_name(name)))
        cast.areas[name] = area.id
    db.add(
        Street(
            name="Rue de la Paix",
            folded=fold_name("Rue de la Paix"),
            area_id=cast.areas["Roseraie"],
            lat=47.42,
            lon=-0.57,
        )
    )


def _bodies(db: Session, cast: Cast) -> None:
    for name, kind, openness, area in (
        ("Comité", BodyKind.STEERING_COMMITTEE, Openness.INTERNAL, None),
        ("Conseil", BodyKind.NEIGHBOURHOOD_COUNCIL, Openness.OPEN, "Roseraie"),
    ):
        body = GovernanceBody(
            name=f"{name} de test",
            slug=slugify(f"{name} de test"),
            kind=kind,
            openness=openness,
            area_id=cast.areas[area] if area else None,
        )
        db.add(body)
        db.flush()
        cast.bodies[name] = body.id
    for name, role in (("president", SeatRole.PRESIDENT), ("member", SeatRole.MEMBER)):
        db.add(
            Membership(
                body_id=cast.bodies["Conseil"],
                person_id=cast.people[name],
                name=name.title(),
                role=role,
            )
        )
    db.flush()


def _categories(db: Session, cast: Cast) -> None:
    for position, (slug, name, kinds) in enumerate(
        (
            ("eclairage", "Éclairage public", ["report", "praise", "idea"]),
            ("proprete", "Propreté", ["report", "praise"]),
            ("amenagement", "Aménagement", ["idea"]),
        )
    ):
        category = Category(slug=slug, name=name, kinds=kinds, position=position, reply_days=10)
        db.add(category)
        db.flush()
        cast.categories[slug] = category.id
    db.add(
        Question(
            category_id=cast.categories["eclairage"],
            code="panne",
            prompt="Que voyez-vous ?",
            datatype=DataType.SINGLE,
            choices=[{"key": "off", "name": "Éteint"}, {"key": "blink", "name": "Clignote"}],
        )
    )


def _actions(db: Session, cast: Cast) -> None:
    policy = Policy(title="Territoire intelligent", slug="territoire-intelligent")
    db.add(policy)
    db.flush()
    mission = Mission(policy_id=policy.id, number="03", title="Éclairage public")
    db.add(mission)
    db.flush()
    for reference, title, kind, body, pilot, area in (
        ("A73", "Rénovation de l’éclairage, Roseraie", ActionKind.ACTION, "Conseil", "pilot",
         "Roseraie"),
        ("V01", "Entretien courant de l’éclairage", ActionKind.ACTIVITY, "Comité", "pilot", None),
        ("V02", "Propreté des rues", ActionKind.ACTIVITY, "Comité", None, None),
    ):
        action = Action(
            reference=reference,
            kind=kind,
            title=title,
            mission_id=mission.id,
            body_id=cast.bodies[body],
            pilot_id=cast.people[pilot] if pilot else None,
            department="Direction des espaces publics",
            area_id=cast.areas[area] if area else None,
            status=ActionStatus.RUNNING,
            timeframe=Timeframe.MEDIUM,
        )
        db.add(action)
        db.flush()
        cast.actions[reference] = action.id


def _rules(db: Session, cast: Cast) -> None:
    for position, (name, category, area, keyword, action) in enumerate(
        (
            ("broken", "eclairage", None, "panne, éteint, cassé, clignote", "V01"),
            ("roseraie", "eclairage", "Roseraie", "", "A73"),
            ("lighting", "eclairage", None, "", "V01"),
            ("clean", "proprete", None, "", "V02"),
        ),
        start=1,
    ):
        rule = ReferralRule(
            position=position,
            category_id=cast.categories[category],
            area_id=cast.areas[area] if area else None,
            keyword=keyword,
            action_id=cast.actions[action],
        )
        db.add(rule)
        db.flush()
        cast.rules[name] = rule.id
