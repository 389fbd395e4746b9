"""Where the frozen program begins; it is `hilum` from then on."""

import os
import sys
from pathlib import Path

from desktop_app.__main__ import main


def give_outputs() -> None:
    """Windows gives the program without a console no outputs; what writes to them must not fail for that."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 -- until the program ends


if __name__ == "__main__":
    give_outputs()
    sys.exit(main())
