"""People come and go, sign in and out, and are given roles."""

from datetime import datetime
from functools import lru_cache
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete
from sqlalchemy.orm import Session

from participation.accounts import permissions, queries
from participation.accounts.models import LoginSession, MailedLink, Person, RoleGrant
from participation.accounts.rules import (
    LINK_LIFE,
    PASSWORD_LENGTHS,
    SESSION_LIFE,
    LinkPurpose,
    Role,
    normalise_email,
)
from participation.audit.rules import Tag
from participation.audit.services import record
from participation.core.actor import Actor
from participation.core.errors import Invalid, NotAllowed, NotFound
from participation.core.i18n import gettext as _
from participation.core.tokens import digest, new_token


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    """Argon2id, 46 MiB, one pass (OWASP password storage)."""
    return PasswordHasher(time_cost=1, memory_cost=47_104, parallelism=1)


@lru_cache(maxsize=1)
def _decoy() -> str:
    return _hasher().hash(new_token())


def hash_password(password: str) -> str:
    """For storage.

    :raises Invalid: too short or too long (S-11: no other rule).
    """
    low, high = PASSWORD_LENGTHS
    if not low <= len(password) <= high:
        raise Invalid("password", _("Choisissez un mot de passe d’au moins 8 caractères."))
    return _hasher().hash(password)


def password_is_right(stored: str | None, password: str) -> bool:
    """Whether the password matches; takes as long when nobody has that address (S-9)."""
    try:
        _hasher().verify(stored or _decoy(), password)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def open_session(db: Session, person: Person, now: datetime) -> str:
    """Sign in; the token for the cookie."""
    token = new_token()
    db.execute(delete(LoginSession).where(LoginSession.expires_at < now))
    db.add(
        LoginSession(
            token_hash=digest(token),
            person_id=person.id,
            created_at=now,
            expires_at=now + SESSION_LIFE,
        )
    )
    actor = Actor(person_id=person.id, kind="person")
    record(db, Tag.PERSON_SIGNED_IN, actor, now, subject=("person", person.id))
    return token


def close_session(db: Session, actor: Actor, token: str, now: datetime) -> None:
    """Sign out, on the server too."""
    db.execute(delete(LoginSession).where(LoginSession.token_hash == digest(token)))
    record(db, Tag.PERSON_SIGNED_OUT, actor, now, subject=("person", actor.person_id))


def create_person(
    db: Session,
    actor: Actor,
    *,
    email: str,
    name: str,
    now: datetime,
    password: str | None = None,
    language: str = "fr",
) -> Person:
    """An account made by staff or by the operator.

    :raises Invalid: the address is impossible or taken, or the password too short.
    """
    if not permissions.can_edit_people(actor):
        raise NotAllowed
    address = normalise_email(email)
    if address is None:
        raise Invalid("email", _("Écrivez une adresse comme nom@exemple.fr."))
    if queries.find_by_email(db, address):
        raise Invalid("email", _("Cette adresse a déjà un compte."))
    person = Person(
        email=address,
        display_name=name,
        password_hash=hash_password(password) if password else None,
        language=language,
        created_at=now,
    )
    db.add(person)
    db.flush()
    record(db, Tag.PERSON_CREATED, actor, now, subject=("person", person.id))
    return person


def ensure_person(db: Session, email: str, language: str, now: datetime) -> Person:
    """The person behind a confirmed address, known or new."""
    person = queries.find_by_email(db, email)
    if person is None:
        person = Person(email=email, language=language, created_at=now)
        db.add(person)
        db.flush()
        record(
            db,
            Tag.PERSON_CREATED,
            Actor(person_id=person.id, kind="person"),
            now,
            subject=("person", person.id),
        )
    return person


def set_roles(
    db: Session, actor: Actor, person_id: int, roles: frozenset[Role], now: datetime
) -> None:
    """Give exactly these city-wide roles; open sessions of the person end (S-6)."""
    if not permissions.can_edit_people(actor):
        raise NotAllowed
    person = queries.get_person(db, person_id)
    if person is None:
        raise NotFound
    db.execute(delete(RoleGrant).where(RoleGrant.person_id == person_id))
    db.add_all(RoleGrant(person_id=person_id, role=role) for role in sorted(roles))
    end_sessions(db, person_id)
    record(
        db,
        Tag.PERSON_CHANGED,
        actor,
        now,
        subject=("person", person_id),
        data={"roles": sorted(roles)},
    )


def set_active(db: Session, actor: Actor, person_id: int, active: bool, now: datetime) -> None:
    """Open or close an account."""
    if not permissions.can_edit_people(actor) or person_id == actor.person_id:
        raise NotAllowed
    person = queries.get_person(db, person_id)
    if person is None:
        raise NotFound
    person.is_active = active
    end_sessions(db, person_id)
    record(
        db,
        Tag.PERSON_CHANGED,
        actor,
        now,
        subject=("person", person_id),
        data={"active": active},
    )


def set_password(db: Session, actor: Actor, person: Person, password: str, now: datetime) -> None:
    """A new password ends every other session (S-6)."""
    if not permissions.can_edit_people(actor) and actor.person_id != person.id:
        raise NotAllowed
    person.password_hash = hash_password(password)
    end_sessions(db, person.id)
    record(
        db, Tag.PERSON_CHANGED, actor, now, subject=("person", person.id), data={"password": True}
    )


def end_sessions(db: Session, person_id: int) -> None:
    """Sign the person out everywhere."""
    db.execute(delete(LoginSession).where(LoginSession.person_id == person_id))


def make_link(
    db: Session,
    purpose: LinkPurpose,
    email: str,
    language: str,
    payload: dict[str, Any],
    now: datetime,
) -> str:
    """A one-purpose, one-use, expiring link; the token to mail."""
    token = new_token()
    db.add(
        MailedLink(
            token_hash=digest(token),
            purpose=purpose,
            email=email,
            language=language,
            payload=payload,
            created_at=now,
            expires_at=now + LINK_LIFE,
        )
    )
    return token
