"""What the worklist says about a scan."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from core.screening.decision import Decision
from core.screening.gate import GateLevel


class Origin(StrEnum):
    """How a scan came to be on the worklist. The values are stable: they are written into the database."""

    OPENED = "opened"
    """A person opened it in the window."""
    RECEIVED = "received"
    """Another computer sent it."""
    WATCHED = "watched"
    """It appeared in a watched folder."""
    BATCH = "batch"
    """The command line classified it."""


class EntryState(StrEnum):
    """How far a scan is. The values are stable: they are written into the database."""

    LISTED = "listed"
    """Nobody asked for an answer yet."""
    WAITING = "waiting"
    """It is to be classified."""
    CLASSIFIED = "classified"
    FAILED = "failed"
    """It could not be read or classified."""
    IGNORED = "ignored"
    """It is kept, but is no scan that Hilum classifies."""


class SendState(StrEnum):
    """Whether results went to an archive. The values are stable: they are written into the database."""

    NOT_SENT = ""
    WAITING = "waiting"
    SENT = "sent"
    COMMITTED = "committed"
    """The archive has promised to keep them."""
    FAILED = "failed"


@dataclass(frozen=True)
class WorklistEntry:
    """One scan on the worklist. Never logged. Texts are empty and values None where nothing was stated.

    Attributes:
        number: From 1; the number of a removed entry is never given again.
        path: The file.
        origin: How it came here.
        is_owned: Whether the file lies in Hilum's own folder, and may be deleted with the entry.
        added: When, with its time zone.
        patient_name: As written in lists: "Yamada, Tarou".
        patient_id: The patient's ID.
        patient_id_issuer: Who gave that ID.
        birth_date: The patient's.
        sex: As in the file: M, F, O.
        study_date: When the examination was.
        study_description: What was examined, in the file's words.
        accession_number: The hospital's number of the examination.
        institution: Where it was.
        modality: CR, DX and the like.
        view: PA, AP, LATERAL and the like.
        study_instance_uid: DICOM's name of the examination.
        series_instance_uid: Of the series.
        sop_instance_uid: Of the image.
        state: How far it is.
        decision: The answer.
        probability: Of the model's positive class, 0..1; None where it may not be shown.
        gate: Whether the model may judge the scan.
        model: Which one answered: name and version.
        failure: Why it could not be classified, a sentence.
        is_seen: Whether a person was shown the answer; until then it can be kept back from one who reads first.
        impression: What a person thought before seeing the answer.
        report_path: The newest report about it.
        send_state: Whether results went to an archive.
        send_node: To which one.
    """

    number: int
    path: Path
    origin: Origin
    is_owned: bool
    added: datetime
    patient_name: str = ""
    patient_id: str = ""
    patient_id_issuer: str = ""
    birth_date: date | None = None
    sex: str = ""
    study_date: date | None = None
    study_description: str = ""
    accession_number: str = ""
    institution: str = ""
    modality: str = ""
    view: str = ""
    study_instance_uid: str = ""
    series_instance_uid: str = ""
    sop_instance_uid: str = ""
    state: EntryState = EntryState.WAITING
    decision: Decision | None = None
    probability: float | None = None
    gate: GateLevel | None = None
    model: str = ""
    failure: str = ""
    is_seen: bool = False
    impression: Decision | None = None
    report_path: Path | None = None
    send_state: SendState = SendState.NOT_SENT
    send_node: str = ""
