"""Photographs, under names of our own making."""

from flask import Blueprint, Response, current_app, send_file

from participation.core.errors import NotFound
from participation.media.services import path_of

blueprint = Blueprint("media", __name__)
_VARIANTS = ("full", "thumb")


@blueprint.get("/photos/<string(length=64):sha256>-<variant>.jpg")
def photo(sha256: str, variant: str) -> Response:
    """One stored file; the name is its content's hash, so it may be kept for ever."""
    if variant not in _VARIANTS or not sha256.isalnum():
        raise NotFound
    path = path_of(current_app.config["SETTINGS"].media, sha256.lower(), variant)
    if not path.exists():
        raise NotFound
    response = send_file(path, mimetype="image/jpeg", max_age=31_536_000, etag=False)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
