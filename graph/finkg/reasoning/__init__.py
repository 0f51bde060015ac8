"""Rules to a fixpoint, and proofs that end in quotes."""
