"""What a person does about an answer, written into the record in the background. Nothing here touches a widget."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.error_wording import ErrorMessage, describe_error
from core.errors import HilumError, NoUserFolderError
from core.jobs import JobContext
from core.record.entry import JsonValue
from core.record.journal import Journal
from core.screening.agreement import Agreement
from core.screening.decision import Decision
from core.screening.result import Override, ScanResult

Context = JobContext[Any]


@dataclass(frozen=True, eq=False)
class OverrideRecorded:
    """The record says that a person wants to see the answer about a refused scan."""

    number: int
    result: ScanResult
    override: Override


@dataclass(frozen=True)
class OverrideNotRecorded:
    """The record could not take that a person wants to see the answer about a refused scan."""

    message: ErrorMessage


@dataclass(frozen=True, eq=False)
class ImpressionRecorded:
    """The record says what a person sees in a scan.

    Attributes:
        number: The scan's.
        result: The answer that the impression was held against.
        agreement: How often impressions and answers were the same so far, None where the record could not be read.
    """

    number: int
    result: ScanResult
    agreement: Agreement | None


@dataclass(frozen=True, eq=False)
class ImpressionNotRecorded:
    """The record could not take what a person sees in a scan."""

    number: int
    result: ScanResult
    message: ErrorMessage


@dataclass(frozen=True)
class RecordChoice:
    """What a person chose about the record.

    Attributes:
        person: Name or initials to write; may be empty.
        keeps_file_names: Whether names of files, which can name patients, are written too.
    """

    person: str = ""
    keeps_file_names: bool = False


@dataclass(frozen=True)
class ResultsNotRecorded:
    """The record could not take results. They are there all the same."""

    message: ErrorMessage


class RecordingOfResults:
    """Writes a job's results into the record. What cannot be written is reported, once; the results are kept."""

    def __init__(self, context: Context, choice: RecordChoice) -> None:
        from core.record.journal import user_journal
        from core.screening.recording import ResultRecorder

        self._context = context
        self._recorder = ResultRecorder(user_journal(), choice.person, keeps_file_names=choice.keeps_file_names)
        self._has_failed = False

    def add(self, result: ScanResult) -> None:
        """Take a result; it is on the disk after some more, or after `write`."""
        self._try(lambda: self._recorder.add(result))

    def write(self) -> None:
        """Write what waits."""
        self._try(self._recorder.write)

    def _try(self, step: Callable[[], None]) -> None:
        if self._has_failed:
            return
        try:
            step()
        except HilumError as error:
            self._has_failed = True
            self._context.report(ResultsNotRecorded(describe_error(error)))


def override_work(
    number: int, result: ScanResult, choice: RecordChoice
) -> Callable[[Context], OverrideRecorded | OverrideNotRecorded]:
    """Record that a person wants to see the answer about a refused scan."""

    def work(_context: Context) -> OverrideRecorded | OverrideNotRecorded:
        from core.screening.recording import override_draft

        draft = override_draft(result, choice.person, keeps_file_name=choice.keeps_file_names)
        try:
            with _journal() as journal:
                (entry,) = journal.append_many([draft])
        except HilumError as error:
            return OverrideNotRecorded(describe_error(error))
        return OverrideRecorded(number, result, Override(choice.person, entry.time))

    return work


def impression_work(
    number: int, result: ScanResult, impression: Decision, choice: RecordChoice
) -> Callable[[Context], ImpressionRecorded | ImpressionNotRecorded]:
    """Record what a person sees before the answer is shown, and count how often that was the answer too, so far."""

    def work(_context: Context) -> ImpressionRecorded | ImpressionNotRecorded:
        from core.record.contents import impression_content
        from core.record.entry import EntryKind

        content = impression_content(
            input_sha256=result.input_sha256,
            impression=impression.value,
            decision=result.decision.value,
            model=result.model.name,
            model_version=result.model.version,
            weights_sha256=result.model.weights_sha256,
            file=result.path.name if choice.keeps_file_names and result.path is not None else None,
        )
        try:
            with _journal() as journal:
                journal.append(EntryKind.IMPRESSION, content, choice.person)
                return ImpressionRecorded(number, result, _agreement(journal, choice.person))
        except HilumError as error:
            return ImpressionNotRecorded(number, result, describe_error(error))

    return work


def _agreement(journal: Journal, person: str) -> Agreement | None:
    """Count agreements; a record that took the impression and cannot be read costs the count, not the impression."""
    from core.record.entry import EntryKind
    from core.screening.agreement import agreement_of

    try:
        return agreement_of(journal.entries({EntryKind.IMPRESSION}, newest_first=True), person)
    except HilumError:
        return None


def setting_work(
    setting: str, before: JsonValue, after: JsonValue, choice: RecordChoice
) -> Callable[[Context], ErrorMessage | None]:
    """Record that a setting was changed which answers depend on; returns why that could not be recorded."""

    def work(_context: Context) -> ErrorMessage | None:
        from core.record.contents import settings_content
        from core.record.entry import EntryKind

        content = settings_content(setting=setting, before=before, after=after)
        try:
            with _journal() as journal:
                journal.append(EntryKind.SETTINGS_CHANGED, content, choice.person)
        except HilumError as error:
            return describe_error(error)
        return None

    return work


def _journal() -> Journal:
    from core.record.journal import user_journal

    journal = user_journal()
    if journal is None:
        raise NoUserFolderError
    return journal
