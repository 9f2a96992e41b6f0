"""Imports every model, so that the metadata is whole."""

from participation.accounts import models as accounts
from participation.actions import models as actions
from participation.audit import models as audit
from participation.contributions import models as contributions
from participation.db.base import Base
from participation.governance import models as governance
from participation.ideas import models as ideas
from participation.jobs import models as jobs
from participation.media import models as media
from participation.moderation import models as moderation
from participation.notifications import models as notifications
from participation.places import models as places
from participation.referrals import models as referrals
from participation.reports import models as reports

MODULES = (
    accounts,
    actions,
    audit,
    contributions,
    governance,
    ideas,
    jobs,
    media,
    moderation,
    notifications,
    places,
    referrals,
    reports,
)
metadata = Base.metadata
