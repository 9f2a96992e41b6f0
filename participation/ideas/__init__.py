"""Ideas: what residents propose. The table is laid; depth (versions, thresholds) comes on top."""
