"""References people read aloud, and secrets nobody should guess."""

import base64
import hashlib
import hmac
import secrets

# Crockford's base 32: no I, L, O, U, so that a code survives being read on the telephone.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CONFUSABLE = str.maketrans("ILO", "110")


def new_reference() -> str:
    """A random reference such as ``K7QF-3M2`` (35 bits); unique by constraint, not by luck."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(7))
    return f"{code[:4]}-{code[4:]}"


def parse_reference(typed: str) -> str | None:
    """What was meant by a typed reference: case, blanks and look-alikes forgiven, or None."""
    code = "".join(c for c in typed.upper().translate(_CONFUSABLE) if c.isalnum())
    if len(code) != 7 or any(c not in ALPHABET for c in code):
        return None
    return f"{code[:4]}-{code[4:]}"


def new_token() -> str:
    """192 random bits, URL-safe."""
    return secrets.token_urlsafe(24)


def digest(token: str) -> str:
    """What is stored of a token: its SHA-256, so that a stolen table opens no door."""
    return hashlib.sha256(token.encode()).hexdigest()


def derived_token(key: str, purpose: str, *parts: str) -> str:
    """A token bound to one purpose and recomputable from the key alone (HMAC-SHA-256, 192 bits)."""
    message = "\x00".join((purpose, *parts)).encode()
    mac = hmac.new(key.encode(), message, hashlib.sha256).digest()[:24]
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def same(left: str, right: str) -> bool:
    """Constant-time equality."""
    return hmac.compare_digest(left.encode(), right.encode())
