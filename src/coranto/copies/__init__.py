"""Copies: which reports share one text, and what each made of it."""

from coranto.copies.find import copied_share, find_copies, same_words

__all__ = ["copied_share", "find_copies", "same_words"]
