"""Documents: what is written reads back, whatever names hold, and the same content gives the same bytes."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.errors import OutputNotWritableError
from core.report.blocks import (
    Align,
    Axis,
    Block,
    Column,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Matrix,
    Paper,
    Paragraph,
    Picture,
    Plot,
    PlotFigure,
    Series,
    Statements,
    Table,
)
from core.report.document import compile_document, write_document
from core.report.font_coverage import FACES, characters_of_font, font_folder, printable

DATE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOSTILE = '#panic("x") $x^2$ *b* _i_ `c` <label> @ref // \\ "q" [] {} = Heading'
SIGNS = "\u2013\u2014\u2212\u00b1\u2265\u2264\u00d7\u00b7\u2026\u2019\u201c\u201d%<>+"
LETTERS = "İıŞşĞğ ΆΩώ ЖЪћ Việt ệ ß ł"

AXIS = Axis("Share", 0.0, 1.0, ((0.0, "0"), (1.0, "1")))


def document_of(*blocks: Block, subtitle: str = "A test", paper: Paper = Paper.A4, **pictures: bytes) -> Document:
    return Document("Test", subtitle, (("Name", subtitle),), blocks, "made by a test", paper=paper, pictures=pictures)


def every_block(picture: str) -> tuple[Block, ...]:
    words = f"{HOSTILE} {LETTERS}"
    line = Series(((0.0, 0.0), (0.5, 0.9), (1.0, 1.0)), "main", words, marks=True)
    return (
        Heading(words),
        Paragraph(words),
        Statements(words, (words,), framed=True),
        KeyFigures((KeyFigure(words, "0.99", "0.98 to 1.00", words),)),
        Table(words, (Column(words), Column("n", Align.RIGHT), Column("x", share=1.0)), ((words, "1", words),), words),
        Matrix(words, (words, "b"), (words, "b"), (("1", "2"), ("3", "4")), (("33%", "67%"),) * 2, ((0.3, 0.7),) * 2),
        PlotFigure(words, words, (Plot(words, AXIS, AXIS, (line,)),) * 2),
        Picture(words, words, picture, 0.3),
    )


@pytest.fixture(scope="module")
def picture() -> bytes:
    from io import BytesIO

    from PIL import Image

    buffer = BytesIO()
    Image.new("L", (8, 8), 90).save(buffer, "PNG")
    return buffer.getvalue()


class TestCompileDocument:
    def test_every_block_takes_any_text(self, picture: bytes) -> None:
        """Given text that is Typst markup, every kind of block is laid out and keeps the archive's standards."""
        pdf = compile_document(document_of(*every_block("p"), subtitle=HOSTILE, p=picture), DATE)

        assert pdf.startswith(b"%PDF-1.7")
        assert b"/StructTreeRoot" in pdf
        assert b"/MarkInfo" in pdf
        assert b"/Lang(en)" in pdf or b"/Lang (en)" in pdf
        assert re.search(rb"pdfaid:part>2<", pdf)
        assert re.search(rb"pdfaid:conformance>A<", pdf)
        assert re.search(rb"pdfuaid:part>1<", pdf)

    def test_same_content_and_date_give_same_bytes(self) -> None:
        content = document_of(Paragraph("Some words."))

        first, second = compile_document(content, DATE), compile_document(content, DATE)
        other_day = compile_document(content, DATE.replace(day=24))

        assert first == second
        assert first != other_day

    def test_paper_is_the_one_asked_for(self) -> None:
        letter = compile_document(document_of(paper=Paper.LETTER), DATE)
        a4 = compile_document(document_of(), DATE)

        assert re.search(rb"/MediaBox ?\[0 0 612 792\]", letter)
        assert re.search(rb"/MediaBox ?\[0 0 595\.\d+ 841\.\d+\]", a4)

    def test_characters_without_a_glyph_do_not_stop_it(self) -> None:
        assert compile_document(document_of(Paragraph("中文 한국 \U0001f600 \ue000 \udcff \x00")), DATE)


class TestWriteDocument:
    def test_replaces_what_was_there(self, tmp_path: Path) -> None:
        target = tmp_path / "report.pdf"
        target.write_bytes(b"old")

        write_document(document_of(), target, DATE)

        assert target.read_bytes().startswith(b"%PDF")
        assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]

    def test_missing_folder_is_an_error_with_the_path(self, tmp_path: Path) -> None:
        target = tmp_path / "nowhere" / "report.pdf"

        with pytest.raises(OutputNotWritableError) as caught:
            write_document(document_of(), target, DATE)

        assert caught.value.path == target
        assert type(caught.value) is OutputNotWritableError


class TestPrintable:
    def test_letters_of_the_promised_scripts_stay(self) -> None:
        assert printable(LETTERS) == LETTERS

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("م", "<U+0645>"),
            ("a\u202egnp.exe", "a<U+202E>gnp.exe"),
            ("\udcff", "<U+DCFF>"),
            ("a\nb\tc\u00a0d", "a b c d"),
            ("e\u0301", "é"),
            ("\u200b", "<U+200B>"),
        ],
    )
    def test_what_cannot_be_seen_is_named(self, text: str, expected: str) -> None:
        assert printable(text) == expected

    def test_every_face_covers_what_the_program_writes(self) -> None:
        for face in FACES:
            covered = characters_of_font((font_folder() / face).read_bytes())
            assert {ord(character) for character in LETTERS + SIGNS} - {32} <= covered
            assert 0x4E2D not in covered

    def test_fallback_faces_have_names_of_east_asia(self) -> None:
        names = "山田太郎 やまだ・タロウ 김희중 洪吉洞 홍길동 王小明 陳大文 髙橋﨑"
        assert printable(names) == names
