"""A report of one scan as PDF, beside an empty document. Aim: at most 0.5 s for one scan.

Also what a scan adds to a report of many, in time and in memory, and how large the files are.
"""

import argparse
import resource
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

from measuring import chest_dicom, describe_machine, interleaved_medians, milliseconds

from core.imaging.reading import read_radiograph
from core.model.runtime import DeviceChoice
from core.report.blocks import Document
from core.report.document import compile_document, document_pages
from core.report.report_settings import ReportSettings
from core.report.scan_case import ScanCase
from core.report.scan_report import scan_document, scan_report_pdf
from core.screening.analysis import analyse_radiograph
from core.screening.screener import load_screener

DATE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
AIM_MS = 500.0


def main() -> None:
    """Measure in turns and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--scans", type=int, default=500)
    options = parser.parse_args()
    print(describe_machine())
    radiograph = read_radiograph(chest_dicom())
    result = analyse_radiograph(radiograph, load_screener(device=DeviceChoice.CPU))
    case = ScanCase(radiograph, result, comment="Compare with the radiograph of last week.")
    full, small = ReportSettings(person="A. B."), ReportSettings(person="A. B.", is_small=True)
    empty = Document("Empty", "", (), ())
    works = (
        lambda: compile_document(empty, DATE),
        lambda: scan_report_pdf([case], full, DATE),
        lambda: scan_report_pdf([case], small, DATE),
        lambda: document_pages(scan_document([case], full, DATE), DATE, 130.0),
    )
    first_ms = milliseconds(works[1])
    empty_ms, full_ms, small_ms, preview_ms = interleaved_medians(works, options.rounds)
    print(f"empty document {empty_ms:.1f} ms; one scan, the first time in the program {first_ms:.0f} ms")
    for name, taken_ms, settings in (("full size", full_ms, full), ("e-mail size", small_ms, small)):
        size = len(scan_report_pdf([case], settings, DATE)) / 1000
        print(
            f"one scan, {name:<12} {taken_ms:6.1f} ms = {taken_ms / AIM_MS:.2f} of the aim of {AIM_MS:.0f} ms,"
            f" {taken_ms / empty_ms:.0f} x an empty document; {size:.0f} kB"
        )
    print(f"preview of its page     {preview_ms:6.1f} ms")
    before = _peak_mb()

    def cases() -> Iterator[ScanCase]:
        for _ in range(options.scans):
            yield ScanCase(read_radiograph(chest_dicom()), result)

    pdf = b""

    def many() -> None:
        nonlocal pdf
        pdf = scan_report_pdf(cases(), full, DATE)

    many_ms = milliseconds(many)
    print(
        f"{options.scans} scans, read one by one: {many_ms / options.scans:.0f} ms a scan, {len(pdf) / 1e6:.0f} MB,"
        f" peak memory {before:.0f} -> {_peak_mb():.0f} MB"
    )


def _peak_mb() -> float:
    """Largest resident memory so far, MB. (macOS counts bytes, Linux kilobytes.)"""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
