"""From a question in plain words to a named question of the catalogue and its parameters.

Offline, from words alone. `reading` parts a text into words (`lexicon`), names (`linking`) and days
(`days`); `examples` are the catalogue's own ways to ask; from their `vectors` a `classifier` learns
which question a text asks, and from what stands beside their blanks `roles` learns which name is
which; `filling` gives names and days to parameters, `matching` ranks the questions by all of it,
`strangers` are names that nobody knows, and `understanding` decides whether there is a sure answer:
`understood`.
"""
