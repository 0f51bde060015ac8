"""An error in full."""

from __future__ import annotations

from finkg.errors import FinkgError


def said(error: FinkgError, lang: str) -> str:
    """What an error says, and what it advises."""
    message, advice = error.message(lang), error.advice(lang)
    gap = " " if lang == "en" and advice and not advice.startswith("\n") else ""
    return f"{message}{gap}{advice}"
