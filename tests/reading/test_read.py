"""Reading one file: its kind, its encoding, its records, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coranto.errors import ReadError, ReadWarning
from coranto.reading import read

TEXT = (
    "The foreign ministers of Austria and Hungary met in Vienna on Tuesday, officials said.\n\n"
    "The “working meeting” lasted three hours – longer than planned – and ended without a deal.\n"
)
CLEAN = TEXT.strip()


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def reason(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.source == path.as_posix()
    return caught.value.reason


# --- encodings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1251"],
)
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (report,) = read(write(tmp_path, "report.txt", TEXT.encode(encoding)))
    assert report.text == CLEAN


def test_latin_1_is_read(tmp_path: Path) -> None:
    (report,) = read(write(tmp_path, "a.txt", "Talks in Zürich and São Paulo.".encode("latin-1")))
    assert report.text == "Talks in Zürich and São Paulo."


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-8"])
def test_a_russian_text_is_read_in_its_own_letters(tmp_path: Path, encoding: str) -> None:
    russian = (
        "Министры иностранных дел двух стран встретились во вторник в Вене. Переговоры шли долго."
    )
    (report,) = read(write(tmp_path, "ru.txt", russian.encode(encoding)))
    assert report.text == russian


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_page_that_can_be_read_to_say_so_is_not_utf16(tmp_path: Path, encoding: str) -> None:
    told = "Envoys met in Geneva on Monday \u2013 and agreed to meet again in a week\u2019s time."
    page = f"<html><head><meta charset=utf-16></head><body><article><p>{told}</p></article></body>"
    path = tmp_path / "page.html"
    path.write_bytes(page.encode(encoding))
    assert told in read(path)[0].text


def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "iso-8859-2").replace("Vienna", "Győr")
    (report,) = read(write(tmp_path, "p.html", page.encode("iso-8859-2")))
    assert "in Győr on Tuesday" in report.text


def test_mojibake_is_repaired_and_mapped(tmp_path: Path) -> None:
    broken = TEXT.encode().decode("cp1252", "replace")
    (report,) = read(write(tmp_path, "m.txt", broken))
    assert "three hours – longer" in report.text
    for piece in report.pieces:
        end = piece.original + piece.length
        assert broken[piece.original : end] == report.text[piece.start : piece.start + piece.length]


# --- kinds of files ------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ministers meet in Vienna - The Example Courier</title>
<meta property="og:title" content="Ministers meet in Vienna">
<meta property="og:site_name" content="The Example Courier">
<meta property="article:published_time" content="2024-04-08T09:30:00+02:00">
<link rel="canonical" href="https://courier.example.org/world/ministers-meet-in-vienna">
<script>var x = "<p>not a text</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ministers meet in Vienna</h1>
<p>The foreign ministers of <a href="/at">Austria</a> and Hungary met in Vienna on Tuesday,
officials said after the talks &amp; a dinner.</p>
<p>The &ldquo;working meeting&rdquo; lasted three hours, longer than planned, and ended in
no deal.</p>
<p>A further round is planned for early June in Geneva, according to the hosts of the talks.</p>
<p>Advertisement</p>
<p>Both sides said that they would go on talking about grain exports and prisoner exchanges.</p>
</article>
<footer><p>Copyright 2011-2026 The Example Courier</p></footer></body></html>
"""


def test_a_page_gives_text_title_outlet_address_and_date(tmp_path: Path) -> None:
    (report,) = read(write(tmp_path, "page.html", PAGE))
    assert report.title == "Ministers meet in Vienna"
    assert report.outlet == "The Example Courier"
    assert report.url == "https://courier.example.org/world/ministers-meet-in-vienna"
    assert report.published.dates.day is not None
    assert report.published.dates.day.isoformat() == "2024-04-08"
    assert report.published.basis == "its page's metadata"
    assert "“working meeting” lasted" in report.text
    assert "Austria and Hungary met" in report.text
    assert "officials said after the talks & a dinner." in report.text
    assert "Home" not in report.text and "Advertisement" not in report.text


def test_what_a_page_has_around_the_article_is_kept_as_removed(tmp_path: Path) -> None:
    (report,) = read(write(tmp_path, "page.html", PAGE))
    removed = {r.text: r.reason for r in report.removed}
    assert removed["Home"] == "outside the article"
    assert removed["Advertisement"] == "advertisement"
    for part in report.removed:
        assert PAGE[part.start : part.end] == part.text
    for piece in report.pieces:
        original = PAGE[piece.original : piece.original + piece.length]
        assert original == report.text[piece.start : piece.start + piece.length]
    assert sum(p.length for p in report.pieces) > 0.95 * len(report.text)


