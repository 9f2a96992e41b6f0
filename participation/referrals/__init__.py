"""Contribution → action → governance body, and the rules that choose.

**The line that decides where a contribution goes is** :func:`participation.referrals.rules.first_match`:
a pure function over the contribution's facts and the city's ordered rules. Its result carries the
rule, so that resident and staff read *why*. No match is not an error: the contribution waits,
visibly, in triage. At most one referral is open per contribution (a partial unique index), and the
body that answered is a snapshot: reorganisations rewrite no past.
"""
