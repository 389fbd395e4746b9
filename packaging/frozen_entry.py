"""Where the frozen program begins; it is `hilum` from then on."""

import sys

from desktop_app.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
