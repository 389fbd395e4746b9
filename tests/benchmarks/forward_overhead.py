"""A forward pass through Hilum against bare OpenVINO on the same network, batch 1; aim at most 1.05."""

import argparse

from measuring import bare_openvino, cpu_classifier, describe_machine, interleaved_medians, random_inputs


def main() -> None:
    """Measure in turns and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    rounds = parser.parse_args().rounds
    classifier = cpu_classifier()
    info = classifier.runtime.info
    bare = bare_openvino(classifier.package, info.precision, batch_size=1)
    inputs = random_inputs(1)
    bare_ms, run_ms, predict_ms = interleaved_medians(
        (
            lambda: bare.infer([inputs], share_inputs=True),
            lambda: classifier.runtime.run(inputs),
            lambda: classifier.predict(inputs),
        ),
        rounds,
    )
    print(describe_machine())
    print(f"{info.engine} {info.engine_version}, {info.precision.value}, batch 1, median of {rounds}")
    print(f"bare OpenVINO                  {bare_ms:7.2f} ms")
    print(f"runtime.run                    {run_ms:7.2f} ms   ratio {run_ms / bare_ms:.3f} (aim <= 1.05)")
    print(f"classifier.predict (with maps) {predict_ms:7.2f} ms   ratio {predict_ms / bare_ms:.3f} (aim <= 1.05)")


if __name__ == "__main__":
    main()
