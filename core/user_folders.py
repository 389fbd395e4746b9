"""Where a user's own files live, by the platform's rules; one place, so that every part means the same folders."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class UserFolders:
    """A user's folders for Hilum. They are made when first written to.

    Attributes:
        cache: What can be made again at any time.
        settings: What the user chose.
        log: What happened, without a trace of a patient.
        data: What was made here and must not be lost: trained models, training runs.
    """

    cache: Path
    settings: Path
    log: Path
    data: Path


def user_folders() -> UserFolders | None:
    """This user's folders, None where there is no home folder (containers with made-up users)."""
    from platformdirs import PlatformDirs

    folders = PlatformDirs("hilum", appauthor=False)
    try:
        return UserFolders(
            folders.user_cache_path, folders.user_config_path, folders.user_log_path, folders.user_data_path
        )
    except RuntimeError:
        return None
