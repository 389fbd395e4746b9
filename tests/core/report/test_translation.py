"""Reports and dossiers in the person's language: no word is in another, and what programs read stays English."""

import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from core.errors import DamagedFileError, UnusableLogoError
from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.measurement import Point
from core.imaging.radiograph import Stated
from core.imaging.reading import read_radiograph
from core.jobs import JobContext, Progress
from core.language import SourceCatalogue, in_language, in_source_language, tr, use_catalogue
from core.registry.registry import ModelRegistry
from core.report import words
from core.report.blocks import Document
from core.report.clinic import Clinic, read_logo
from core.report.disease_rows import disease_rows
from core.report.document import compile_document, content_json
from core.report.dossier_content import dossier_document
from core.report.plot_axes import axis_between
from core.report.publishing import publish_run, write_run_dossier
from core.report.report_settings import ReportSettings
from core.report.scan_case import ScanCase
from core.report.scan_report import scan_document, scan_report_pdf
from core.report.template_words import TemplateWords
from core.screening.decision import Decision
from core.screening.result import Override
from core.training.disease_figures import NO_FIGURES, DiseaseFigures, lungs_probes
from core.training.dossier import build_dossier
from core.training.dossier_json import dossier_json
from core.training.lungs_probe import FoldProbe
from core.training.results import Estimate
from tests.pseudo_language import CLOSING, OPENING, untranslated

from ..training.disease_examples import (  # noqa: TID252 (the tests' folders have no absolute name)
    DOES_NOT_LOOK,
    LOOKS,
)
from .conftest import make_dossier
from .finished_runs import finished_run
from .scan_cases import answer, grey_picture, named, refused, undetermined

DATE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PLAIN = ReportSettings(person="Dr. Ayşe Yılmaz")
MEASUREMENTS = (
    DrawnMeasurement(MeasurementKind.LENGTH, (Point(40, 30), Point(40, 130))),
    DrawnMeasurement(MeasurementKind.ELLIPSE, (Point(100, 60), Point(180, 140))),
)
WITHOUT_LUNGS = DiseaseFigures(probes=lungs_probes([FoldProbe((), (), (), (), 12)], {}, ("a", "b"), "a"))

# Values of these names are code: styles, names of files, colours.
CODE = {"style", "file", "logo", "colours", "tone", "align", "paper", "language"}
# Names that are the same in every language, units, and what stands for data.
NAMES = (
    "COVID-19", "Non-COVID-19", "Hilum", "UTC", "SHA-256", "AUC", "F1", "MB", "px", "mm", "CLAIM 2024", "TRIPOD+AI",
    "resnet50_cxr_v1", "lungs_opacity_v0", "OpenVINO", "Test processor", "cpu", "float32", "DICOM CR",
    "dossier.json", "Python", "torch", "numpy", "clinic", "A processor", "bfloat16",
    "collection", "lanczos", "mid_rank",
    "No shortcut was found in this model's training images.",
)  # fmt: skip


def texts_of(value: object) -> Iterator[str]:
    """Every text of a document that a template shows."""
    match value:
        case str():
            yield value
        case tuple():
            for member in value:
                yield from texts_of(member)
        case _ if is_dataclass(value):
            for member in fields(value):
                if member.name not in CODE or (member.name == "logo" and isinstance(value, TemplateWords)):
                    yield from texts_of(getattr(value, member.name))
        case _:
            pass


def left_over(document: Document, *data: str) -> list[str]:
    """Texts of a document with words that no translation reaches."""
    # Templates fill these in.
    texts = sorted({re.sub(r"\{(page|pages|title)\}", "", text) for text in texts_of(document)})
    digests = {digest for text in texts for digest in re.findall(r"\b[0-9a-f]{32,64}\b", text)}
    return untranslated(texts, allowed=(*NAMES, *data, *digests))


class HiddenLetters(SourceCatalogue):
    """No letter of any translated string; what is filled in stays, so that an English word in a sentence is seen."""

    def text(self, source: str, meaning: str) -> str:
        if meaning.startswith("a pattern") or meaning in ("a sign in numbers", "a percentage"):
            return source
        return re.sub(r"(\{\w+\})|[^\W\d_]", lambda found: found[1] or "\N{WHITE SQUARE}", source)

    def plural(self, one: str, many: str, count: int) -> str:
        return self.text(super().plural(one, many, count), "")


