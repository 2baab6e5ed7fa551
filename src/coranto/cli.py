"""The command line: a thin skin over the package. Results to files and standard output,
progress and messages to standard error; exit status 0 only when all went well."""

from __future__ import annotations

import sys
import warnings
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import Progress as Bar

from coranto.errors import CorantoError, OutputError, ReadError, ReadWarning
from coranto.version import __version__

if TYPE_CHECKING:
    from coranto.chronology.result import Chronology
    from coranto.compare import Comparison
    from coranto.language.model import LanguageModel
    from coranto.types import Report

app = typer.Typer(
    name="coranto",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Turn a pile of news reports on one story into one sourced chronology.",
    epilog="Begin with: coranto build my-reports/ -o chronology/   "
    "then open chronology/index.html in a browser.",
)

models = typer.Typer(no_args_is_help=True, help="The language model: what it is.")
app.add_typer(models, name="model")

_STAGES = {
    "reading": "Reading reports",
    "language": "Parsing sentences",
    "copies": "Comparing texts",
    "facts": "Finding facts",
    "merging": "Merging entries",
    "writing": "Writing results",
}

ModelOption = Annotated[
    Path | None,
    typer.Option("--model", metavar="DIR", help="Use the language model in DIR instead of ours."),
]
ActorsOption = Annotated[
    Path | None,
    typer.Option(
        "--actors", metavar="FILE", help="Know the actors in FILE (CSV or JSON) by name too."
    ),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"coranto {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    pass


@app.command()
def build(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH…",
            help="Files and folders of reports: text, HTML, JSON or JSON Lines.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the results.")
    ],
    model: ModelOption = None,
    actors: ActorsOption = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Show no progress and no summary.")
    ] = False,
) -> None:
    """Build the chronology of the reports in PATH… and write it to DIR.

    DIR gets index.html (open it in a browser), chronology.json and tables as
    CSV. A file that cannot be read is named with the reason and left out; the
    exit status is then 1, and everything else is built.
    """
    from coranto.chronology.building import build as build_chronology  # noqa: PLC0415 (slow import)

    _check_output(output)
    problems: list[ReadError] = []
    with _Shown(quiet) as shown:

        def report_problem(error: ReadError) -> None:
            problems.append(error)
            shown.say(f"coranto: {error}")

        chronology = build_chronology(
            paths,
            model=_model(model),
            actors=actors,
            on_error=report_problem,
            progress=shown.progress,
        )
        if not chronology.reports:
            shown.say("coranto: no report could be read; nothing was written")
            raise typer.Exit(1)
        with shown.progress.stage("writing", 1) as stage:
            page = chronology.write(output)
            stage.advance()
    if not quiet:
        typer.echo(_summary(chronology, page), err=True)
    if problems:
        raise typer.Exit(1)


def _summary(chronology: Chronology, page: Path) -> str:
    counts = (
        (len(chronology.reports), "report"),
        (len(chronology.copies), "copy group"),
        (len(chronology.entries), "entry"),
    )
    told = ", ".join(f"{n} {_plural(word, n)}" for n, word in counts)
    return f"{told}. Open {page}"