def test_a_caption_that_is_a_full_sentence_belongs_to_the_article(tmp_path: Path) -> None:
    sentence = "The two ministers walked through the old town before the talks began on Tuesday."
    credit = "Photo courtesy of the Example Ministry"
    page = PAGE.replace(
        "<p>The foreign",
        f"<figure><img src='a.jpg'><figcaption><p>{sentence} {credit}</p></figcaption></figure>"
        "<figure><figcaption>The old town hall of Vienna, Austria, at night</figcaption></figure>"
        "<aside><figure><figcaption>A choir from the north won the prize in Lisbon on Monday."
        "</figcaption></figure></aside><p>The foreign",
        1,
    )
    (report,) = read(write(tmp_path, "page.html", page))
    removed = {part.text: part.reason for part in report.removed}
    assert f"\n\n{sentence}\n\nThe foreign" in report.text
    assert removed[credit] == "photo credit"
    assert "choir" not in report.text
    assert "old town hall" not in report.text


def test_a_page_is_a_page_whatever_its_name(tmp_path: Path) -> None:
    (named_text,) = read(write(tmp_path, "page.txt", PAGE))
    (named_page,) = read(write(tmp_path, "page.html", PAGE))
    assert named_text.text == named_page.text


def test_a_text_is_a_text_though_named_html(tmp_path: Path) -> None:
    (report,) = read(write(tmp_path, "plain.html", TEXT))
    assert report.text == CLEAN


def test_a_broken_page_is_read_or_named(tmp_path: Path) -> None:
    broken = PAGE.replace("</p>", "").replace("</article>", "<div><b></i>")[:-120]
    with pytest.warns(ReadWarning, match=r"broken\.html: looks cut off"):
        (report,) = read(write(tmp_path, "broken.html", broken))
    assert "A further round is planned for early June" in report.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 30_000 + "text" + "</div>" * 30_000 + "</body></html>",
        "<html><body><script>" + "x" * 100_000,
        "<html><!--" * 2_000,
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><html>&b;</html>",
        "<html><body><p>" + "&lt;" * 20_000 + "</p></body></html>",
        "<html>" + '<a href="' * 5_000,
        "<html><head></head><body></body></html>",
        "<html><body>" + "<p>\x00\ud800</p>".encode("utf-8", "replace").decode() + "</body></html>",
    ],
)
def test_a_hostile_page_is_read_or_named(tmp_path: Path, page: str) -> None:
    path = write(tmp_path, "hostile.html", page)
    try:
        reports = read(path)
    except ReadError as error:
        assert error.reason
    else:
        assert all(r.text for r in reports)


def test_markdown_marks_go_and_words_stay(tmp_path: Path) -> None:
    text = (
        "# Ministers meet in Vienna\n\nThe **two** ministers [met](https://example.org/x) today.\n"
    )
    (report,) = read(
        write(tmp_path, "a.md", text + "\nThey will meet again in June, officials said.")
    )
    assert report.title == "Ministers meet in Vienna"
    assert "The two ministers met today." in report.text


# --- records -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "record"),
    [
        (
            "a.json",
            {"text": CLEAN, "title": "T one", "outlet": "Courier", "url": "https://a.org/x"},
        ),
        (
            "b.json",
            {"body": CLEAN, "headline": "T one", "source": "Courier", "link": "https://a.org/x"},
        ),
        (
            "c.json",
            {
                "content": CLEAN,
                "Title": "T one",
                "source": {"id": None, "name": "Courier"},
                "URL": "https://a.org/x",
            },
        ),
        (
            "d.json",
            {
                "paragraphs": CLEAN.split("\n\n"),
                "title": "T one",
                "publisher": "Courier",
                "url": "https://a.org/x",
            },
        ),
        (
            "e.txt",
            {"full_text": CLEAN, "title": "T one", "site": "Courier", "url": "https://a.org/x"},
        ),
    ],
)
def test_records_by_any_of_the_usual_keys(tmp_path: Path, name: str, record: object) -> None:
    (report,) = read(write(tmp_path, name, json.dumps(record)))
    assert (report.text, report.title, report.outlet, report.url) == (
        CLEAN, "T one", "Courier", "https://a.org/x",
    )  # fmt: skip
    assert {fact.grounds.where for fact in report.facts} == {"metadata"}


@pytest.mark.parametrize(
    ("key", "value", "day"),
    [
        ("date", "2024-04-08", "2024-04-08"),
        ("published", "2024-04-08T23:30:00-05:00", "2024-04-08"),
        ("publishedAt", "2024-04-08T01:00:00Z", "2024-04-08"),
        ("pubDate", "Mon, 08 Apr 2024 10:00:00 GMT", "2024-04-08"),
        ("time", 1712570400, "2024-04-08"),
        ("timestamp", 1712570400000, "2024-04-08"),
        ("date", "April 8, 2024", "2024-04-08"),
        ("date", "8 April 2024", "2024-04-08"),
        ("date", "20240408", "2024-04-08"),
        ("date", "25/04/2024", "2024-04-25"),
    ],
)
def test_a_records_date_is_the_day_in_the_zone_it_gives(
    tmp_path: Path, key: str, value: object, day: str
) -> None:
    (report,) = read(write(tmp_path, "a.json", json.dumps({"text": CLEAN, key: value})))
    assert report.published.basis == "its record's date"
    assert str(report.published.earliest) == str(report.published.latest) == day