@pytest.fixture
def letters_hidden(source_language: None) -> None:
    """Speak a language in which only data have letters."""
    use_catalogue(HiddenLetters())


class TestEveryWord:
    def test_of_a_scan_that_says_much(self, letters_hidden: None, chest_dicom: Path) -> None:
        radiograph = read_radiograph(chest_dicom)
        case = ScanCase(
            radiograph, answer(radiograph), None, MEASUREMENTS, comment="Görülen", impression=Decision.POSITIVE
        )

        document = scan_document([case], replace(PLAIN, clinic=Clinic("Göğüs")), DATE)

        study = radiograph.patient_study
        stated = (study.patient_name, study.patient_id, study.institution, study.accession_number)
        data = [item.value for item in (*stated, study.study_description) if item is not None]
        assert left_over(document, *data, PLAIN.person, "RG1_UNCR.dcm", "PA", "Görülen", "Göğüs") == []

    def test_of_several_scans_with_every_kind_of_answer(self, letters_hidden: None) -> None:
        picture = replace(grey_picture(), path=Path("/somewhere/photo.png"))
        somebody = named(picture, "Doe, Jane", study_date=Stated(date(2026, 1, 2), "the test"))
        unnamed, whole = Override("", "2026-11-23T11:00:00+00:00"), refused(picture)
        path = Path("/somewhere/broken.dcm")
        cases = [
            ScanCase(somebody, answer(somebody)),
            ScanCase(picture, undetermined(picture)),
            ScanCase(picture, whole),
            ScanCase(picture, replace(whole, override=unnamed)),
            ScanCase(picture, replace(whole, override=replace(unnamed, person="Dr. B"))),
            ScanCase(None, failure=DamagedFileError(path), path=path),
            ScanCase(picture),
            ScanCase(grey_picture()),
        ]

        document = scan_document(cases, replace(PLAIN, person=""), DATE)
        anonymous = scan_document(cases, replace(PLAIN, anonymous=True), DATE)

        assert left_over(document, "Doe, Jane", "photo.png", "broken.dcm", "Dr. B") == []
        assert left_over(anonymous, "Dr. B", PLAIN.person) == []

    @pytest.mark.parametrize("disease", [DOES_NOT_LOOK, LOOKS, NO_FIGURES, WITHOUT_LUNGS])
    def test_of_a_dossier(self, letters_hidden: None, disease: DiseaseFigures) -> None:
        plain = make_dossier(images=120, folds=5, separation=1.0, sources=("North", "South"))
        dossier = build_dossier(plain.summary, plain.provenance, disease)

        document = dossier_document(dossier, DATE, "dossier.json", "cd" * 32)

        files = {f"{label}/scan_{number:05d}.png" for label in ("COVID-19", "Non-COVID-19") for number in range(120)}
        assert left_over(document, *files, "North", "South") == []

    @pytest.mark.parametrize(
        "values",
        [
            {"classes": ("one", "two", "three", "four", "five"), "images": 100, "folds": 12},
            {"classes": ("one", "two"), "images": 4, "folds": 2, "patients": False, "separation": 9.0},
            {"classes": ("one", "two"), "images": 40, "folds": 1},
        ],
        ids=["many folds and classes", "nothing wrong", "one fold"],
    )
    def test_of_other_dossiers(self, letters_hidden: None, values: dict[str, Any]) -> None:
        document = dossier_document(make_dossier(**values), DATE, "dossier.json", "cd" * 32)

        names = values["classes"]
        files = {f"{label}/scan_{number:05d}.png" for label in names for number in range(values["images"])}
        assert left_over(document, *files, *names) == []

    @pytest.mark.parametrize("disease", [DOES_NOT_LOOK, LOOKS, NO_FIGURES, WITHOUT_LUNGS])
    def test_of_the_lines_about_the_disease(self, letters_hidden: None, disease: DiseaseFigures) -> None:
        rows = disease_rows(disease, make_dossier().summary)

        texts = [text for row in rows for text in (row.name, row.figure, row.meaning)]
        assert untranslated(texts, allowed=(*NAMES, "North", "South")) == []

    def test_of_publishing(self, letters_hidden: None, tmp_path: Path) -> None:
        events: list[Progress] = []

        publish_run(finished_run(tmp_path / "run"), ModelRegistry(tmp_path / "models"), JobContext(events.append))

        assert len(events) == 3
        assert untranslated([event.label for event in events]) == []

    def test_of_why_a_logo_cannot_be_taken(self, letters_hidden: None, tmp_path: Path) -> None:
        from PIL import Image

        (tmp_path / "no.png").write_text("no picture")
        Image.new("1", (10_000, 6_000)).save(tmp_path / "large.png")
        for name in ("no.png", "large.png"):
            with pytest.raises(UnusableLogoError) as caught:
                read_logo(tmp_path / name)

            assert str(caught.value.detail).isascii()
            assert untranslated([tr(caught.value.detail)]) == []


