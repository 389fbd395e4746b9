"""`hilum deidentify`: scans in, copies without identity out."""

import argparse
from contextlib import ExitStack

from core.cli.commands import DONE, NOTHING_DONE, SOME_FAILED, say_error
from core.cli.console import printable, say, shows_progress, write_line
from core.imaging.pixel_mask import PixelMask
from core.interchange.deidentification.options import DatePolicy, DeidentificationOptions, UidPolicy
from core.interchange.deidentification.report import DeidentificationReport
from core.interchange.deidentification.wording import summary_sentences, text_warnings
from core.jobs import JobContext, Progress


def deidentify(options: argparse.Namespace) -> int:
    """Copy what was named on the command line.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 all copied, 1 some not, 2 none.

    Raises:
        HilumError: Nothing could be begun, or a copy could not be written.
    """
    from core.interchange.deidentification.copying import deidentify_files

    chosen = DeidentificationOptions(
        dates=DatePolicy(options.dates),
        uids=UidPolicy.KEEP if options.keep_uids else UidPolicy.REPLACE,
        keeps_characteristics=options.keep_characteristics,
        masks=tuple(PixelMask(top, left, height, width) for left, top, width, height in options.mask),
        is_text_free=options.no_text_left,
        key_file=options.key_file,
        mapping=options.mapping,
    )
    with ExitStack() as stack:
        report = deidentify_files(options.paths, options.out, chosen, _context(stack))
    for failure in report.failed:
        say_error(failure.error)
    _tell(report)
    if not report.copied:
        return NOTHING_DONE
    return SOME_FAILED if report.failed else DONE


def _tell(report: DeidentificationReport) -> None:
    for line in summary_sentences(report):
        write_line(printable(line))
    for change in report.totals:
        write_line(f"  {change.count:6,}  {change.change:<12}  {change.tag or ' ' * 11}  {change.name}")
    for warning in text_warnings(report):
        say(warning)


def _context(stack: ExitStack) -> JobContext[Progress]:
    if not shows_progress():
        return JobContext()
    from core.cli.progress import ProgressDisplay

    display = stack.enter_context(ProgressDisplay(None, "De-identifying"))
    return JobContext(report=display.show)
