"""Pages that read several features: home, a contribution's way, an action, a body, receipts.

Nothing here writes; what a page's forms send goes to the feature that owns the verb.
"""
