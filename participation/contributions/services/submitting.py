"""A resident's word comes in: checked, placed, counted later, acknowledged now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from participation.accounts.rules import normalise_email
from participation.audit.rules import Tag
from participation.audit.services import record
from participation.contributions.models import (
    Answer,
    Category,
    Contact,
    Contribution,
    ContributionPhoto,
    Power,
)
from participation.contributions.rules import (
    NAME_LENGTH,
    PLACE_LENGTH,
    TEXT_LENGTHS,
    TITLE_LENGTHS,
    Kind,
    Status,
    clean_answer,
    on_grid,
    title_of,
)
from participation.core.actor import Actor
from participation.core.clock import add_working_days, local_date
from participation.core.errors import Invalid
from participation.core.geo import Point, morton
from participation.core.i18n import format_number
from participation.core.i18n import gettext as _
from participation.core.tokens import derived_token, digest, new_reference
from participation.media.models import Photo
from participation.places.queries import geography
from participation.places.rules import AreaKind, Geography, Location

M = TypeVar("M", bound=Contribution)
_dice = Random()  # noqa: S311 - only spreads shuffled lists


@dataclass(frozen=True, slots=True)
class PhotoDraft:
    """A photograph already re-encoded and on disk, with the author's words for it."""

    sha256: str
    width: int
    height: int
    size: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form, the API or an import hands over; nothing in it is trusted yet."""

    kind: Kind
    submission_id: str
    text: str
    category_id: int
    title: str = ""
    language: str = "fr"
    point: Point | None = None
    area_id: int | None = None
    place: str = ""
    author_name: str = ""
    email: str = ""
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    photos: Sequence[PhotoDraft] = ()
    channel: str = "web"


@dataclass(frozen=True, slots=True)
class Submitted(Generic[M]):
    """The contribution and the private link's token; ``is_new`` False when it was there already."""

    contribution: M
    token: str
    is_new: bool


def receipt_token(key: str, submission_id: str) -> str:
    """The private link's token: the same for every replay of a submission, and never stored."""
    return derived_token(key, "receipt", submission_id)


def submit(
    db: Session, actor: Actor, draft: Draft, model: type[M], at: datetime, *, key: str, zone: str
) -> Submitted[M]:
    """Take a contribution in, once per submission id (R-3).

    :param key: the installation's secret, from which the private link is derived.
    :raises Invalid: a value cannot be accepted; the field is named as in the forms.
    """
    token = receipt_token(key, draft.submission_id)
    known = db.scalar(select(model).where(model.submission_id == draft.submission_id))
    if known is not None:
        return Submitted(known, token, is_new=False)
    category = open_category(db, draft.category_id, draft.kind)
    _check_words(draft)
    map_ = geography(db)
    location = placed(map_, draft.point, draft.area_id)
    _check_power(db, category, location)
    answers = _answers(category, draft.answers)
    point = draft.point
    if point and category.is_private_place:
        point = on_grid(point)
    contribution = model(
        kind=draft.kind,
        reference=_free_reference(db),
        submission_id=draft.submission_id,
        receipt_hash=digest(token),
        title=draft.title or title_of(draft.text),
        text=draft.text,
        language=draft.language,
        author_id=actor.person_id,
        author_name=draft.author_name,
        category_id=category.id,
        area_id=location.area.id if location.area else None,
        commune_id=location.commune.id if location.commune else None,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        morton=morton(point) if point else None,
        place=draft.place,
        status=Status.RECEIVED,
        due_on=add_working_days(local_date(at, zone), category.reply_days),
        created_at=at,
        changed_at=at,
        shuffle_key=_dice.getrandbits(30),
        channel=draft.channel,
        photo_count=len(draft.photos),
    )
    db.add(contribution)
    db.flush()
    _attach(db, contribution, draft, answers, at)
    record(
        db,
        Tag.CONTRIBUTION_SUBMITTED,
        actor,
        at,
        subject=("contribution", contribution.id),
        contribution_id=contribution.id,
        data={"kind": draft.kind, "category": category.id, "channel": draft.channel},
    )
    return Submitted(contribution, token, is_new=True)


