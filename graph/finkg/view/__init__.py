"""The interactive view: the scene (a documented view-model), its layout, the page made of it."""
