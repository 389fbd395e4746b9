"""Text that may be handed to others: without paths, which often carry the names of patients."""

# untranslated module: what stands in the log

import hashlib
import re
from pathlib import PurePath

_PATH = re.compile(
    r"""(?<![\w.])(?:file:/+|[A-Za-z]:[\\/]|\\\\|~?/)[^\n"'<>|]*"""  # from the root to a quotation mark
    r"""|\S+\.(?:dcm|dicom|png|jpe?g|tiff?|bmp|webp)\b""",
    re.IGNORECASE,
)


def path_token(path: PurePath | str) -> str:
    """Return what stands for a path in the log: the same path gives the same token."""
    digest = hashlib.sha256(str(path).encode("utf-8", "surrogatepass")).hexdigest()
    return f"<path {digest[:8]}>"


def without_paths(text: str) -> str:
    """Return text with every path and every image's file name replaced by its token."""
    return _PATH.sub(lambda found: path_token(found.group()), text)
