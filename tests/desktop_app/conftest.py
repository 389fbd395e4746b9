"""What tests of the window need."""

from collections.abc import Iterator

import pytest

from desktop_app import jobs


@pytest.fixture(autouse=True)
def no_leaked_threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a job running: in the program it would outlive its window."""
    if "qapp" in request.fixturenames or "qtbot" in request.fixturenames:
        request.getfixturevalue("qapp")
    yield
    leaked = [job for job in jobs.active_jobs() if not job.wait(0)]
    assert jobs.stop_all_jobs(10), "a job does not stop"
    jobs.forget_stopped_jobs()
    assert not leaked, f"{len(leaked)} job(s) still ran at the end of the test"
