"""What lung network, gate and decision add to a bare classification. Aim: at most 60%.

A bare classification is the classifier alone, from file to result: reading, preparing, forward pass and heat map. Both
are measured in turns, one scan at a time as a person waits for it, and as a batch of JPEGs.
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from measuring import chest_dicom, cpu_classifier, describe_machine, interleaved_medians, radiograph_jpegs

from core.model.runtime import DeviceChoice
from core.screening.analysis import analyse_scan
from core.screening.batch import DEFAULT_BATCH_SIZE, analyse_scans
from core.screening.gate_checks import ScanGate
from core.screening.screener import Screener, load_screener


def main() -> None:
    """Measure in turns and print what is added."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder that holds paper_protocol/; default: copies of one scan")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--images", type=int, default=48)
    options = parser.parse_args()
    bare = Screener(cpu_classifier(), gate=ScanGate())
    whole = load_screener(bare.classifier.package, DeviceChoice.CPU)
    print(describe_machine())
    print(f"{bare.classifier.runtime.info.precision.value}, median of {options.rounds}")
    scan = chest_dicom()
    with tempfile.TemporaryDirectory() as folder:
        paths = radiograph_jpegs(options.data, options.images, Path(folder))
        for name, work_of in (
            ("one DICOM, file to result", lambda screener: lambda: analyse_scan(scan, screener)),
            ("one JPEG, file to result", lambda screener: lambda: analyse_scan(paths[0], screener)),
        ):
            report(name, interleaved_medians((work_of(bare), work_of(whole)), options.rounds))
        batches = [
            lambda s=screener: list(analyse_scans(paths, s, batch_size=DEFAULT_BATCH_SIZE))
            for screener in (bare, whole)
        ]
        both = interleaved_medians(batches, max(3, options.rounds // 4), warm_up=1)
        report(f"{len(paths)} JPEGs as a batch, per image", tuple(ms / len(paths) for ms in both))
    results = [analyse_scan(scan, whole) for _ in range(options.rounds)]
    evidence = statistics.median(result.timing.evidence_ms for result in results)
    print(f"of it lung network, gate and decision {evidence:.1f} ms of {results[-1].timing.total_ms:.1f} ms")


def report(name: str, times: tuple[float, ...]) -> None:
    """Print both times and what the second adds."""
    bare_ms, whole_ms = times
    print(
        f"{name:<36} bare {bare_ms:6.1f} ms, whole {whole_ms:6.1f} ms: adds {whole_ms / bare_ms - 1:.0%} (aim <= 60%)"
    )


if __name__ == "__main__":
    main()
