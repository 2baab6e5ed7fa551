"""The command line: a thin skin over the package. Results to files and standard output,
progress and messages to standard error; exit status 0 only when all went well."""

from __future__ import annotations

import sys
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

from coranto.errors import CorantoError, OutputError, ReadError
from coranto.version import __version__

if TYPE_CHECKING:
    from coranto.chronology.result import Chronology
    from coranto.language.model import LanguageModel

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
            paths, model=_model(model), on_error=report_problem, progress=shown.progress
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
) -> None:
    """Show a REPORT in the terminal with its actors, times, statements and events."""
    from coranto.annotation import annotate  # noqa: PLC0415 (slow import)
    from coranto.reading import read  # noqa: PLC0415
    from coranto.terminal import print_annotated  # noqa: PLC0415

    if published is not None:
        _check_date(published)
    loaded = _model(model)
    console = Console(highlight=False)
    for one in read(report):
        print_annotated(console, one, annotate(one, published, model=loaded))


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


if __name__ == "__main__":
    main()
