"""Two reports beside one another as one page that asks for nothing outside."""

from __future__ import annotations

from markupsafe import Markup

from coranto.compare import Comparison
from coranto.side_by_side import DIRECTION_UNKNOWN, counts, facts, name_of, rows, sources, verdict
from coranto.site.dates import phrase
from coranto.site.page import asset, environment, style_hash
from coranto.version import __version__


def render_comparison(comparison: Comparison) -> str:
    """Return the page of ``comparison``: HTML with its styles and without script.

    As on the page of a chronology, a content security policy forbids all else.
    """
    style = asset("page.css")
    pair = (comparison.one, comparison.other)
    shown = comparison.kind not in ("none", "shared quotation", "rewrite")
    return (
        environment()
        .get_template("compare.html.j2")
        .render(
            style=Markup(style),  # noqa: S704  our own file
            style_hash=style_hash(style),
            title=" · ".join(dict.fromkeys(map(name_of, pair))),
            reports=[
                (name_of(r), r.title or "", phrase(r.published.dates), r.source) for r in pair
            ],
            verdict=verdict(comparison),
            sources=sources(comparison),
            unknown=DIRECTION_UNKNOWN,
            facts=facts(comparison) if shown else [],
            counts=counts(comparison) if shown else "",
            rows=rows(comparison) if shown else [],
            passages=[] if shown else comparison.passages,
            version=__version__,
        )
    )