@pytest.mark.parametrize("value", ["04/08/2024", "soon", 2024, "0000-00-00", "", None, True, [1]])
def test_an_unclear_date_is_no_date(tmp_path: Path, value: object) -> None:
    (report,) = read(write(tmp_path, "a.json", json.dumps({"text": CLEAN, "date": value})))
    assert not report.published.dates.known


def test_several_records_are_numbered(tmp_path: Path) -> None:
    records = [{"text": f"{CLEAN} {n}"} for n in range(3)]
    for name, content in (
        ("a.json", json.dumps(records)),
        ("b.jsonl", "\n".join(map(json.dumps, records))),
        ("c.ndjson", "\n\n".join(map(json.dumps, records))),
        ("d.json", json.dumps({"status": "ok", "articles": records})),
        ("e.txt", "\n".join(map(json.dumps, records))),
    ):
        reports = read(write(tmp_path, name, content), source="given")
        assert [r.source for r in reports] == ["given#1", "given#2", "given#3"]


def test_the_html_in_a_record_is_taken_out(tmp_path: Path) -> None:
    record = {
        "content": "<p>The ministers met.</p><p>They &amp; their aides dined.<br>Then left.</p>"
    }
    (report,) = read(write(tmp_path, "a.json", json.dumps(record)))
    assert report.text == "The ministers met.\n\nThey & their aides dined.\n\nThen left."


def test_lone_surrogates_in_a_record_harm_nothing(tmp_path: Path) -> None:
    (report,) = read(
        write(tmp_path, "a.json", '{"text": "The talks \\ud800 ended.", "title": "A\\udfff"}')
    )
    report.text.encode()
    assert report.title is not None
    report.title.encode()


def test_a_text_in_brackets_is_no_json(tmp_path: Path) -> None:
    (report,) = read(write(tmp_path, "a.txt", "[Vienna] " + TEXT))
    assert report.text.startswith("[Vienna] The foreign")


# --- files that are wrong -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t \r\n", "empty: only white space"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "not text: looks like a PNG image"),
        ("a.txt", b"%PDF-1.7 \xe2\xe3", "not text: looks like a PDF document"),
        ("a.html", b"PK\x05\x06\x14\x00", "not text: looks like a ZIP archive"),
        ("a.txt", b"abc\x00\x00def\x00gh\x01ijk", "not text: holds NUL bytes"),
        ("a.txt", bytes(range(1, 32)) * 20, "not text: holds many control characters"),
        ("a.txt", b"Advertisement\n\n___\n", "no text left after cleaning"),
        ("a.json", b'{"text": ', "not valid JSON: Expecting value (line 1, column 10)"),
        ("a.json", b'{"title": "Only a title"}',
         "no text (looked for text, body, content or paragraphs)"),
        ("a.json", b'{"text": 12}', "its text is a number, not text"),
        ("a.json", b'{"paragraphs": ["a", 3]}', "its paragraphs hold a number, not text"),
        ("a.json", b"[]", "empty: a list of no records"),
        ("a.json", b"12", "not an object but a number"),
        ("a.jsonl", b"\n\n", "empty: no records"),
        ("a.json", b"[" * 200_000, "JSON nested too deeply"),
    ],
)  # fmt: skip
def test_a_bad_file_is_named_with_its_reason(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    assert reason(write(tmp_path, name, content)) == words


def test_a_huge_text_is_refused_in_one_line(tmp_path: Path) -> None:
    path = write(tmp_path, "huge.txt", b"All work and no play. " * 600_000)
    assert reason(path) == "too large for one report: 13 MB (limit 10 MB)"


def test_a_long_text_is_refused_after_reading(tmp_path: Path) -> None:
    path = write(tmp_path, "long.json", json.dumps({"text": "All work and no play. " * 100_000}))
    assert reason(path) == "too long for one report: 2.2 million characters (limit 2)"


def test_missing_files_folders_and_links(tmp_path: Path) -> None:
    assert reason(tmp_path / "none.txt") == "no such file or folder"
    assert reason(tmp_path) == "a folder, not a file"
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert reason(link) == "a link to a file that does not exist"


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "locked.txt", TEXT)

    def refuse(self: Path, *args: object, **kwargs: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert reason(path) == "no permission to read it"


def test_a_bad_row_is_named_with_its_number(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", json.dumps({"text": TEXT}) + '\n{"text": oops}\n')
    with pytest.raises(ReadError) as caught:
        read(path, source="rows.jsonl")
    assert caught.value.source == "rows.jsonl#2"
    assert caught.value.reason == "row 2: not valid JSON: Expecting value (column 10)"


@given(data=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl"]))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_bytes_are_read_or_named(tmp_path: Path, data: bytes, name: str) -> None:
    path = write(tmp_path, name, data)
    try:
        reports = read(path)
    except ReadError as error:
        assert "\n" not in error.reason
    else:
        for report in reports:
            report.text.encode()
