"""What every contribution shares: author, words, place, category, status, supports, responses.

A contribution is a report, a praise or an idea (and later a project or a recommendation), each its
own table joined to this one, so that supports, referrals, responses and events hold real foreign
keys. Its *status* moves along one table of transitions (``rules.TRANSITIONS``); its *stage* is what
a map can say in one colour and is empty while the contribution is not public. Counters live in the
row or in small tally tables, written in the same transaction as the change.
"""
