"""OpenVINO without its telemetry. The only place that imports it.

`import openvino` runs `openvino.tools.ovc`, which reports "general_import" to Google Analytics from a thread of its
own wherever the package `openvino_telemetry` (a dependency of OpenVINO) is found and the person never opted out.
Hilum tells nobody anything; without that package OpenVINO falls back on its own empty stand-in.
"""

import sys

# None makes an import of that name raise ImportError, which OpenVINO expects.
sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]

import openvino  # noqa: E402 (the line above must come first)

__all__ = ["openvino"]
