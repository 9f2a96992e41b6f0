"""The page server: fills slots, keeps anonymous pages, compresses them.

It stands in front of Flask. A GET without our cookie whose view said ``keep_page()`` is kept with
the generation it was made in (``db.generation``) and answered from memory until something changes.
Kept pages are compressed piece by piece, with the slots left as stored blocks between the pieces,
so that a fresh nonce costs no new compression. Only pages without a session are compressed: they
hold no secret for a compression oracle (BREACH) to find.
"""

import threading
import time
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from participation.db.generation import Generation
from participation.web.headers import PAGE_POLICY
from participation.web.languages import ENVIRON_KEY
from participation.web.slots import (
    NONCE_BYTES,
    SUBMISSION_BYTES,
    new_nonce,
    new_submission_id,
)

KEEP_HEADER = "X-Keep"  # from view to page server only; never leaves
_MAXIMUM_BYTES = 64 * 1024 * 1024
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_GZIP_END = b"\x01\x00\x00\xff\xff"
_HEAD_LENGTH = 2048

Headers = list[tuple[str, str]]
StartResponse = Callable[..., Any]


def _split(body: bytes) -> tuple[list[bytes], list[bool]]:
    """The pieces between slots, and for each slot whether it is the nonce."""
    pieces: list[bytes] = []
    slots: list[bool] = []
    for part in body.split(NONCE_BYTES):
        inner = part.split(SUBMISSION_BYTES)
        for index, piece in enumerate(inner):
            if index:
                slots.append(False)
            pieces.append(piece)
        slots.append(True)
    slots.pop()
    return pieces, slots


def _deflate(piece: bytes) -> bytes:
    """Raw deflate blocks that end on a byte and refer to nothing before them."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)


def _stored(data: bytes) -> bytes:
    size = len(data)
    return b"\x00" + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + data


@dataclass(slots=True)
class Kept:
    """One answer, ready to be served again."""

    status: str
    headers: Headers
    pieces: list[bytes]
    slots: list[bool]
    is_page: bool
    etag: str
    generation: bytes
    expires: float
    size: int
    packed: list[bytes] | None = None
    served: int = field(default=0)

    def fill(self) -> tuple[list[bytes], str]:
        """The body's parts with fresh values, and the nonce that went in."""
        nonce = new_nonce()
        if not self.slots:
            return self.pieces, nonce
        values = {True: nonce.encode(), False: new_submission_id().encode()}
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            parts += (values[slot], piece)
        return parts, nonce

    def pack(self, parts: list[bytes]) -> bytes:
        """The gzip stream of a filled body; static pieces are compressed once."""
        if self.packed is None:
            self.packed = [_deflate(piece) for piece in self.pieces]
        packed = self.packed
        out = [_GZIP_HEADER, packed[0]]
        for index in range(1, len(packed)):
            out += (_stored(parts[2 * index - 1]), packed[index])
        crc = 0
        size = 0
        for part in parts:
            crc = zlib.crc32(part, crc)
            size += len(part)
        out += (_GZIP_END, crc.to_bytes(4, "little"), (size & 0xFFFFFFFF).to_bytes(4, "little"))
        return b"".join(out)


class PageServer:
    """WSGI middleware around the application."""

    def __init__(
        self,
        app: Callable[..., Iterable[bytes]],
        *,
        generation: Generation,
        cookie: str,
        seconds: int,
        entries: int,
    ) -> None:
        self.app = app
        self.generation = generation
        self.cookie = cookie
        self.seconds = seconds
        self.entries = entries
        self._kept: OrderedDict[tuple[str, str, str], Kept] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        anonymous = self.cookie not in environ.get("HTTP_COOKIE", "")
        if method not in ("GET", "HEAD") or not anonymous:
            return self._through(environ, start_response, anonymous=anonymous, key=None)
        key = (environ[ENVIRON_KEY], environ["PATH_INFO"], environ.get("QUERY_STRING", ""))
        generation = self.generation.current()
        kept = self._kept.get(key)
        if kept and kept.generation == generation and kept.expires > time.monotonic():
            return self._answer(kept, environ, start_response, compress=True)
        return self._through(
            environ, start_response, anonymous=True, key=key, generation=generation
        )

    def _through(
        self,
        environ: dict[str, Any],
        start_response: StartResponse,
        *,
        anonymous: bool,
        key: tuple[str, str, str] | None,
        generation: bytes = b"",
    ) -> Iterable[bytes]:
        caught: list[Any] = []

        def catch(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], None]:
            caught[:] = [status, headers]
            return lambda data: None

        answer = self.app(environ, catch)
        status, headers = caught
        content_type = next((v for k, v in headers if k == "Content-Type"), "")
        is_page = content_type.startswith("text/html")
        keep = any(k == KEEP_HEADER for k, v in headers)
        if not is_page and not keep:
            start_response(status, headers)
            return answer
        try:
            body = b"".join(answer)
        finally:
            close = getattr(answer, "close", None)
            if close:
                close()
        pieces, slots = _split(body) if is_page else ([body], [])
        kept = Kept(
            status=status,
            headers=[(k, v) for k, v in headers if k not in (KEEP_HEADER, "Content-Length")],
            pieces=pieces,
            slots=slots,
            is_page=is_page,
            etag="" if is_page else f'"{sha256(body).hexdigest()[:24]}"',
            generation=generation,
            expires=time.monotonic() + self.seconds,
            size=len(body),
        )
        if keep and key is not None and status.startswith("200") and self.seconds:
            self._store(key, kept)
        return self._answer(kept, environ, start_response, compress=anonymous)

    def _store(self, key: tuple[str, str, str], kept: Kept) -> None:
        with self._lock:
            old = self._kept.pop(key, None)
            self._size += kept.size - (old.size if old else 0)
            self._kept[key] = kept
            while len(self._kept) > self.entries or self._size > _MAXIMUM_BYTES:
                _, dropped = self._kept.popitem(last=False)
                self._size -= dropped.size

    @staticmethod
    def _answer(
        kept: Kept, environ: dict[str, Any], start_response: StartResponse, *, compress: bool
    ) -> Iterable[bytes]:
        headers = kept.headers.copy()
        if kept.etag:
            headers.append(("ETag", kept.etag))
            if kept.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
                start_response("304 NOT MODIFIED", headers)
                return []
        parts, nonce = kept.fill()
        if kept.is_page:
            headers.append(("Content-Security-Policy", PAGE_POLICY % nonce))
        if compress and kept.size > _HEAD_LENGTH and "gzip" in environ.get(
            "HTTP_ACCEPT_ENCODING", ""
        ):
            body = kept.pack(parts)
            headers.append(("Content-Encoding", "gzip"))
        else:
            body = b"".join(parts)
        if compress:
            headers.append(("Vary", "Accept-Encoding, Cookie"))
        headers.append(("Content-Length", str(len(body))))
        start_response(kept.status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
