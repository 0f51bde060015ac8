"""From a question in plain words to a named question of the catalogue and its parameters.

Offline, from words alone. `reading` parts a text into words (`lexicon`), names (`linking`) and days
(`days`); `examples` are the catalogue's own ways to ask. `learning` is what they teach: two models
of their `vectors`, made by `fitting`, by which a `classifier` tells which question a text asks, and
the `roles` of names, from what stands beside their blanks; `keeping` keeps it. `filling` gives
names and days to parameters, `matching` ranks the questions by all of it, `strangers` are names
that nobody knows, and `understanding` decides whether there is a sure answer: `understood`.
"""
