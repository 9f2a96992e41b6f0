"""Places in a page that differ at every response: the script nonce and the submission id.

A page is rendered with marks instead; the page server fills them in as the bytes leave, so that a
page can be kept and still carry a fresh nonce each time. The marks are random per process: no
resident's text can contain them.
"""

import secrets
from typing import Final

_RUN: Final = secrets.token_hex(16)
NONCE: Final = f"n{_RUN}n"
SUBMISSION: Final = f"s{_RUN}s"
NONCE_BYTES: Final = NONCE.encode()
SUBMISSION_BYTES: Final = SUBMISSION.encode()


def new_nonce() -> str:
    """128 random bits, as CSP level 3 asks."""
    return secrets.token_urlsafe(16)


def new_submission_id() -> str:
    """A one-time id that belongs to the page it is served in (R-3)."""
    return secrets.token_urlsafe(18)