class TestTurkish:
    def test_a_report_is_tagged_and_has_its_signs(self, turkish: None, chest_dicom: Path) -> None:
        radiograph = read_radiograph(chest_dicom)
        document = scan_document([ScanCase(radiograph, answer(radiograph))], PLAIN, DATE)
        text = content_json(document)

        assert "%96,1" in text
        assert "96.1%" not in text
        assert "26.08.2004" in text
        assert "23.11.2026 12:00 UTC" in text
        assert language_of(compile_document(document, DATE)) == "tr"
        assert language_of(scan_report_pdf([ScanCase(grey_picture())], PLAIN, DATE)) == "tr"

    def test_classes_have_one_name_in_the_answer_and_in_the_plot(self, turkish: None) -> None:
        picture = grey_picture()
        text = content_json(scan_document([ScanCase(picture, answer(picture))], PLAIN, DATE))

        assert text.count("COVID-19 dışı") > 1
        assert "Non-COVID-19" not in text

    def test_a_dossier_is_tagged_and_has_its_signs(self, turkish: None) -> None:
        document = dossier_document(make_dossier(separation=1.0), DATE, "dossier.json", "cd" * 32)
        pdf = compile_document(document, DATE)

        assert re.search(r"%\d\d,\d", content_json(document))
        assert not re.search(r"\d%", content_json(document))
        assert language_of(pdf) == "tr"
        # What archives and screen readers ask for holds in every language.
        assert b"pdfaid:part>2<" in pdf
        assert b"pdfuaid:part>1<" in pdf

    def test_numbers_and_intervals(self, turkish: None) -> None:
        estimate = Estimate(0.99, 0.984, 0.998)
        assert words.percent(0.961) == "%96,1"
        assert [words.percent(0.9999), words.percent(0.0001)] == [">%99,9", "<%0,1"]
        assert words.percent_interval(estimate).startswith("%98,4")
        assert words.decimal_interval(estimate).startswith("0,984")
        assert [words.threshold_words(0.4653), words.threshold_words(4e-8)] == ["0,465", "4,00e-08"]
        assert words.moment("2026-11-23T10:00:00+01:30") == "23.11.2026 10:00 UTC+01:30"
        assert [label for _, label in axis_between("", -0.5, 0.5).ticks] == [
            "\N{MINUS SIGN}0,4", "\N{MINUS SIGN}0,2", "0,0", "0,2", "0,4",
        ]  # fmt: skip

    def test_a_report_in_turkish_is_made_in_an_english_process(self) -> None:
        with in_language("tr"):
            pdf = scan_report_pdf([ScanCase(grey_picture())], PLAIN, DATE)

        assert language_of(pdf) == "tr"
        assert language_of(scan_report_pdf([ScanCase(grey_picture())], PLAIN, DATE)) == "en"
        assert words.percent(0.961) == "96.1%"


class TestWhatProgramsRead:
    def test_the_json_file_is_english_and_the_pdf_names_its_hash(
        self, pseudo_language: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run = finished_run(tmp_path / "run", with_model=False)
        written: list[Document] = []
        monkeypatch.setattr("core.report.dossier_pdf.write_document", lambda document, *_: written.append(document))

        write_run_dossier(run, pdf=tmp_path / "mine.pdf")

        content = (tmp_path / "mine.json").read_bytes()
        assert OPENING not in json.dumps(json.loads(content), ensure_ascii=False)
        (document,) = written
        texts = list(texts_of(document))
        assert any(hashlib.sha256(content).hexdigest() in text for text in texts)
        assert any(text.startswith(OPENING) and text.endswith(CLOSING) for text in texts)

    def test_a_dossier_is_the_same_json_in_every_language(self, turkish: None) -> None:
        with in_source_language():
            english = dossier_json(make_dossier())

        with in_language("tr"), in_source_language():
            assert dossier_json(make_dossier()) == english


def language_of(pdf: bytes) -> str:
    """The language that a PDF says it is in."""
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return str(opened.Root.Lang)
