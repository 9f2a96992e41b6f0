"""When to try again, and when to stop and call a human."""

import random
from datetime import timedelta
from typing import Final

# one minute, five, half an hour, two hours, six hours … up to seventy-two hours in all.
DELAYS: Final = tuple(
    timedelta(minutes=m) for m in (1, 5, 30, 120, 360, 360, 720, 720, 720, 720, 720)
)
LEASE: Final = timedelta(minutes=5)


def next_delay(attempts: int, jitter: float | None = None) -> timedelta | None:
    """How long to wait after the ``attempts``-th failure, ±10 %; None: give up, it is stuck."""
    if attempts > len(DELAYS):
        return None
    spread = random.uniform(-0.1, 0.1) if jitter is None else jitter  # noqa: S311 - not a secret
    return DELAYS[attempts - 1] * (1 + spread)
