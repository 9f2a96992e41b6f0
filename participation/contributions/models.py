"""Categories, contributions and what hangs on them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Float,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.contributions.rules import DataType, Kind, Outcome, Stage, Status
from participation.db.base import Base, Choice, Instant, Json, one_of
from participation.governance.models import GovernanceBody
from participation.media.models import Photo
from participation.places.models import Area

PUBLIC = text("stage IS NOT NULL")


class Category(Base):
    """What a contribution is about. ``kinds`` says for which verbs it is offered."""

    __tablename__ = "category"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    hint: Mapped[str] = mapped_column(String(300), default="")
    translations: Mapped[dict[str, Any] | None] = mapped_column(Json)
    icon: Mapped[str] = mapped_column(String(32), default="pin")
    kinds: Mapped[list[str]] = mapped_column(Json)
    position: Mapped[int] = mapped_column(default=0)
    reply_days: Mapped[int] = mapped_column(default=10)
    is_active: Mapped[bool] = mapped_column(default=True)
    # Reports at a dwelling are shown on a 100 m grid (G-13).
    is_private_place: Mapped[bool] = mapped_column(default=False)

    questions: Mapped[list["Question"]] = relationship(
        back_populates="category", order_by="Question.position", cascade="all, delete-orphan"
    )
    powers: Mapped[list["Power"]] = relationship(
        back_populates="category", cascade="all, delete-orphan"
    )


class Question(Base):
    """A category's extra question (Open311 service attribute)."""

    __tablename__ = "category_question"
    __table_args__ = (UniqueConstraint("category_id", "code"), one_of("datatype", DataType))

    id: Mapped[int] = mapped_column(primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(40))
    prompt: Mapped[str] = mapped_column(String(200))
    hint: Mapped[str] = mapped_column(String(300), default="")
    translations: Mapped[dict[str, Any] | None] = mapped_column(Json)
    datatype: Mapped[DataType] = mapped_column(Choice(DataType))
    is_required: Mapped[bool] = mapped_column(default=False)
    is_public: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)
    # [{"key": "off", "name": "Éteint", "translations": {"en": "Off"}}]
    choices: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)

    category: Mapped[Category] = relationship(back_populates="questions")


class Power(Base):
    """Who holds the power over a category in a commune, when it is not the usual team.

    ``accepts`` False: reports are not taken here, the resident is given ``contact`` instead.
    """

    __tablename__ = "power"
    __table_args__ = (UniqueConstraint("category_id", "area_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id", ondelete="CASCADE"))
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    holder: Mapped[str] = mapped_column(String(160))
    contact: Mapped[str] = mapped_column(String(300), default="")
    accepts: Mapped[bool] = mapped_column(default=True)

    category: Mapped[Category] = relationship(back_populates="powers")
    area: Mapped[Area] = relationship()


class Contribution(Base):
    """One resident's word. Extended by joined inheritance; see the package's documentation."""

    __tablename__ = "contribution"
    __table_args__ = (
        one_of("kind", Kind),
        one_of("status", Status),
        one_of("outcome", Outcome),
        one_of("stage", Stage),
        CheckConstraint("(lat IS NULL) = (lon IS NULL)", name="whole_place"),
        UniqueConstraint("source", "source_ref"),
        # Tiles: everything a street-level tile shows is in the index.
        Index(
            "ix_contribution_map",
            "morton",
            "kind",
            "category_id",
            "stage",
            "lat",
            "lon",
            "reference",
            sqlite_where=PUBLIC,
            postgresql_where=PUBLIC,
        ),
        # Lists, newest first: by area and category, by category, by stage, or all.
        Index(
            "ix_contribution_public",
            "id",
            sqlite_where=PUBLIC,
            postgresql_where=PUBLIC,
        ),
        Index(
            "ix_contribution_area",
            "area_id",
            "category_id",
            "id",
            sqlite_where=PUBLIC,
            postgresql_where=PUBLIC,
        ),
        Index(
            "ix_contribution_commune",
            "commune_id",
            "category_id",
            "id",
            sqlite_where=PUBLIC,
            postgresql_where=PUBLIC,
        ),
        Index(
            "ix_contribution_category",
            "category_id",
            "id",
            sqlite_where=PUBLIC,
            postgresql_where=PUBLIC,
        ),
        Index(
            "ix_contribution_stage",
            "stage",
            "id",
            sqlite_where=PUBLIC,
            postgresql_where=PUBLIC,
        ),
        # Staff queues: what is not settled yet, oldest first.
        Index(
            "ix_contribution_queue",
            "status",
            "id",
            sqlite_where=text("status IN ('received', 'needs_info', 'published')"),
            postgresql_where=text("status IN ('received', 'needs_info', 'published')"),
        ),
        Index(
            "ix_contribution_author",
            "author_id",
            "id",
            sqlite_where=text("author_id IS NOT NULL"),
            postgresql_where=text("author_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(Choice(Kind))
    reference: Mapped[str] = mapped_column(String(8), unique=True)
    submission_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    receipt_hash: Mapped[str | None] = mapped_column(String(64), unique=True)

    title: Mapped[str] = mapped_column(String(160))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    author_name: Mapped[str] = mapped_column(String(80), default="")

    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    commune_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    lat: Mapped[float | None] = mapped_column(Float)
    lon: Mapped[float | None] = mapped_column(Float)
    morton: Mapped[int | None] = mapped_column(BigInteger)
    place: Mapped[str] = mapped_column(String(240), default="")

    status: Mapped[Status] = mapped_column(Choice(Status))
    outcome: Mapped[Outcome | None] = mapped_column(Choice(Outcome))
    stage: Mapped[Stage | None] = mapped_column(Choice(Stage))
    due_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(Instant)
    published_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)

    support_count: Mapped[int] = mapped_column(default=0)
    follow_count: Mapped[int] = mapped_column(default=0)
    photo_count: Mapped[int] = mapped_column(SmallInteger, default=0)
    reopen_count: Mapped[int] = mapped_column(SmallInteger, default=0)
    version: Mapped[int] = mapped_column(default=1)
    shuffle_key: Mapped[int] = mapped_column(default=0)

    channel: Mapped[str] = mapped_column(String(16), default="web")
    source: Mapped[str | None] = mapped_column(String(40))
    source_ref: Mapped[str | None] = mapped_column(String(80))
    source_digest: Mapped[str | None] = mapped_column(String(64))

    category: Mapped[Category] = relationship()
    area: Mapped[Area | None] = relationship(foreign_keys=[area_id])
    author: Mapped[Person | None] = relationship()
    contact: Mapped["Contact | None"] = relationship(back_populates="contribution")
    photos: Mapped[list["ContributionPhoto"]] = relationship(order_by="ContributionPhoto.position")
    answers: Mapped[list["Answer"]] = relationship()
    responses: Mapped[list["Response"]] = relationship(order_by="Response.id")

    __mapper_args__ = {"polymorphic_on": "kind"}  # noqa: RUF012 - SQLAlchemy's own idiom

    @property
    def is_public(self) -> bool:
        return self.stage is not None


class Contact(Base):
    """How to reach the author: never public, erased twelve months after closure."""

    __tablename__ = "contribution_contact"

    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(8))

    contribution: Mapped[Contribution] = relationship(back_populates="contact")


class TextVersion(Base):
    """A text as it was before a correction (number 1 is what the author wrote)."""

    __tablename__ = "contribution_version"

    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(160))
    text: Mapped[str] = mapped_column(Text)
    replaced_at: Mapped[datetime] = mapped_column(Instant)
    replaced_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text, default="")


