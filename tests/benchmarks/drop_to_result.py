"""An uncompressed 1955 x 1841 DICOM from file to result, warm, against bare forward passes; aim at most 3.

The window adds its own part to this; `window_drop_to_result.py` measures that.
"""

import argparse

from measuring import bare_openvino, chest_dicom, cpu_classifier, describe_machine, interleaved_medians, random_inputs

from core.model.runtime import DeviceChoice
from core.screening.analysis import analyse_scan, read_and_prepare
from core.screening.screener import Screener, load_screener


def main() -> None:
    """Measure in turns and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--headless", action="store_true", help="accepted for clarity: there is no window here")
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    classifier = cpu_classifier()
    alone, whole = Screener(classifier), load_screener(classifier.package, DeviceChoice.CPU)
    precision = classifier.runtime.info.precision
    bare = bare_openvino(classifier.package, precision, batch_size=1)
    inputs = random_inputs(1)
    path = chest_dicom()
    bare_ms, prepare_ms, all_ms, whole_ms = interleaved_medians(
        (
            lambda: bare.infer([inputs], share_inputs=True),
            lambda: read_and_prepare(path, alone),
            lambda: analyse_scan(path, alone),
            lambda: analyse_scan(path, whole),
        ),
        rounds,
    )
    print(describe_machine())
    print(f"{path.name}, {precision.value}, median of {rounds}")
    print(f"bare forward pass      {bare_ms:7.2f} ms")
    print(f"read and prepare       {prepare_ms:7.2f} ms   {prepare_ms / bare_ms:.2f} passes")
    print(f"file to result, warm   {all_ms:7.2f} ms   {all_ms / bare_ms:.2f} passes (aim <= 3)")
    print(f"the same with lungs, gate and decision {whole_ms:7.2f} ms   {whole_ms / bare_ms:.2f} passes")


if __name__ == "__main__":
    main()
