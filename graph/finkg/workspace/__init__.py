"""Reads people's files into claims, every row with its file and line."""