class Answer(Base):
    """The author's answer to one of the category's questions."""

    __tablename__ = "contribution_answer"

    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(
        ForeignKey("category_question.id", ondelete="CASCADE"), primary_key=True
    )
    value: Mapped[Any] = mapped_column(Json)

    question: Mapped[Question] = relationship()


class ContributionPhoto(Base):
    """A photograph joined to a contribution, with its text for those who cannot see it."""

    __tablename__ = "contribution_photo"

    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    alt: Mapped[str] = mapped_column(String(300), default="")
    position: Mapped[int] = mapped_column(default=0)

    photo: Mapped[Photo] = relationship()


class Support(Base):
    """One person's support of one contribution: the key makes a second one impossible."""

    __tablename__ = "support"

    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)


class Follow(Base):
    """A person who wants to be told."""

    __tablename__ = "follow"

    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)


class Response(Base):
    """An official, public answer with reasons, given in a body's name."""

    __tablename__ = "response"
    __table_args__ = (Index(None, "contribution_id"), one_of("outcome", Outcome))

    id: Mapped[int] = mapped_column(primary_key=True)
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"))
    body_id: Mapped[int] = mapped_column(ForeignKey("governance_body.id"))
    written_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    signature: Mapped[str] = mapped_column(String(200), default="")
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8), default="fr")
    outcome: Mapped[Outcome] = mapped_column(Choice(Outcome))
    expected_on: Mapped[date | None]
    published_at: Mapped[datetime] = mapped_column(Instant)

    body: Mapped[GovernanceBody] = relationship()
    review: Mapped["OutcomeReview | None"] = relationship(back_populates="response")


class OutcomeReview(Base):
    """The author's answer to "is it solved for you?", once per response."""

    __tablename__ = "outcome_review"

    response_id: Mapped[int] = mapped_column(ForeignKey("response.id"), primary_key=True)
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), index=True)
    is_solved: Mapped[bool]
    comment: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Instant)

    response: Mapped[Response] = relationship(back_populates="review")


class MapCell(Base):
    """The map's one summary level: public contributions per cell, with the sum of their positions.

    Sums are in whole microdegrees, so that adding and taking away is exact.
    """

    __tablename__ = "map_cell"

    cell: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[Kind] = mapped_column(Choice(Kind), primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), primary_key=True)
    stage: Mapped[Stage] = mapped_column(Choice(Stage), primary_key=True)
    count: Mapped[int]
    sum_lat: Mapped[int] = mapped_column(BigInteger)
    sum_lon: Mapped[int] = mapped_column(BigInteger)


class Tally(Base):
    """How many public contributions there are, by area, category, kind and stage (area 0: none)."""

    __tablename__ = "tally"

    area_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), primary_key=True)
    kind: Mapped[Kind] = mapped_column(Choice(Kind), primary_key=True)
    stage: Mapped[Stage] = mapped_column(Choice(Stage), primary_key=True)
    count: Mapped[int]
