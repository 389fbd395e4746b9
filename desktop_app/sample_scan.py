"""The sample: a real chest radiograph, CR, to try the program with. Qt is not imported here."""

# untranslated module: names of files

from importlib.util import find_spec
from pathlib import Path

SAMPLE = "RG1_UNCR.dcm"
"""A real chest radiograph, CR, from the package pydicom-data."""
FROZEN_SAMPLE = "RG1_J2KI.dcm"
"""The same in the compression that takes the least room (`packaging/build.py`)."""


def sample_path() -> Path | None:
    """Return the sample radiograph, None where there is none. Never goes to the network.

    The frozen program brings one; an installation from source has it where pydicom-data is installed.
    """
    for name, place in (("resources", f"sample/{FROZEN_SAMPLE}"), ("data_store", f"data/{SAMPLE}")):
        package = find_spec(name)
        for folder in package.submodule_search_locations or () if package is not None else ():
            found = Path(folder) / place
            if found.is_file():
                return found
    return None