def _plural(word: str, n: int) -> str:
    if n == 1:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _check_output(folder: Path) -> None:
    """Before any work: the results must be able to go where they were asked for."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: is a file, not a folder")


@app.command()
def show(
    report: Annotated[
        Path, typer.Argument(metavar="REPORT", help="A file with one or more reports.")
    ],
    published: Annotated[
        str | None,
        typer.Option(
            "--published", metavar="DATE", help="The day it came out (2023-05-26), if you know it."
        ),
    ] = None,
    model: ModelOption = None,
    actors: ActorsOption = None,
) -> None:
    """Show a REPORT in the terminal with its actors, times, statements and events."""
    from coranto.actors import directory_with  # noqa: PLC0415 (slow import)
    from coranto.annotation import annotate  # noqa: PLC0415
    from coranto.terminal import print_annotated  # noqa: PLC0415

    if published is not None:
        _check_date(published)
    directory = directory_with(actors)
    loaded = _model(model)
    console = Console(highlight=False)
    reports, sound = _read(report)
    for one in reports:
        found = annotate(one, published, model=loaded, actors=directory)
        print_annotated(console, one, found)
    if not sound:
        raise typer.Exit(1)


@app.command()
def compare(
    one: Annotated[Path, typer.Argument(metavar="A", help="A file with one report.")],
    other: Annotated[Path, typer.Argument(metavar="B", help="A file with another report.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write a page instead of printing."),
    ] = None,
    model: ModelOption = None,
) -> None:
    """Compare two reports: what B kept, cut, added, moved and changed of A.

    Tells whether one is a copy of the other, from whom each took its text and
    why, and which facts differ.
    """
    from coranto.compare import compare as compare_reports  # noqa: PLC0415 (slow import)
    from coranto.terminal_compare import print_comparison  # noqa: PLC0415

    (first, first_sound), (second, second_sound) = _only_report(one), _only_report(other)
    found = compare_reports(first, second, vectors=_model(model).vectors)
    if output is None:
        print_comparison(Console(highlight=False), found)
    else:
        _write_comparison(found, output)
    if not (first_sound and second_sound):
        raise typer.Exit(1)


def _write_comparison(found: Comparison, output: Path) -> None:
    from coranto.site.comparison import render_comparison  # noqa: PLC0415 (slow import)

    try:
        output.write_text(render_comparison(found), encoding="utf-8", errors="replace")
    except OSError as error:
        raise OutputError(f"{output}: {error.strerror or error}") from error


@models.command()
def info(model: ModelOption = None) -> None:
    """Say what the language model is: name, size, hash, what it reads, and its scores."""
    from coranto.terminal_model import print_model  # noqa: PLC0415 (slow import)

    print_model(Console(highlight=False), _model(model).info())


def _only_report(path: Path) -> tuple[Report, bool]:
    reports, sound = _read(path)
    if len(reports) != 1:
        raise ReadError(str(path), f"holds {len(reports)} reports, and one is compared with one")
    return reports[0], sound


def _read(path: Path) -> tuple[list[Report], bool]:
    """The reports of a file, and whether it is sound; what is amiss is said."""
    from coranto.reading import read  # noqa: PLC0415 (slow import)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ReadWarning)
        reports = read(path)
    complaints = [w.message for w in caught if isinstance(w.message, ReadWarning)]
    for complaint in complaints:
        typer.echo(f"coranto: {complaint}", err=True)
    return reports, not complaints


def _check_date(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no date like 2023-05-26") from error


def _model(folder: Path | None) -> LanguageModel:
    from coranto.language.model import LanguageModel  # noqa: PLC0415 (slow import)

    return LanguageModel.load(folder)


class _Shown:
    """The progress bars of a run on standard error."""

    def __init__(self, quiet: bool) -> None:
        from coranto.chronology.building import Progress  # noqa: PLC0415 (slow import)

        console = Console(stderr=True, highlight=False)
        bar = Bar(
            TextColumn("{task.description:<18}"),
            BarColumn(bar_width=None),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            disable=quiet or not console.is_terminal,
        )
        tasks: dict[str, TaskID] = {}

        class Bars(Progress):
            def begin(self, name: str, total: int) -> None:
                tasks[name] = bar.add_task(_STAGES.get(name, name), total=total)

            def advance(self, name: str, steps: int) -> None:
                bar.advance(tasks[name], steps)

        self.bar = bar
        self.progress: Progress = Bars()

    def say(self, message: str) -> None:
        """A message on standard error, above the bars."""
        if self.bar.disable:
            print(message, file=sys.stderr)
        else:
            self.bar.console.print(message, markup=False, soft_wrap=True)

    def __enter__(self) -> _Shown:
        self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bar.stop()


def main() -> None:
    """Run the command line; a Coranto error becomes one line and exit status 1."""
    try:
        app()
    except CorantoError as error:
        typer.echo(f"coranto: {error}", err=True)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        typer.echo("coranto: stopped", err=True)
        raise SystemExit(130) from None
