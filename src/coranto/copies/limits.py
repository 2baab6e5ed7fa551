"""How much two reports must share: the limits that decide what is a copy."""

from __future__ import annotations

# Of the own 5-grams of the shorter text.  A fifth: no two newsrooms write every
# fifth run of five words alike, while names, titles and set phrases stay below.
COPY = 0.2
# Of a member's own 5-grams that stand in its base.  An edit of one word costs
# five grams: three grams in ten is about half of the words.
MEMBER = 0.3
# Own grams that two reports must share at all: less than a sentence of news (some
# twenty words) is a phrase, and a teaser that quotes a sentence is no report.
SHARED = 16
