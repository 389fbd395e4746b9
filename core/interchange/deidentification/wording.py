"""What a run of de-identification comes to, in sentences; the window and the command line say the same."""

from core.error_wording import quoted_name
from core.interchange.deidentification.report import BurnedInText, DeidentificationReport


def summary_sentences(report: DeidentificationReport) -> tuple[str, ...]:
    """What was done, and where it lies.

    Args:
        report: The run.
    """
    copies = sum(len(file.copies) for file in report.copied)
    if not report.copied:
        return ("No copy was made.",)
    sentences = [f"{_count(copies, 'copy', 'copies')} without identity in {quoted_name(report.folder)}."]
    if report.failed:
        sentences.append(f"{_count(len(report.failed), 'file was', 'files were')} not copied.")
    if report.not_reached:
        sentences.append(f"{_count(report.not_reached, 'file was', 'files were')} not tried: the folder takes no more.")
    masked = sum(file.masks > 0 for file in report.copied)
    if masked:
        sentences.append(f"{_count(masked, 'picture was', 'pictures were')} blacked out in part.")
    if report.table is not None:
        sentences.append(f"What was left out or replaced, by attribute, is in {report.table.name}.")
    return tuple(sentences)


def text_warnings(report: DeidentificationReport) -> tuple[str, ...]:
    """What a person must still look at: text in the pictures, which the program does not look for.

    Args:
        report: The run.
    """
    warnings = []
    stated = len(report.with_text(BurnedInText.STATED))
    if stated:
        warnings.append(
            f"{_count(stated, 'file says', 'files say')} that there is text in the picture. It may name the patient:"
            " look at each copy, and cover such text with a mask. Until somebody says that no text is left, the copies"
            " do not state that the identity is removed."
        )
    unknown = len(report.with_text(BurnedInText.UNKNOWN))
    if unknown:
        warnings.append(
            f"{_count(unknown, 'file does', 'files do')} not say whether there is text in the picture. Look at each"
            " copy before you hand it on."
        )
    return tuple(warnings)


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
