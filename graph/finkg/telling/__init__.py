"""Proofs, why-nots and the health of sources in words, as people and as programs read them."""
