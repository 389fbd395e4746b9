"""What the worklist's cells say."""

from core.screening.answer_words import IMPRESSIONS
from core.screening.decision import Decision
from core.screening.gate import GateLevel
from core.worklist.entry import EntryState, SendState, WorklistEntry
from core.worklist.query import SortKey

SEALED = "your impression first"
"""Stands for an answer that the person has not been shown and that would be asked about first."""

COLUMNS = (
    ("Patient", SortKey.PATIENT, "Name and ID as the file states them"),
    ("Study", SortKey.STUDY_DATE, "Date and description of the examination"),
    ("View", SortKey.VIEW, "Modality and projection"),
    ("Answer", SortKey.DECISION, "What the model answered: + positive, \N{MINUS SIGN} negative, ? undetermined"),
    ("Probability", SortKey.PROBABILITY, "Of the model's positive class, where it may be shown"),
    ("Gate", SortKey.GATE, "Whether the model may judge the scan"),
    ("Model", SortKey.MODEL, "Which model answered, and its version"),
    ("Impression", SortKey.IMPRESSION, "What a person said before the answer was shown"),
    ("Report", SortKey.REPORT, "Whether a report was written"),
    ("Sent", SortKey.SENT, "Whether results went to an archive, and to which"),
    ("Added", SortKey.ADDED, "When it came onto the worklist, in this computer's time zone"),
)
"""Heading, what a click on it sorts by, and tool tip."""

PATIENT, STUDY, VIEW, ANSWER, PROBABILITY, GATE, MODEL, IMPRESSION, REPORT, SENT, ADDED = range(len(COLUMNS))

_ANSWERS = {
    Decision.POSITIVE: "+ positive",
    Decision.NEGATIVE: "\N{MINUS SIGN} negative",
    Decision.UNDETERMINED: "? undetermined",
    Decision.REFUSED: "\N{MULTIPLICATION SIGN} not judged",
}
_STATES = {
    EntryState.LISTED: "not classified",
    EntryState.WAITING: "waiting",
    EntryState.CLASSIFIED: "",
    EntryState.FAILED: "could not be read",
    EntryState.IGNORED: "no scan to classify",
}
_GATES = {GateLevel.PASS: "passed", GateLevel.WARN: "warning", GateLevel.REFUSE: "refused"}
_SENDINGS = {
    SendState.NOT_SENT: "",
    SendState.WAITING: "waiting",
    SendState.SENT: "sent",
    SendState.COMMITTED: "kept there",
    SendState.FAILED: "failed",
}


def is_sealed(entry: WorklistEntry, seals_unseen: bool) -> bool:
    """Whether an entry's answer is kept back: there is one, nobody was shown it, and the person reads first."""
    return seals_unseen and entry.decision is not None and not entry.is_seen


def cell_text(entry: WorklistEntry, column: int, *, sealed: bool, shows_identity: bool) -> str:
    """What a cell says.

    Args:
        entry: The row's scan.
        column: From 0, as in `COLUMNS`.
        sealed: Whether its answer is kept back.
        shows_identity: Whether patients may be named.
    """
    if sealed and column in (ANSWER, PROBABILITY, GATE):
        return SEALED if column == ANSWER else ""
    match column:
        case 0:
            return _patient(entry) if shows_identity else f"Scan {entry.number}"
        case 1:
            # Descriptions are free text, and can name the patient.
            words = (_date(entry), entry.study_description if shows_identity else "")
            return "\n".join(word for word in words if word)
        case 2:
            return " ".join(word for word in (entry.modality, entry.view) if word)
        case 3:
            return _ANSWERS[entry.decision] if _has_answer(entry) and entry.decision else _STATES[entry.state]
        case 4:
            return "" if entry.probability is None else f"{entry.probability:.1%}"
        case 5:
            return "" if entry.gate is None else _GATES[entry.gate]
        case 6:
            return entry.model
        case 7:
            return "" if entry.impression is None else IMPRESSIONS.get(entry.impression, "")
        case 8:
            return "" if entry.report_path is None else "written"
        case 9:
            return " ".join(word for word in (_SENDINGS[entry.send_state], entry.send_node) if word)
        case _:
            return f"{entry.added.astimezone():%Y-%m-%d %H:%M}"


def tool_tip(entry: WorklistEntry, *, sealed: bool, shows_identity: bool) -> str:
    """All that there is no room for in the row."""
    lines = [f"Scan {entry.number}"]
    if shows_identity:
        lines += [str(entry.path), *([entry.accession_number] if entry.accession_number else [])]
    if entry.failure and shows_identity:
        lines.append(entry.failure)
    elif entry.failure:
        lines.append(_STATES[entry.state])
    if sealed:
        lines.append("Open it and say what you see; then the answer is shown.")
    return "\n".join(lines)


def _has_answer(entry: WorklistEntry) -> bool:
    return entry.state is EntryState.CLASSIFIED


def _patient(entry: WorklistEntry) -> str:
    words = [word for word in (entry.patient_name, entry.patient_id) if word]
    return "\n".join(words) if words else entry.path.name


def _date(entry: WorklistEntry) -> str:
    return "" if entry.study_date is None else entry.study_date.isoformat()
