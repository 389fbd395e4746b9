"""A report of one scan or of many: a table of all of them first, then a page each."""

from collections import Counter
from collections.abc import Iterable, Sized
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from core.durable_files import write_durably
from core.language import mark, tr
from core.model.card import ModelCard, ModelIdentity
from core.number_format import day, integer, tr_count
from core.report.blocks import Align, Column, Document, Table
from core.report.clinic import Clinic, read_logo
from core.report.document import compile_document
from core.report.model_cards import card_of
from core.report.page_fitting import fitted
from core.report.report_settings import ReportSettings
from core.report.scan_answer import brief_answer, brief_probability
from core.report.scan_blocks import Letterhead, ScanPage
from core.report.scan_case import ScanCase
from core.report.scan_page import draw_scan_page
from core.report.scan_pictures import picture_size
from core.report.words import UNDEFINED, clipped, date_words, origin_words, view_words
from core.screening.gate import GateLevel

_LOGO = "logo"
_LONGEST_CELL = 60
_GATE_LEVELS = {
    GateLevel.PASS: mark("pass"),
    GateLevel.WARN: mark("warn"),
    GateLevel.REFUSE: mark("refuse"),
}


def scan_report_pdf(cases: Iterable[ScanCase], settings: ReportSettings, date: datetime) -> bytes:
    """Make a report as PDF/A: the same bytes for the same scans, settings and date.

    Args:
        cases: The scans, at least one; taken one at a time, so that their pixels need not be in memory together.
        settings: How it is made.
        date: When it is made, with its time zone.

    Raises:
        UnusableLogoError: The clinic's logo is gone or damaged.
        ValueError: There is no scan.
    """
    return compile_document(scan_document(cases, settings, date), date)


def write_scan_report(cases: Iterable[ScanCase], settings: ReportSettings, date: datetime, path: Path) -> None:
    """Write a report: at every moment the old file is there, whole, or the new one.

    Args:
        cases: As for `scan_report_pdf`.
        settings: How it is made.
        date: When it is made, with its time zone.
        path: The file; its folder must exist.

    Raises:
        UnusableLogoError: The clinic's logo is gone or damaged.
        OutputNotWritableError: No such folder, no permission, or the disk is full.
        ValueError: There is no scan.
    """
    pdf = scan_report_pdf(cases, settings, date)
    write_durably(path, lambda file: file.write(pdf))


def scan_document(cases: Iterable[ScanCase], settings: ReportSettings, date: datetime) -> Document:
    """A report's content, for a preview; see `scan_report_pdf`."""
    report = ScanReport(settings, date, len(cases) if isinstance(cases, Sized) else None)
    for case in cases:
        report.add(case)
    return report.document()


@dataclass(frozen=True)
class _Row:
    """A scan's line in the table of all of them."""

    patient: str
    study: str
    view: str
    answer: str
    probability: str
    gate: str


