"""Decoding and re-encoding, run as a program of its own: ``python -m participation.media.formats``.

Reads one image on standard input, writes a header line and two JPEG files on standard output. The
process has little memory, little time and no files to open; whatever a decoder's fault might do, it
does it there (S-18).
"""

import io
import json
import resource
import sys
import warnings

from PIL import Image, ImageOps

from participation.media.rules import (
    FORMATS,
    LARGEST_SIDE,
    MAXIMUM_PIXELS,
    MEMORY,
    SECONDS,
    THUMB_SIDE,
)


def confine() -> None:
    """Give up everything decoding does not need."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def reencode(data: bytes) -> tuple[bytes, bytes, int, int]:
    """Full size and thumbnail, upright, without any metadata.

    :returns: JPEG (at most 1600 px), JPEG (at most 480 px), width, height.
    :raises ValueError: not one of our formats, too many pixels, or damaged.
    """
    Image.MAX_IMAGE_PIXELS = MAXIMUM_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > MAXIMUM_PIXELS:
                raise ValueError("pixels")
            opened.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
            upright = ImageOps.exif_transpose(opened)
            flat = _flat(upright)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise ValueError("pixels") from error
    except ValueError:
        raise
    except Exception as error:
        raise ValueError("damaged") from error
    flat.thumbnail((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.LANCZOS)
    small = flat.copy()
    small.thumbnail((THUMB_SIDE, THUMB_SIDE), Image.Resampling.LANCZOS)
    return _jpeg(flat, 80), _jpeg(small, 72), flat.width, flat.height


def _flat(image: Image.Image) -> Image.Image:
    """Pixels only, on white: transparency, palettes and profiles stay behind."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        rgba = image.convert("RGBA")
        background = Image.new("RGB", rgba.size, "white")
        background.paste(rgba, mask=rgba.getchannel("A"))
        return background
    rgb = image.convert("RGB")
    clean = Image.new("RGB", rgb.size)
    clean.paste(rgb)
    return clean


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


def main() -> None:
    """The child process."""
    data = sys.stdin.buffer.read()
    confine()
    try:
        full, thumb, width, height = reencode(data)
    except ValueError as error:
        sys.stdout.write(json.dumps({"error": str(error)}) + "\n")
        return
    header = {"sizes": [len(full), len(thumb)], "width": width, "height": height}
    sys.stdout.write(json.dumps(header) + "\n")
    sys.stdout.flush()
    sys.stdout.buffer.write(full + thumb)


if __name__ == "__main__":
    main()
