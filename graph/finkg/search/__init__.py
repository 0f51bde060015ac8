"""Search: from what people type to the entities that are called so or spoken of in these words."""
