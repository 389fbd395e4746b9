"""Looking for studies, series and images in an archive, by C-FIND or by QIDO-RS."""

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from core.errors import JobCancelledError, NodeFailureError
from core.interchange.archive.association import Association, Offer, association, status_of
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, Protocol
from core.interchange.archive.object_classes import STUDY_ROOT_FIND
from core.interchange.archive.queries import (
    FoundImage,
    FoundSeries,
    FoundStudies,
    FoundStudy,
    StudyQuery,
    image_identifier,
    image_of,
    is_named,
    newest,
    once_each,
    plain_pattern,
    returned_fields,
    series_identifier,
    series_of,
    study_identifier,
    study_keys,
    study_of,
)
from core.interchange.archive.web import WebClient, web_client
from core.jobs import CancellationToken, JobContext, Progress
from core.language import Worded, mark

_PENDING = (0xFF00, 0xFF01)
_CANCELLED = 0xFE00
_MESSAGE_ID = 1
_PATIENCE_AFTER_CANCEL_S = 2.0
"""How long answers are let pass after asking an archive to stop; some go on to the end of millions."""
_MOST_SERIES = 2000
_MOST_IMAGES = 20_000


def find_studies(
    node: ArchiveNode,
    query: StudyQuery,
    settings: ConnectionSettings,
    context: JobContext[Progress] | None = None,
) -> FoundStudies:
    """Look for studies.

    Args:
        node: The archive.
        query: What is looked for.
        settings: Names Hilum's AE title.
        context: Says when to stop.

    Raises:
        NodeError: The archive was not reached, or could not search; the kind says why.
        InvalidQueryError: What is looked for cannot be.
        JobCancelledError: It was stopped.
    """
    with finding(node, settings, (context or JobContext()).token) as finder:
        return finder.studies(query)


def find_series(
    node: ArchiveNode,
    study_uid: str,
    settings: ConnectionSettings,
    context: JobContext[Progress] | None = None,
) -> tuple[FoundSeries, ...]:
    """List the series of a study; raises as `find_studies` does."""
    with finding(node, settings, (context or JobContext()).token) as finder:
        return finder.series(study_uid)


def find_images(
    node: ArchiveNode,
    study_uid: str,
    series_uid: str,
    settings: ConnectionSettings,
    context: JobContext[Progress] | None = None,
) -> tuple[FoundImage, ...]:
    """List the objects of a series; raises as `find_studies` does."""
    with finding(node, settings, (context or JobContext()).token) as finder:
        return finder.images(study_uid, series_uid)


class Finder(ABC):
    """Looks for things over a connection that is held meanwhile."""

    def studies(self, query: StudyQuery) -> FoundStudies:
        """Studies that match a query: one search per modality, since several at once are not standard.

        A name with letters beyond ASCII that finds nothing is looked for again with wildcards in their place, and what
        comes is held against the name here: not every archive reads them as they are sent.
        """
        keys = study_keys(query)
        found = self._matching(keys, query)
        pattern = keys.get("PatientName", "")  # untranslated: DICOM
        plain = plain_pattern(pattern)
        if found.studies or plain == pattern:
            return found
        found = self._matching(keys | {"PatientName": plain}, query)  # untranslated: DICOM
        return replace(found, studies=tuple(study for study in found.studies if is_named(study.patient_name, pattern)))

    @abstractmethod
    def series(self, study_uid: str) -> tuple[FoundSeries, ...]:
        """The series of a study."""

    @abstractmethod
    def images(self, study_uid: str, series_uid: str, sop_uid: str = "") -> tuple[FoundImage, ...]:
        """The objects of a series, or one of them."""

    @abstractmethod
    def _search(self, keys: dict[str, str], limit: int) -> tuple[list[FoundStudy], bool]:
        """Studies by attributes, at most so many, and whether there were more."""

    def _matching(self, keys: dict[str, str], query: StudyQuery) -> FoundStudies:
        found: list[FoundStudy] = []
        is_cut = False
        for modality in query.modalities or ("",):
            more, was_cut = self._search(keys | ({"ModalitiesInStudy": modality} if modality else {}), query.limit)
            found += more
            is_cut = is_cut or was_cut
        if query.modalities:
            found = [study if study.modalities else self._with_modalities(study) for study in once_each(found)]
        return FoundStudies(newest(found, query.modalities, query.limit), is_cut)

    def _with_modalities(self, study: FoundStudy) -> FoundStudy:
        """Ask for a study's series where the archive does not know the modalities of a whole study."""
        return replace(
            study, modalities=tuple(dict.fromkeys(series.modality for series in self.series(study.study_uid)))
        )


