"""What happened, once and for good.

One append-only table, written by the service in the transaction of the change itself; the mapper
and the database both refuse to update or delete. Events carry ids, enumerations, dates, amounts
and version numbers — never text or personal values, which live in rows that can be erased. A
contribution's timeline, the moderation register and the open data are queries on it.
"""
