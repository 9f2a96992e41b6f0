"""Who must answer: steering committees, commissions, neighbourhood councils, working groups.

A body is lasting, has a kind (which decides what its word is worth), may belong to an area, is
internal or open to residents, and has dated memberships (after Popolo's Organization and
Membership). Each action names one body that answers for it and others that are consulted.
"""
