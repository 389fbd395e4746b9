"""Reports of scans: what their text says, what they keep to themselves, and that the same scan gives the same bytes."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from core.errors import DamagedFileError, OutputNotWritableError, UnusableLogoError
from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.measurement import Point
from core.imaging.radiograph import ImageFormat, Radiograph, Stated
from core.imaging.reading import read_radiograph
from core.report.blocks import Paper
from core.report.clinic import Clinic
from core.report.report_settings import LONGEST_COMMENT, ReportSettings
from core.report.scan_case import ScanCase
from core.report.scan_report import scan_document, scan_report_pdf, write_scan_report
from core.screening.decision import Decision
from core.screening.result import OVERRIDE_NOTICE, RESEARCH_USE_NOTICE, Override

from .scan_cases import (
    LIMITS,
    REFUSAL,
    STANDING,
    UNDECIDED,
    answer,
    bundled_card,
    grey_picture,
    named,
    refused,
    undetermined,
)

DATE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PLAIN = ReportSettings(person="Dr. Ayşe Yılmaz")
TextOf = Callable[[bytes], str]
LINE = DrawnMeasurement(MeasurementKind.LENGTH, (Point(40, 30), Point(40, 130)))
OVAL = DrawnMeasurement(MeasurementKind.ELLIPSE, (Point(100, 60), Point(180, 140)))


@pytest.fixture
def text_of(tmp_path: Path) -> TextOf:
    """The text of a PDF in the order in which a screen reader reads it, with single spaces."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed (poppler-utils)")

    def read(pdf: bytes) -> str:
        path = tmp_path / "report.pdf"
        path.write_bytes(pdf)
        found = subprocess.run([program, "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
        return re.sub(r"\s+", " ", found.stdout.decode())

    return read


def page_count(pdf: bytes) -> int:
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
    import io

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


class TestOnePage:
    @pytest.mark.parametrize("paper", list(Paper))
    def test_a_dicom_scan(self, text_of: TextOf, chest_dicom: Path, paper: Paper) -> None:
        """Given a DICOM scan, its page names patient, study, answer, gate, model, person, time and page."""
        radiograph = read_radiograph(chest_dicom)
        case = ScanCase(radiograph, answer(radiograph), comment="Compare with last week.", impression=Decision.POSITIVE)

        pdf = scan_report_pdf([case], replace(PLAIN, paper=paper), DATE)

        text = text_of(pdf)
        card = bundled_card()
        for words in (
            "CompressedSamples, RG1",
            "2004-08-26",
            "COVID-19 pattern",
            "96.1%",
            "At an error level of 5%: only “COVID-19” remains possible.",
            "Opacity, share of the lungs",
            "18.8%",
            "Input gate: passed",
            STANDING,
            LIMITS,
            f"{card.name} {card.version}, not commissioned here",
            card.weights_sha256,
            "AUC 0.911",
            "Compare with last week.",
            "finding present",
            "Dr. Ayşe Yılmaz",
            "2026-11-23 12:00 UTC",
            "Page 1 of 1",
            RESEARCH_USE_NOTICE,
        ):
            assert words in text
        assert page_count(pdf) == 1

    def test_a_picture_without_a_header(self, text_of: TextOf) -> None:
        radiograph = replace(grey_picture(), format=ImageFormat.PNG, path=Path("/private/hasta ışığı.png"))

        text = text_of(scan_report_pdf([ScanCase(radiograph, answer(radiograph))], PLAIN, DATE))

        assert "not named in the file" in text
        assert "hasta ışığı.png" in text
        assert "private" not in text
        assert "PNG, 280 x 320 pixels" in text
        assert "Accession" not in text

    def test_a_refused_scan_shows_no_probability(self, text_of: TextOf) -> None:
        radiograph = grey_picture()

        document = scan_document([ScanCase(radiograph, refused(radiograph))], PLAIN, DATE)
        text = text_of(scan_report_pdf([ScanCase(radiograph, refused(radiograph))], PLAIN, DATE))

        assert "Not judged" in text
        assert REFUSAL in text
        assert "96.1%" not in text
        assert "Opacity in the lungs" not in text
        assert list(document.pictures) == ["scan1"]

    def test_an_override_shows_it_and_says_so(self, text_of: TextOf) -> None:
        radiograph = grey_picture()
        result = replace(refused(radiograph), override=Override("Dr. B", "2026-11-23T11:00:00+00:00"))

        text = text_of(scan_report_pdf([ScanCase(radiograph, result)], PLAIN, DATE))

        assert "96.1%" in text
        assert OVERRIDE_NOTICE in text
        assert "Overridden by Dr. B, 2026-11-23 11:00 UTC." in text

    def test_an_undetermined_answer_says_why(self, text_of: TextOf) -> None:
        radiograph = grey_picture()

        case = ScanCase(radiograph, undetermined(radiograph))
        text = text_of(scan_report_pdf([case], PLAIN, DATE))

        assert "Undetermined" in text
        assert UNDECIDED in text
        figures = scan_document([case], PLAIN, DATE).blocks[0].answer.figures  # type: ignore[union-attr]
        assert figures[0].interval == "At an error level of 5%: both answers remain possible."

    def test_another_model_is_never_given_the_bundled_figures(self, text_of: TextOf) -> None:
        """Given the answer of a model that is not kept here, its page says so instead of taking another's card."""
        radiograph = grey_picture()
        card = replace(bundled_card(), name="ward", version="3", positive_class="COVID-19")
        case = ScanCase(radiograph, answer(radiograph, card))

        text = text_of(scan_report_pdf([case], PLAIN, DATE))
        with_card = text_of(scan_report_pdf([replace(case, card=card)], PLAIN, DATE))

        assert "ward 3, not commissioned here" in text
        assert "not known here" in text
        assert "AUC 0.911" not in text
        assert "AUC 0.911" in with_card

    def test_a_scan_that_could_not_be_read_says_why(self, text_of: TextOf) -> None:
        path = Path("/private/Ali Veli.dcm")
        case = ScanCase(None, failure=DamagedFileError(path, "cut short"), path=path)

        text = text_of(scan_report_pdf([case], PLAIN, DATE))
        anonymous = text_of(scan_report_pdf([case], replace(PLAIN, anonymous=True), DATE))

        assert "No answer" in text
        assert "“Ali Veli.dcm” is damaged" in text
        assert "Ali Veli" not in anonymous
        assert "the file is damaged" in anonymous

    def test_measurements_are_listed_as_they_are_numbered_on_the_scan(self, text_of: TextOf) -> None:
        radiograph = grey_picture()
        unfinished = DrawnMeasurement(MeasurementKind.ANGLE, (Point(0, 0),))
        case = ScanCase(radiograph, answer(radiograph), measurements=(unfinished, LINE, OVAL))

        document = scan_document([case], PLAIN, DATE)
        text = text_of(scan_report_pdf([case], PLAIN, DATE))

        page = document.blocks[0]
        assert [mark.label for mark in page.pictures[0].marks] == ["1", "2"]  # type: ignore[union-attr]
        assert "1 100.0 px" in text
        assert "mean 1" in text


class TestNames:
    @pytest.mark.parametrize(
        "name",
        [
            "Muhammed Abdülkadir Şükrüoğlu Çağlayangil, İbrahim Hakkı Öğütçügil Iğdırlı",
            "Yamada, Tarou (山田, 太郎, やまだ, たろう)",
            "Hong, Gildong (洪, 吉洞, 홍, 길동)",
            "Παπαδόπουλος, Άγγελος",
            "Люксембург, Ђорђе",
        ],
    )
    def test_stand_as_they_are(self, text_of: TextOf, chest_dicom: Path, name: str) -> None:
        radiograph = named(read_radiograph(chest_dicom), name)

        text = text_of(scan_report_pdf([ScanCase(radiograph, answer(radiograph))], PLAIN, DATE))

        assert text.count(name) >= 1

    @pytest.mark.parametrize(
        ("name", "character_set", "expected"),
        [
            (
                "Yamada^Tarou=山田^太郎=やまだ^たろう",
                ["", "ISO 2022 IR 87"],
                "Yamada, Tarou (山田, 太郎, やまだ, たろう)",
            ),
            ("Şükrüoğlu^Çağrı", "ISO_IR 148", "Şükrüoğlu, Çağrı"),
            ("Wang^XiaoDong=王^小东", "ISO_IR 192", "Wang, XiaoDong (王, 小东)"),
            ("Hong^Gildong=洪^吉洞=홍^길동", ["", "ISO 2022 IR 149"], "Hong, Gildong (洪, 吉洞, 홍, 길동)"),
            ("Παπαδόπουλος^Άγγελος", "ISO_IR 126", "Παπαδόπουλος, Άγγελος"),
            ("Люксембург", "ISO_IR 144", "Люксембург"),
        ],
    )
    def test_of_each_character_set_come_out_of_the_file(
        self,
        text_of: TextOf,
        chest_dicom: Path,
        tmp_path: Path,
        name: str,
        character_set: str | list[str],
        expected: str,
    ) -> None:
        """Given a name in one of DICOM's character sets (PS3.5 annexes H to K), the report shows every group of it."""
        import pydicom

        dataset = pydicom.dcmread(chest_dicom)
        dataset.SpecificCharacterSet = character_set
        dataset.PatientName = name
        path = tmp_path / "named.dcm"
        dataset.save_as(path)

        radiograph = read_radiograph(path)
        text = text_of(scan_report_pdf([ScanCase(radiograph)], PLAIN, DATE))

        assert expected in text

    def test_that_are_hostile_change_nothing(self, text_of: TextOf, chest_dicom: Path) -> None:
        """Given markup, control characters and marks that turn text around, the page shows them as what they are."""
        hostile = '#panic("x") $x$ *b* <scan-start> ] } \\ \u202egnp.exe\x00\x1b[31m'
        radiograph = named(read_radiograph(chest_dicom), hostile)
        case = ScanCase(radiograph, answer(radiograph), comment=hostile)

        text = text_of(scan_report_pdf([case, case], replace(PLAIN, clinic=Clinic(name=hostile)), DATE))

        assert '#panic("x") $x$ *b* <scan-start> ] } \\ <U+202E>gnp.exe' in text
        assert "\u202e" not in text

    def test_an_anonymous_report_tells_none(self, text_of: TextOf, chest_dicom: Path) -> None:
        radiograph = read_radiograph(chest_dicom)
        old = replace(radiograph.patient_study, age_years=Stated(97.3, "the test"))
        cases = [ScanCase(one, answer(one)) for one in (radiograph, replace(radiograph, patient_study=old))]

        pdf = scan_report_pdf(cases, replace(PLAIN, anonymous=True), DATE)

        text = text_of(pdf)
        study = radiograph.patient_study
        for stated in (study.patient_name, study.patient_id, study.accession_number, study.institution):
            assert stated is not None
            assert stated.value not in text
            assert stated.value.encode() not in pdf
        for word in ("RG1_UNCR", "2004", "1940", "97 years"):
            assert word not in text
        assert "90 years or more" in text
        assert "Text burned into the picture may name the patient" in text


class TestLongTexts:
    @pytest.mark.parametrize("paper", list(Paper))
    def test_nothing_is_cut_silently(self, text_of: TextOf, chest_dicom: Path, paper: Paper) -> None:
        """Given more than a page holds, the rest is on a page that says whose it is."""
        radiograph = named(read_radiograph(chest_dicom), "Şükrüoğlu " * 15)
        statements = tuple(f"Statement {n}: this model was tried here, and what came of it is told." for n in range(10))
        result = replace(undetermined(radiograph), statements=statements)
        words = " ".join(f"word{number}" for number in range(240))
        case = ScanCase(radiograph, result, measurements=(LINE, OVAL) * 6, comment=words)

        pdf = scan_report_pdf([case], replace(PLAIN, paper=paper), DATE)

        text = text_of(pdf)
        for part in (*statements, "word0 ", "word239", "12 80.0 x 80.0 px"):
            assert part in text
        assert page_count(pdf) <= 2
        if page_count(pdf) == 2:
            assert "continued" in text

    def test_usual_texts_stay_on_one_page(self, chest_dicom: Path) -> None:
        radiograph = read_radiograph(chest_dicom)
        comment = "Patchy opacities in both lower zones. " * 12
        case = ScanCase(radiograph, undetermined(radiograph), measurements=(LINE, OVAL) * 4, comment=comment)
        clinic = Clinic("A clinic", "Radiology", "1 Street, 12345 Town", "+1 555 0100")

        for paper in Paper:
            assert page_count(scan_report_pdf([case], replace(PLAIN, paper=paper, clinic=clinic), DATE)) == 1

    def test_an_endless_comment_says_that_it_was_shortened(self, text_of: TextOf) -> None:
        case = ScanCase(grey_picture(), comment="a" * (LONGEST_COMMENT + 5))

        assert f"({LONGEST_COMMENT + 5:,} characters)" in text_of(scan_report_pdf([case], PLAIN, DATE))


class TestSeveralScans:
    def test_a_table_first_and_a_page_each(self, text_of: TextOf) -> None:
        radiograph = named(grey_picture(), "Doe, Jane", study_date=Stated(date(2026, 1, 2), "the test"))
        path = Path("/private/broken.dcm")
        cases = [
            ScanCase(radiograph, answer(radiograph)),
            ScanCase(radiograph, refused(radiograph)),
            ScanCase(None, failure=DamagedFileError(path), path=path),
        ]

        pdf = scan_report_pdf(iter(cases), PLAIN, DATE)

        text = text_of(pdf)
        assert page_count(pdf) == 4
        assert "3 scans" in text
        assert "1 failed, 1 positive, 1 refused" in text
        assert "1 Doe, Jane 2026-01-02 – positive 96.1% pass" in text
        assert "2 Doe, Jane 2026-01-02 – refused – refuse" in text
        assert "Scan 3: broken.dcm" in text
        assert "Page 4 of 4" in text

    def test_many_scans_make_small_pictures(self) -> None:
        radiograph = grey_picture(2400, 2000)
        few = scan_document([ScanCase(radiograph)] * 2, PLAIN, DATE)
        many = scan_document([ScanCase(radiograph)] * 21, PLAIN, DATE)

        assert len(many.pictures["scan1"]) < len(few.pictures["scan1"]) / 2


class TestFile:
    def test_same_scan_and_date_give_same_bytes(self, chest_dicom: Path) -> None:
        def make() -> bytes:
            radiograph = read_radiograph(chest_dicom)
            case = ScanCase(radiograph, answer(radiograph), measurements=(LINE, OVAL))
            return scan_report_pdf([case, case], PLAIN, DATE)

        assert make() == make()

    def test_keeps_the_standards_for_archives_and_screen_readers(self) -> None:
        pdf = scan_report_pdf([ScanCase(grey_picture(), answer(grey_picture()))], PLAIN, DATE)

        assert re.search(rb"pdfaid:part>2<", pdf)
        assert re.search(rb"pdfaid:conformance>A<", pdf)
        assert re.search(rb"pdfuaid:part>1<", pdf)
        assert b"/Lang(en)" in pdf or b"/Lang (en)" in pdf

    def test_e_mail_size_is_small(self, chest_dicom: Path) -> None:
        radiograph: Radiograph = read_radiograph(chest_dicom)
        case = ScanCase(radiograph, answer(radiograph))

        small = scan_report_pdf([case], replace(PLAIN, is_small=True), DATE)

        assert len(small) < 300_000
        assert len(small) < len(scan_report_pdf([case], PLAIN, DATE))

    def test_missing_folder_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(OutputNotWritableError):
            write_scan_report([ScanCase(grey_picture())], PLAIN, DATE, tmp_path / "nowhere" / "report.pdf")

    def test_a_logo_that_is_gone_is_an_error_with_its_path(self, tmp_path: Path) -> None:
        settings = replace(PLAIN, clinic=Clinic("A clinic", logo=tmp_path / "gone.png"))

        with pytest.raises(UnusableLogoError) as caught:
            scan_report_pdf([ScanCase(grey_picture())], settings, DATE)

        assert caught.value.path == tmp_path / "gone.png"
