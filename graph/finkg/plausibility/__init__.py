"""Plausibility: what can hardly be true as it stands, found without knowing what is."""
