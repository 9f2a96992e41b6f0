"""The smart-city policy: missions, and the actions and activities that carry them out.

An *action* has a reference (A73), a pilot, a responsible department, an area, a status, a
timeframe, and one governance body that answers for it; an *activity* is standing work (everyday
lighting maintenance) with the same shape, so that an ordinary report and a large project take one
path. This is the first level of the model; figures and indicators come on top of it.
"""