def open_category(db: Session, category_id: int, kind: Kind) -> Category:
    """A category that takes this kind, with its questions."""
    category = db.scalar(
        select(Category)
        .where(Category.id == category_id, Category.is_active)
        .options(selectinload(Category.questions))
    )
    if category is None or kind not in category.kinds:
        raise Invalid("category", _("Choisissez un sujet dans la liste."))
    return category


def placed(map_: Geography, point: Point | None, area_id: int | None) -> Location:
    """Where a contribution belongs: by its point, else by the area chosen.

    :raises Invalid: nowhere, or outside the city — then the neighbour to ask is named.
    """
    if point is not None:
        location = map_.locate(point)
        if location.area is not None:
            return location
        if location.neighbour is not None:
            raise Invalid(
                "place",
                _(
                    "Cet endroit est à %(name)s, hors de notre territoire. Adressez-vous à : "
                    "%(contact)s.",
                    name=location.neighbour.name,
                    contact=location.neighbour.contact or location.neighbour.name,
                ),
            )
        raise Invalid(
            "place",
            _("Cet endroit est hors de notre territoire. Adressez-vous à la mairie du lieu."),
        )
    area = map_.by_id.get(area_id) if area_id else None
    if area is None or area.kind in (AreaKind.NEIGHBOUR, AreaKind.CITY):
        raise Invalid(
            "place", _("Indiquez l’endroit : une adresse, un point sur la carte ou un quartier.")
        )
    return Location(area=area, commune=map_.commune_of(area.id))


def _check_words(draft: Draft) -> None:
    for name, value, (low, high) in (
        ("text", draft.text, TEXT_LENGTHS),
        ("title", draft.title, TITLE_LENGTHS),
        ("author_name", draft.author_name, (0, NAME_LENGTH)),
        ("place", draft.place, (0, PLACE_LENGTH)),
    ):
        if name == "title" and not value:
            continue
        if not low <= len(value) <= high:
            raise Invalid(
                name,
                _(
                    "Écrivez entre %(low)s et %(high)s caractères.",
                    low=format_number(low),
                    high=format_number(high),
                ),
            )
    if draft.email and normalise_email(draft.email) is None:
        raise Invalid("email", _("Écrivez une adresse comme nom@exemple.fr."))


def _check_power(db: Session, category: Category, location: Location) -> None:
    if location.commune is None:
        return
    power = db.scalar(
        select(Power).where(
            Power.category_id == category.id, Power.area_id == location.commune.id
        )
    )
    if power is not None and not power.accepts:
        raise Invalid(
            "category",
            _(
                "À %(place)s, ce sujet dépend de : %(holder)s. Contact : %(contact)s.",
                place=location.commune.name,
                holder=power.holder,
                contact=power.contact or power.holder,
            ),
        )


def _answers(category: Category, given: Mapping[str, Sequence[str]]) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for question in category.questions:
        choices = {c["key"]: c["name"] for c in question.choices}
        try:
            value = clean_answer(
                question.datatype, choices, question.is_required, given.get(question.code, ())
            )
        except Invalid as error:
            raise Invalid(f"q_{question.code}", error.message) from error
        if value is not None:
            found[question.id] = value
    return found


def _attach(
    db: Session, contribution: Contribution, draft: Draft, answers: dict[int, Any], at: datetime
) -> None:
    """Answers, photographs and the author's address, each in its own row."""
    for question_id, value in answers.items():
        db.add(Answer(contribution_id=contribution.id, question_id=question_id, value=value))
    for position, photo in enumerate(draft.photos):
        stored = db.scalar(select(Photo).where(Photo.sha256 == photo.sha256))
        if stored is None:
            stored = Photo(
                sha256=photo.sha256,
                width=photo.width,
                height=photo.height,
                size=photo.size,
                created_at=at,
            )
            db.add(stored)
            db.flush()
        db.add(
            ContributionPhoto(
                contribution_id=contribution.id,
                photo_id=stored.id,
                alt=photo.alt,
                position=position,
            )
        )
    email = normalise_email(draft.email) if draft.email else None
    if email:
        db.add(Contact(contribution_id=contribution.id, email=email, language=draft.language))


def _free_reference(db: Session) -> str:
    while True:
        reference = new_reference()
        taken = db.scalar(select(Contribution.id).where(Contribution.reference == reference))
        if taken is None:
            return reference
