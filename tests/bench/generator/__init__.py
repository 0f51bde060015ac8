"""Writes workspaces of any size and of the packaged graph's shape."""
