"""A check of labelled images as values that JSON can hold."""

from typing import Any

from core.error_wording import describe_error
from core.language import in_source_language
from core.training.check import DatasetCheck


def check_to_json(check: DatasetCheck) -> dict[str, Any]:
    """Everything that the check found, without patients' identities.

    Args:
        check: The images, checked.

    Returns:
        Values for `json.dumps`; files are whole paths, `duplicate_groups` a list of lists of them.
    """
    with in_source_language():
        return _plain(check)


def _plain(check: DatasetCheck) -> dict[str, Any]:
    paths = [str(image.path) for image in check.dataset.images]
    return {
        "root": str(check.dataset.root),
        "index": str(check.dataset.index_path) if check.dataset.index_path is not None else None,
        "can_train": check.can_train,
        "class_counts": dict(check.class_counts),
        "images": len(paths),
        "independent_groups": int(check.groups.max()) + 1 if check.groups.size else 0,
        "duplicate_groups": [[paths[number] for number in group] for group in check.duplicate_groups],
        "unreadable": [
            {
                "file": str(item.image.path),
                "kind": type(item.error).__name__,
                "summary": describe_error(item.error).summary,
                "remedy": describe_error(item.error).remedy,
            }
            for item in check.unreadable
        ],
        "findings": [
            {
                "kind": finding.kind,
                "severity": finding.severity,
                "sentence": finding.sentence,
                "remedy": finding.remedy,
                "files": [[str(path) for path in group] for group in finding.files],
            }
            for finding in check.findings
        ],
    }
