"""Taking a photograph in: checked, re-encoded elsewhere, on disk before any row names it."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from participation.core.errors import Invalid
from participation.core.i18n import gettext as _
from participation.media.rules import FORMATS, SECONDS, sniff


@dataclass(frozen=True, slots=True)
class Stored:
    """A photograph on disk, not yet joined to anything."""

    sha256: str
    width: int
    height: int
    size: int


def take(data: bytes, folder: Path, *, limit: int) -> Stored:
    """Re-encode an upload and keep it under ``folder``.

    :param limit: largest accepted upload, in bytes.
    :raises Invalid: on field ``photo``, saying what to do.
    """
    if len(data) > limit:
        raise Invalid(
            "photo",
            _(
                "La photo est trop lourde (%(size)s Mo). Choisissez-en une de %(limit)s Mo au plus.",
                size=round(len(data) / 1024 / 1024),
                limit=limit // (1024 * 1024),
            ),
        )
    family = sniff(data)
    if family == "HEIC":
        raise Invalid(
            "photo",
            _(
                "Votre téléphone enregistre ses photos en HEIC, que nous ne savons pas lire. "
                "Envoyez une capture d’écran de la photo, ou une photo JPEG."
            ),
        )
    if family not in FORMATS:
        raise Invalid("photo", _("Ce fichier n’est pas une photo JPEG, PNG ou WebP."))
    full, thumb, width, height = _reencode(data)
    sha256 = hashlib.sha256(full).hexdigest()
    write(folder, sha256, "full", full)
    write(folder, sha256, "thumb", thumb)
    return Stored(sha256, width, height, len(full))


def _reencode(data: bytes) -> tuple[bytes, bytes, int, int]:
    """Run the decoder in a process of its own."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-m", "participation.media.formats"],
            input=data,
            capture_output=True,
            timeout=SECONDS * 2,
            check=False,
            env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        )
        header, _sep, body = done.stdout.partition(b"\n")
        result = json.loads(header) if header else {"error": "damaged"}
    except (subprocess.TimeoutExpired, ValueError):
        result = {"error": "damaged"}
        body = b""
    if result.get("error") == "pixels":
        raise Invalid("photo", _("Cette image a trop de pixels. Envoyez une photo plus petite."))
    if "error" in result:
        raise Invalid("photo", _("Cette photo est abîmée : nous n’arrivons pas à l’ouvrir."))
    first, second = result["sizes"]
    return body[:first], body[first : first + second], result["width"], result["height"]


def path_of(folder: Path, sha256: str, variant: str) -> Path:
    """Where a variant is kept."""
    return folder / sha256[:2] / f"{sha256}-{variant}.jpg"


def write(folder: Path, sha256: str, variant: str, data: bytes) -> None:
    """Write a file so that it is there after a power cut: file and folder are fsynced."""
    path = path_of(folder, sha256, variant)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.part")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
