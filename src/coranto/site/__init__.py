"""The page: one file that an analyst reads, with no network and nothing to build."""

from coranto.site.page import render

__all__ = ["render"]
