"""What happens later: outbox rows written with the change, worked through the task queue.

The outbox row is the truth and is committed together with what caused it (R-4); the queue only
wakes a worker and carries the row's number, as JSON. A worker takes a row by a conditional update
with a lease, so two of them never do the same work, and a sweep finds whatever the queue forgot.
"""
