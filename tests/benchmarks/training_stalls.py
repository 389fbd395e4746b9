"""How long the window does not answer while a network is trained. Aim: at most 50 ms at p99.

The real window, offscreen, supervises a training at full depth in a child process, as the training wizard does;
meanwhile scans are opened and classified. Stalls are measured as in event_loop_stalls.

Nothing heavy is imported at the top: the spawned child imports this file, too.
"""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.training.run_folder import RunFolder

IMAGES_PER_CLASS = 40
AIM_MS = 50.0


def main() -> int:
    """Print p50, p99 and the longest stall: window at rest, training alone, training with scans classified."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=None)
    parser.add_argument("--count", type=int, default=40, help="scans opened while it trains")
    parser.add_argument("--seconds", type=float, default=30.0, help="how long the training alone is watched")
    options = parser.parse_args()
    import event_loop_stalls as stalls
    from measuring import chest_dicom, describe_machine, radiograph_jpegs
    from PySide6.QtWidgets import QApplication

    from desktop_app.application import SWITCH_INTERVAL_S, build, collect_between_events
    from desktop_app.jobs import start_job, stop_all_jobs
    from desktop_app.screening.scan_session import ScanState
    from desktop_app.settings import SettingsStore

    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app = QApplication(["hilum"])
    with TemporaryDirectory() as name:
        folder = Path(name)
        run = prepared_run(options.data, folder)
        paths = [chest_dicom(), *radiograph_jpegs(options.data, options.count - 1, folder)]
        workstation = build(SettingsStore(folder / "settings.ini"))
        collector = collect_between_events()
        workstation.window.show()
        stalls.load(app, workstation)
        print(describe_machine())
        report("at rest", stalls.beats_while(app, lambda: stalls.wait(app, 5.0)))
        events: list[object] = []
        job = start_job(training_of(run))
        job.progressed.connect(events.append)
        late = stalls.beats_while(app, lambda: stalls.wait_until(app, lambda: has_learnt(events) or job.is_finished))
        report("training starts", late)
        report("training", stalls.beats_while(app, lambda: stalls.wait(app, options.seconds)))
        late = stalls.beats_while(app, lambda: stalls.open_and_classify(app, workstation, paths))
        states = [entry.state for entry in workstation.controller.session]
        report("training, scans", late)
        print(
            f"{states.count(ScanState.CLASSIFIED)} of {len(paths)} scans classified, {len(events)} events of training"
        )
        went_on = not job.is_finished
        print("the training went on all the time" if went_on else "the training had ended: use more images")
        stop_all_jobs()
        stalls.wait(app, 0.2)
        workstation.window.close()
        collector.timer.stop()
    return 0 if went_on else 1


def prepared_run(data: Path | None, folder: Path) -> "RunFolder":
    """A run at full depth that takes longer than anybody watches."""
    from training_resume import labelled_images

    from core.model.package import bundled_package
    from core.training.check import check_dataset
    from core.training.plan import Depth, TrainingPlan
    from core.training.reading import default_positive_class
    from core.training.run_folder import prepare_run

    images = labelled_images(data, IMAGES_PER_CLASS, folder / "images")
    check = check_dataset(images, bundled_package().card.input, None)
    classes = check.dataset.classes
    plan = TrainingPlan("stalls", classes, default_positive_class(classes), Depth.FULL, device="cpu")
    return prepare_run(folder / "run", replace(plan, epochs=1000), check)


def training_of(run: "RunFolder") -> Any:
    """The work of a job that trains."""
    from core.training.child import train_in_child
    from core.training.control import RunControl

    return lambda context: train_in_child(run, RunControl(), context)


def has_learnt(events: list[object]) -> bool:
    """Whether the first steps are done."""
    return any(type(event).__name__ == "StepsDone" for event in events)


def report(name: str, late_ms: list[float]) -> None:
    """Print a distribution."""
    import numpy as np

    p50, p99, longest = np.percentile(late_ms, [50, 99, 100])
    print(
        f"{name:16} stalls p50 {p50:6.2f}  p99 {p99:6.2f}  max {longest:6.2f} ms   aim p99 <= {AIM_MS:.0f}", flush=True
    )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main())
