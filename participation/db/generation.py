"""One number that changes with every commit a page could show, shared by the processes of a machine.

Cached pages remember the generation they were made in; a different one means they may be old. It
is eight bytes of a memory-mapped file, so asking costs no query. On several machines each has its
own, and pages are then as old as ``cache_seconds`` at most.
"""

import mmap
import os
import struct
import time
from pathlib import Path


class Generation:
    """The shared number."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if os.fstat(descriptor).st_size < 8:
                os.ftruncate(descriptor, 8)
            self._map = mmap.mmap(descriptor, 8)
        finally:
            os.close(descriptor)

    def current(self) -> bytes:
        """Eight bytes to compare; read them *before* the data they vouch for."""
        return self._map[:8]

    def bump(self) -> None:
        """Something changed. Not a count: two writers at once must not hide one another."""
        self._map[:8] = struct.pack("<Q", time.monotonic_ns() ^ (os.getpid() << 48))
