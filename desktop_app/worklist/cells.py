"""What the worklist's cells say."""

from core.kept_sentences import kept_words
from core.language import mark, tr
from core.number_format import day, moment, percent
from core.screening.answer_words import IMPRESSIONS
from core.screening.decision import Decision
from core.screening.gate import GateLevel
from core.worklist.entry import EntryState, SendState, WorklistEntry
from core.worklist.query import SortKey

SEALED = mark("your impression first")
"""Stands for an answer that the person has not been shown and that would be asked about first."""

COLUMNS = (
    (mark("Patient"), SortKey.PATIENT, mark("Name and ID as the file states them")),
    (mark("Study"), SortKey.STUDY_DATE, mark("Date and description of the examination")),
    (mark("View", "projection"), SortKey.VIEW, mark("Modality and projection")),
    (
        mark("Answer"),
        SortKey.DECISION,
        mark("What the model answered: + positive, \N{MINUS SIGN} negative, ? undetermined"),
    ),
    (mark("Probability"), SortKey.PROBABILITY, mark("Of the model's positive class, where it may be shown")),
    (mark("Gate", "heading of a narrow column"), SortKey.GATE, mark("Whether the model may judge the scan")),
    (mark("Model"), SortKey.MODEL, mark("Which model answered, and its version")),
    (mark("Impression"), SortKey.IMPRESSION, mark("What a person said before the answer was shown")),
    (mark("Report"), SortKey.REPORT, mark("Whether a report was written")),
    (mark("Sent"), SortKey.SENT, mark("Whether results went to an archive, and to which")),
    (mark("Added"), SortKey.ADDED, mark("When it came onto the worklist, in this computer's time zone")),
)
"""Heading, what a click on it sorts by, and tool tip."""

PATIENT, STUDY, VIEW, ANSWER, PROBABILITY, GATE, MODEL, IMPRESSION, REPORT, SENT, ADDED = range(len(COLUMNS))

_ANSWERS = {
    Decision.POSITIVE: mark("+ positive"),
    Decision.NEGATIVE: mark("\N{MINUS SIGN} negative"),
    Decision.UNDETERMINED: mark("? undetermined"),
    Decision.REFUSED: mark("\N{MULTIPLICATION SIGN} not judged"),
}
_STATES = {
    EntryState.LISTED: mark("not classified"),
    EntryState.WAITING: mark("waiting"),
    EntryState.CLASSIFIED: "",
    EntryState.FAILED: mark("could not be read"),
    EntryState.IGNORED: mark("no scan to classify"),
}
_GATES = {GateLevel.PASS: mark("passed"), GateLevel.WARN: mark("warning"), GateLevel.REFUSE: mark("refused")}
_SENDINGS = {
    SendState.NOT_SENT: "",
    SendState.WAITING: mark("waiting"),
    SendState.SENT: mark("sent"),
    SendState.COMMITTED: mark("kept there"),
    SendState.FAILED: mark("failed"),
}


def is_sealed(entry: WorklistEntry, seals_unseen: bool) -> bool:
    """Whether an entry's answer is kept back: there is one, nobody was shown it, and the person reads first."""
    return seals_unseen and entry.decision is not None and not entry.is_seen


def column_heading(column: int) -> str:
    """What stands above a column, from 0 as in `COLUMNS`."""
    match COLUMNS[column][1]:
        case SortKey.VIEW:
            return tr("View", "projection")
        case SortKey.GATE:
            return tr("Gate", "heading of a narrow column")
        case _:
            return tr(COLUMNS[column][0])


def cell_text(entry: WorklistEntry, column: int, *, sealed: bool, shows_identity: bool) -> str:
    """What a cell says.

    Args:
        entry: The row's scan.
        column: From 0, as in `COLUMNS`.
        sealed: Whether its answer is kept back.
        shows_identity: Whether patients may be named.
    """
    if sealed and column in (ANSWER, PROBABILITY, GATE):
        return tr(SEALED) if column == ANSWER else ""
    match column:
        case 0:
            return _patient(entry) if shows_identity else _number(entry)
        case 1:
            # Descriptions are free text, and can name the patient.
            words = (_date(entry), entry.study_description if shows_identity else "")
            return "\n".join(word for word in words if word)
        case 2:
            return " ".join(word for word in (entry.modality, entry.view) if word)
        case 3:
            return _translated(
                _ANSWERS[entry.decision] if _has_answer(entry) and entry.decision else _STATES[entry.state]
            )
        case 4:
            return "" if entry.probability is None else percent(entry.probability, 1)
        case 5:
            return "" if entry.gate is None else tr(_GATES[entry.gate])
        case 6:
            return entry.model
        case 7:
            return "" if entry.impression is None else _translated(IMPRESSIONS.get(entry.impression, ""))
        case 8:
            return "" if entry.report_path is None else tr("written")
        case 9:
            return "\n".join(word for word in (_translated(_SENDINGS[entry.send_state]), entry.send_node) if word)
        case _:
            return moment(entry.added.astimezone())


def tool_tip(entry: WorklistEntry, *, sealed: bool, shows_identity: bool) -> str:
    """All that there is no room for in the row."""
    lines = [_number(entry)]
    if shows_identity:
        lines += [str(entry.path), *([entry.accession_number] if entry.accession_number else [])]
    if entry.failure and shows_identity:
        lines.append(kept_words(entry.failure))
    elif entry.failure:
        lines.append(_translated(_STATES[entry.state]))
    if sealed:
        lines.append(tr("Open it and say what you see; then the answer is shown."))
    return "\n".join(lines)


def _number(entry: WorklistEntry) -> str:
    return tr("Scan {number}").format(number=entry.number)


def _translated(words: str) -> str:
    """Words of a table; there is nothing to translate where it says nothing."""
    return tr(words) if words else ""


def _has_answer(entry: WorklistEntry) -> bool:
    return entry.state is EntryState.CLASSIFIED


def _patient(entry: WorklistEntry) -> str:
    words = [word for word in (entry.patient_name, entry.patient_id) if word]
    return "\n".join(words) if words else entry.path.name


def _date(entry: WorklistEntry) -> str:
    return "" if entry.study_date is None else day(entry.study_date)
