"""What a run of de-identification comes to, in sentences; the window and the command line say the same."""

from core.error_wording import quoted_name
from core.interchange.deidentification.report import BurnedInText, DeidentificationReport
from core.language import tr
from core.number_format import tr_count


def summary_sentences(report: DeidentificationReport) -> tuple[str, ...]:
    """What was done, and where it lies.

    Args:
        report: The run.
    """
    copies = sum(len(file.copies) for file in report.copied)
    if not report.copied:
        return (tr("No copy was made."),)
    folder = quoted_name(report.folder)
    sentences = [
        tr_count(
            "{count} copy without identity in {folder}.",
            "{count} copies without identity in {folder}.",
            copies,
            folder=folder,
        )
    ]
    if failed := len(report.failed):
        sentences.append(tr_count("{count} file was not copied.", "{count} files were not copied.", failed))
    if report.not_reached:
        sentences.append(
            tr_count(
                "{count} file was not tried: the folder takes no more.",
                "{count} files were not tried: the folder takes no more.",
                report.not_reached,
            )
        )
    if masked := sum(file.masks > 0 for file in report.copied):
        sentences.append(
            tr_count("{count} picture was blacked out in part.", "{count} pictures were blacked out in part.", masked)
        )
    if report.table is not None:
        text = tr("What was left out or replaced, by attribute, is in {name}.")
        sentences.append(text.format(name=report.table.name))
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
            tr_count(
                "{count} file says that there is text in the picture. It may name the patient: look at each copy, and"
                " cover such text with a mask. Until somebody says that no text is left, the copies do not state that"
                " the identity is removed.",
                "{count} files say that there is text in the picture. It may name the patient: look at each copy, and"
                " cover such text with a mask. Until somebody says that no text is left, the copies do not state that"
                " the identity is removed.",
                stated,
            )
        )
    unknown = len(report.with_text(BurnedInText.UNKNOWN))
    if unknown:
        warnings.append(
            tr_count(
                "{count} file does not say whether there is text in the picture. Look at each copy before you hand it"
                " on.",
                "{count} files do not say whether there is text in the picture. Look at each copy before you hand it"
                " on.",
                unknown,
            )
        )
    return tuple(warnings)