class DimseFinder(Finder):
    """Looks for things over one association."""

    def __init__(self, node: ArchiveNode, opened: Association) -> None:
        self._node = node
        self._opened = opened

    def series(self, study_uid: str) -> tuple[FoundSeries, ...]:
        """The series of a study."""
        answers, _ = self._ask(series_identifier(study_uid), _MOST_SERIES)
        return tuple(series for answer in answers if (series := series_of(answer, study_uid)) is not None)

    def images(self, study_uid: str, series_uid: str, sop_uid: str = "") -> tuple[FoundImage, ...]:
        """The objects of a series, or one of them."""
        answers, _ = self._ask(image_identifier(study_uid, series_uid, sop_uid), _MOST_IMAGES)
        return tuple(image for answer in answers if (image := image_of(answer, study_uid, series_uid)) is not None)

    def _search(self, keys: dict[str, str], limit: int) -> tuple[list[FoundStudy], bool]:
        answers, is_cut = self._ask(study_identifier(keys), limit)
        return [study for answer in answers if (study := study_of(answer)) is not None], is_cut

    def _ask(self, identifier: Any, limit: int) -> tuple[list[Any], bool]:
        """Answers to one C-FIND, at most so many, and whether there were more."""
        answers: list[Any] = []
        cancelled_at: float | None = None
        for response, answer in self._opened.send_c_find(identifier, STUDY_ROOT_FIND, msg_id=_MESSAGE_ID):
            status = status_of(self._node, self._opened, response, mark("while searching"))
            if status not in _PENDING:
                if status not in (0, _CANCELLED):
                    raise NodeFailureError(
                        self._node.name, Worded.of(mark("searching, status {status}"), status=f"0x{status:04X}")
                    )
                break
            if answer is not None and len(answers) < limit:
                answers.append(answer)
                continue
            if cancelled_at is None:
                self._opened.send_c_cancel(_MESSAGE_ID, query_model=STUDY_ROOT_FIND)
                cancelled_at = time.monotonic()
            elif time.monotonic() - cancelled_at > _PATIENCE_AFTER_CANCEL_S:
                self._opened.abort()
                break
        return answers, cancelled_at is not None


class WebFinder(Finder):
    """Looks for things by QIDO-RS."""

    def __init__(self, client: WebClient, token: CancellationToken) -> None:
        self._client = client
        self._token = token

    def series(self, study_uid: str) -> tuple[FoundSeries, ...]:
        """The series of a study."""
        self._raise_if_cancelled()
        answers = _datasets(self._client.search_for_series(study_instance_uid=study_uid, limit=_MOST_SERIES))
        return tuple(series for answer in answers if (series := series_of(answer, study_uid)) is not None)

    def images(self, study_uid: str, series_uid: str, sop_uid: str = "") -> tuple[FoundImage, ...]:
        """The objects of a series, or one of them."""
        self._raise_if_cancelled()
        answers = _datasets(
            self._client.search_for_instances(
                study_instance_uid=study_uid,
                series_instance_uid=series_uid,
                limit=_MOST_IMAGES,
                search_filters={"SOPInstanceUID": sop_uid} if sop_uid else {},
            )
        )
        return tuple(image for answer in answers if (image := image_of(answer, study_uid, series_uid)) is not None)

    def _search(self, keys: dict[str, str], limit: int) -> tuple[list[FoundStudy], bool]:
        self._raise_if_cancelled()
        # One more than wanted says whether there are more.
        answers = _datasets(
            self._client.search_for_studies(fields=list(returned_fields()), limit=limit + 1, search_filters=keys)
        )
        found = [study for answer in answers[:limit] if (study := study_of(answer)) is not None]
        return found, len(answers) > limit

    def _raise_if_cancelled(self) -> None:
        if self._token.is_cancelled:
            raise JobCancelledError


@contextmanager
def finding(node: ArchiveNode, settings: ConnectionSettings, token: CancellationToken) -> Iterator[Finder]:
    """Hold a connection over which several things can be looked for.

    Args:
        node: The archive; it is asked in the way that it prefers.
        settings: Names Hilum's AE title.
        token: Breaks off what is under way.

    Raises:
        NodeError: As `find_studies`.
    """
    if node.protocol is Protocol.DICOMWEB:
        with web_client(node) as client:
            yield WebFinder(client, token)
        return
    offers = [Offer(STUDY_ROOT_FIND)]
    with association(node, settings.calling_title(node), offers, service=mark("searching"), token=token) as opened:
        yield DimseFinder(node, opened)


def _datasets(answers: Any) -> list[Any]:
    """JSON objects as data sets.

    Raises:
        TypeError: The answer is no list.
    """
    from pydicom.dataset import Dataset

    if not isinstance(answers, list):
        raise TypeError("the answer is no list")
    return [Dataset.from_json(answer) for answer in answers]
