"""The doors: public "/" and staff "/backoffice". One guard stands before all staff pages."""

from flask import Blueprint, Flask

from participation.accounts import backoffice as accounts_staff
from participation.accounts import public as accounts
from participation.actions import backoffice as actions_staff
from participation.audit import backoffice as audit_staff
from participation.contributions import backoffice as contributions_staff
from participation.contributions import public as contributions
from participation.core.actor import Permission
from participation.core.errors import NotAllowed
from participation.governance import backoffice as governance_staff
from participation.ideas import public as ideas
from participation.media import public as media
from participation.moderation import backoffice as moderation_staff
from participation.moderation import public as moderation
from participation.notifications import backoffice as notifications_staff
from participation.places import backoffice as places_staff
from participation.places import public as places
from participation.portal import backoffice as portal_staff
from participation.portal import public as portal
from participation.referrals import backoffice as referrals_staff
from participation.reports import public as reports
from participation.web import ops
from participation.web.identity import current_actor, require_sign_in

PUBLIC = (portal, contributions, reports, ideas, moderation, places, accounts, media, ops)
STAFF = (
    portal_staff,
    moderation_staff,
    referrals_staff,
    contributions_staff,
    places_staff,
    governance_staff,
    actions_staff,
    accounts_staff,
    notifications_staff,
    audit_staff,
)


def mount(app: Flask) -> None:
    """Register every door."""
    for door in PUBLIC:
        app.register_blueprint(door.blueprint)
    staff = Blueprint("backoffice", __name__, url_prefix="/backoffice")
    staff.before_request(_staff_only)
    for door in STAFF:
        staff.register_blueprint(door.blueprint)
    app.register_blueprint(staff)


def _staff_only() -> None:
    """The first of three locks: no staff page opens without a staff permission."""
    require_sign_in()
    if not current_actor().may_somewhere(Permission.BACKOFFICE_ENTER):
        raise NotAllowed
