"""For machines that watch: health, readiness, policy reports, security contact (R-9, S-38)."""

from flask import Blueprint, Response

blueprint = Blueprint("ops", __name__)


@blueprint.get("/healthz")
def health() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")
