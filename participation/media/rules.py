"""What may be uploaded, and what comes out."""

from dataclasses import dataclass
from typing import Final

LARGEST_SIDE: Final = 1600
THUMB_SIDE: Final = 480
MAXIMUM_PIXELS: Final = 60_000_000
FORMATS: Final = ("JPEG", "PNG", "WEBP")
SECONDS: Final = 10
MEMORY: Final = 900 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Signature:
    """A family of files told by its first bytes."""

    name: str
    start: bytes
    offset: int = 0


# Told apart so that the message can say what to do; only the first three are accepted.
SIGNATURES: Final = (
    Signature("JPEG", b"\xff\xd8\xff"),
    Signature("PNG", b"\x89PNG\r\n\x1a\n"),
    Signature("WEBP", b"WEBP", 8),
    Signature("HEIC", b"ftyphei", 4),
    Signature("HEIC", b"ftypmif", 4),
    Signature("HEIC", b"ftyphev", 4),
    Signature("AVIF", b"ftypavif", 4),
    Signature("GIF", b"GIF8"),
    Signature("PDF", b"%PDF"),
)


def sniff(data: bytes) -> str:
    """The family of a file by its first bytes: never by its name or declared type."""
    for signature in SIGNATURES:
        end = signature.offset + len(signature.start)
        if data[signature.offset : end] == signature.start:
            return signature.name
    head = data[:1024].lstrip().lower()
    return "SVG" if head.startswith((b"<svg", b"<?xml", b"<!doctype svg")) else "unknown"