class ScanReport:
    """A report that grows scan by scan. Of a scan it keeps two small pictures and words."""

    def __init__(self, settings: ReportSettings, date: datetime, expected: int | None = None) -> None:
        """Begin a report.

        Args:
            settings: How it is made.
            date: When it is made, with its time zone.
            expected: About how many scans it will have, None where that is not known.

        Raises:
            UnusableLogoError: The clinic's logo is gone or damaged.
        """
        self._settings = settings
        self._date = date
        self._size = picture_size(is_small=settings.is_small, scans=expected)
        self._pictures: dict[str, bytes] = {}
        self._pages: list[ScanPage] = []
        self._rows: list[_Row] = []
        self._cards: dict[ModelIdentity, ModelCard | None] = {}
        self._letterhead = self._begin_letterhead(settings.clinic)
        self._paper = settings.page_size

    def __len__(self) -> int:
        """How many scans it has so far."""
        return len(self._pages)

    def add(self, case: ScanCase) -> None:
        """Add a scan."""
        name = f"scan{len(self._pages) + 1}"  # untranslated: a file's name
        drawn = draw_scan_page(case, self._settings, name, self._size, self._card(case), date_words(self._date))
        # The title of a page that is alone is the longest that it may have.
        page = fitted(replace(drawn.page, title=_title(drawn.page.title, 0)), self._letterhead, self._paper)
        self._pages.append(replace(page, title=drawn.page.title))
        self._pictures |= drawn.pictures
        self._rows.append(_row(case, anonymous=self._settings.anonymous))

    def document(self) -> Document:
        """The report as it stands.

        Raises:
            ValueError: No scan was added.
        """
        if not self._pages:
            raise ValueError("a report needs a scan")
        several = len(self._pages) > 1
        pages = [
            replace(page, title=_title(page.title, number if several else 0))
            for number, page in enumerate(self._pages, 1)
        ]
        return Document(
            title=tr("Report of chest radiographs") if several else tr("Report of a chest radiograph"),
            subtitle=tr_count("{count} scan", "{count} scans", len(self._pages)) if several else "",
            facts=self._facts() if several else (),
            blocks=(*((self._table(),) if several else ()), *pages),
            origin=origin_words(self._date),
            paper=self._paper,
            pictures=dict(self._pictures),
            letterhead=self._letterhead,
        )

    def pdf(self) -> bytes:
        """The report as it stands, as a PDF/A file."""
        return compile_document(self.document(), self._date)

    def _card(self, case: ScanCase) -> ModelCard | None:
        if case.card is not None or case.result is None:
            return case.card
        model = case.result.model
        if model not in self._cards:
            self._cards[model] = card_of(model)
        return self._cards[model]

    def _begin_letterhead(self, clinic: Clinic) -> Letterhead:
        if clinic.logo is not None:
            self._pictures[_LOGO] = read_logo(clinic.logo)
        lines = tuple(line for line in (clinic.department, clinic.address, clinic.phone) if line)
        return Letterhead(clinic.name, lines, _LOGO if clinic.logo is not None else "")

    def _facts(self) -> tuple[tuple[str, str], ...]:
        counts = Counter(row.answer for row in self._rows)
        answers = ", ".join(f"{integer(count)} {answer}" for answer, count in sorted(counts.items()))
        facts = [(tr("Answers"), answers)]
        if self._settings.person.strip():
            facts.append((tr("Made by"), self._settings.person.strip()))
        facts.append((tr("Made on"), date_words(self._date)))
        return tuple(facts)

    def _table(self) -> Table:
        anonymous = self._settings.anonymous
        identity = () if anonymous else (Column(tr("Patient or file"), share=1.0), Column(tr("Study date")))
        columns = (
            Column(tr("Scan"), Align.RIGHT),
            *identity,
            Column(tr("View", "projection")),
            Column(tr("Answer"), share=0.6 if anonymous else 0.0),
            Column(tr("Probability"), Align.RIGHT),
            Column(tr("Gate", "input gate")),
        )
        rows = tuple(
            (
                str(number),
                *(() if anonymous else (row.patient, row.study)),
                row.view,
                row.answer,
                row.probability,
                row.gate,
            )
            for number, row in enumerate(self._rows, 1)
        )
        note = tr(
            "A page for each follows. No probability is shown of a scan that the gate refused, unless overridden."
        )
        return Table(tr("All scans of this report"), columns, rows, note)


def _title(name: str, number: int) -> str:
    """Which of several scans it is, and whose; a number of 0 stands for the only one."""
    which = tr("Scan {number}").format(number=number) if number else tr("Chest radiograph")
    return ": ".join(part for part in (which, name) if part)


def _row(case: ScanCase, *, anonymous: bool) -> _Row:
    study = case.radiograph.patient_study if case.radiograph is not None else None
    name = study.patient_name.value.strip() if study is not None and study.patient_name is not None else ""
    date = day(study.study_date.value) if study is not None and study.study_date is not None else UNDEFINED
    view = case.radiograph.acquisition.view_position if case.radiograph is not None else None
    overridden = case.result is not None and case.result.override is not None
    return _Row(
        patient="" if anonymous else clipped(name or case.file_name, _LONGEST_CELL),
        study="" if anonymous else date,
        view=view_words(view.value) if view is not None else UNDEFINED,
        answer=tr("{answer}, overridden").format(answer=brief_answer(case)) if overridden else brief_answer(case),
        probability=brief_probability(case),
        gate=tr(_GATE_LEVELS[case.result.gate.level]) if case.result is not None else UNDEFINED,
    )
