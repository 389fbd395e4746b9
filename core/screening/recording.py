"""Results on their way into the record: what is written of each, and writing many without waiting for each."""

from core.record.contents import override_content, result_content
from core.record.entry import Draft, EntryKind
from core.record.journal import Journal
from core.screening.description import describe_device
from core.screening.gate import GateLevel
from core.screening.result import ScanResult

DRAFTS_AT_ONCE = 64
"""Each writing waits for the disk, whatever is written: so many results share one."""


def result_draft(result: ScanResult, person: str = "", *, keeps_file_name: bool = False) -> Draft:
    """The entry about a result. The patient is not in it; the file's name only where a person chose so.

    Args:
        result: The result.
        person: Who asked for it; may be empty.
        keeps_file_name: Whether a person chose to keep names of files.
    """
    evidence = result.evidence
    is_shown = result.shows_probabilities
    content = result_content(
        input_sha256=result.input_sha256,
        model=result.model.name,
        model_version=result.model.version,
        weights_sha256=result.model.weights_sha256,
        lung_weights_sha256=result.lung_model.weights_sha256 if result.lung_model is not None else None,
        device=describe_device(result),
        decision=result.decision.value,
        reasons=[reason.kind.value for reason in result.verdict.reasons],
        positive_class=result.positive_class,
        probability=result.positive_probability if is_shown else None,
        threshold=result.threshold,
        error_level=result.error_level,
        gate=result.gate.level.value,
        gate_kinds=[finding.check.value for finding in result.gate.findings],
        opacity_extent=evidence.finding.opacity_extent if evidence is not None else None,
        lung_fraction=evidence.finding.lung_fraction if evidence is not None else None,
        activation_in_lungs=evidence.activation_in_lungs if evidence is not None and is_shown else None,
        commissioned=result.is_commissioned,
        measurements=result.measurements.as_values() if result.measurements is not None else None,
        file=_file_name(result, keeps_file_name),
    )
    return Draft(EntryKind.RESULT, content, person)


def override_draft(result: ScanResult, person: str = "", *, keeps_file_name: bool = False) -> Draft:
    """The entry about a person's wish to see the answer about a refused scan; see `result_draft`."""
    refusals = result.gate.at(GateLevel.REFUSE)
    content = override_content(
        input_sha256=result.input_sha256,
        model=result.model.name,
        model_version=result.model.version,
        weights_sha256=result.model.weights_sha256,
        gate_kinds=[finding.check.value for finding in refusals],
        file=_file_name(result, keeps_file_name),
    )
    return Draft(EntryKind.OVERRIDE, content, person)


class ResultRecorder:
    """Writes results into a record, several at once. Used by one thread."""

    def __init__(self, journal: Journal | None, person: str = "", *, keeps_file_names: bool = False) -> None:
        """Choose the record.

        Args:
            journal: Where to write, None where this user has no place for one.
            person: Who asks for the results; may be empty.
            keeps_file_names: Whether a person chose to keep names of files.
        """
        self._journal = journal
        self._person = person
        self._keeps_file_names = keeps_file_names
        self._waiting: list[Draft] = []

    def add(self, result: ScanResult) -> None:
        """Take a result; it is on the disk after some more, or after `write`.

        Raises:
            OutputNotWritableError: The record cannot be written; what waited is forgotten.
            FileError: The record is damaged, or a newer Hilum's; what waited is forgotten.
        """
        if self._journal is None:
            return
        self._waiting.append(result_draft(result, self._person, keeps_file_name=self._keeps_file_names))
        if len(self._waiting) >= DRAFTS_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what waits; raises as `add`."""
        waiting, self._waiting = self._waiting, []
        if self._journal is not None and waiting:
            self._journal.append_many(waiting)


def _file_name(result: ScanResult, keeps_file_name: bool) -> str | None:
    return result.path.name if keeps_file_name and result.path is not None else None
