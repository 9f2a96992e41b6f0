"""The loop at the level of services: received, published, referred, answered, sent back."""

from datetime import date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.audit.models import AuditEvent
from participation.audit.rules import Tag
from participation.contributions.models import MapCell, Tally
from participation.contributions.rules import Kind, Outcome, Stage, Status
from participation.contributions.services.submitting import Draft
from participation.core.actor import ANONYMOUS
from participation.core.errors import Invalid, NotAllowed, NotNow
from participation.core.geo import Point
from participation.jobs.models import OutboxMessage
from participation.moderation.services import publish
from participation.referrals import queries
from participation.referrals.rules import Closure
from participation.referrals.services import Answer, answer, decline, refer
from participation.reports.services import review_outcome, submit_report
from tests.factories.people import Cast

KEY, ZONE = "k" * 32, "Europe/Paris"
REASONS = "Le lampadaire a été remplacé hier par l’équipe de l’éclairage public."


def draft(cast: Cast, **changes: object) -> Draft:
    values: dict[str, object] = {
        "kind": Kind.REPORT,
        "submission_id": "submission-1",
        "text": "Ma rue est trop sombre la nuit, on n’y voit rien.",
        "category_id": cast.categories["eclairage"],
        "point": Point(47.42, -0.57),
        "email": "marie@example.org",
    }
    return Draft(**(values | changes))  # type: ignore[arg-type]


def test_all_the_way_round(db: Session, cast: Cast, now: datetime) -> None:
    sent = submit_report(db, ANONYMOUS, draft(cast), now, key=KEY, zone=ZONE)
    reference = sent.contribution.reference
    assert sent.contribution.status is Status.RECEIVED
    assert sent.contribution.stage is None
    assert db.scalars(select(Tally)).all() == []

    referral = publish(db, cast.actor("moderator"), reference, now, zone=ZONE)
    assert referral is not None
    assert referral.action_id == cast.actions["A73"]
    assert referral.body_id == cast.bodies["Conseil"]
    assert referral.rule_id == cast.rules["roseraie"]
    assert referral.due_on == date(2026, 12, 4)
    assert sent.contribution.stage is Stage.WAITING

    given = Answer(text=REASONS, outcome=Outcome.DONE)
    with pytest.raises(NotAllowed):
        answer(db, cast.actor("member"), reference, given, now)
    response = answer(db, cast.actor("pilot"), reference, given, now)
    assert response.body_id == cast.bodies["Conseil"]
    assert sent.contribution.stage is Stage.DONE
    assert referral.closure is Closure.ANSWERED

    review_outcome(db, sent.contribution, response.id, False, "", ANONYMOUS, now, zone=ZONE)
    again = queries.open_referral(db, sent.contribution.id)
    assert again is not None
    assert again.action_id == cast.actions["A73"]
    assert sent.contribution.status is Status.REFERRED
    assert sent.contribution.reopen_count == 1
    with pytest.raises(NotNow):
        review_outcome(db, sent.contribution, response.id, False, "", ANONYMOUS, now, zone=ZONE)

    db.flush()
    tags = [e.tag for e in db.scalars(select(AuditEvent).order_by(AuditEvent.id))]
    assert tags == [
        Tag.CONTRIBUTION_SUBMITTED,
        Tag.CONTRIBUTION_PUBLISHED,
        Tag.REFERRAL_OPENED,
        Tag.RESPONSE_PUBLISHED,
        Tag.OUTCOME_CONTESTED,
        Tag.REFERRAL_OPENED,
    ]
    counts = {t.stage: t.count for t in db.scalars(select(Tally)) if t.count}
    assert counts == {Stage.WAITING: 1}
    assert sum(c.count for c in db.scalars(select(MapCell))) == 1
    kinds = [m.kind for m in db.scalars(select(OutboxMessage).order_by(OutboxMessage.id))]
    assert kinds == ["tell:receipt", "tell:referred", "tell:response", "tell:referred"]


def test_a_replay_gives_the_same_receipt(db: Session, cast: Cast, now: datetime) -> None:
    first = submit_report(db, ANONYMOUS, draft(cast), now, key=KEY, zone=ZONE)
    second = submit_report(db, ANONYMOUS, draft(cast), now, key=KEY, zone=ZONE)
    assert second.contribution.id == first.contribution.id
    assert second.token == first.token
    assert not second.is_new


def test_words_win_over_area(db: Session, cast: Cast, now: datetime) -> None:
    broken = draft(cast, text="Le lampadaire est cassé et la lumière clignote.")
    sent = submit_report(db, ANONYMOUS, broken, now, key=KEY, zone=ZONE)
    referral = publish(db, cast.actor("moderator"), sent.contribution.reference, now, zone=ZONE)
    assert referral is not None
    assert referral.action_id == cast.actions["V01"]
    assert referral.rule == {
        "position": 1,
        "kind": None,
        "category_id": cast.categories["eclairage"],
        "area_id": None,
        "keyword": "panne, éteint, cassé, clignote",
    }


def test_declined_returns_to_triage_and_is_referred_by_hand(
    db: Session, cast: Cast, now: datetime
) -> None:
    sent = submit_report(db, ANONYMOUS, draft(cast), now, key=KEY, zone=ZONE)
    reference = sent.contribution.reference
    publish(db, cast.actor("moderator"), reference, now, zone=ZONE)
    with pytest.raises(Invalid):
        decline(db, cast.actor("pilot"), reference, "non", now)
    decline(db, cast.actor("pilot"), reference, "Cette rue n’est pas dans le plan.", now)
    assert sent.contribution.status is Status.PUBLISHED
    with pytest.raises(NotAllowed):
        refer(db, cast.actor("moderator_b"), reference, cast.actions["V01"], "r" * 20, now, zone=ZONE)
    referral = refer(
        db, cast.actor("moderator"), reference, cast.actions["V01"], "Simple panne.", now, zone=ZONE
    )
    assert referral.reason == "Simple panne."
    assert referral.referred_by == cast.people["moderator"]
    assert [r.closure for r in queries.list_referrals(db, sent.contribution.id)] == [
        Closure.DECLINED,
        None,
    ]


def test_outside_the_city_names_the_neighbour(db: Session, cast: Cast, now: datetime) -> None:
    with pytest.raises(Invalid) as refused:
        submit_report(
            db, ANONYMOUS, draft(cast, point=Point(47.35, -0.55)), now, key=KEY, zone=ZONE
        )
    assert refused.value.field == "place"
    assert "Mairie de Voisine" in refused.value.message
