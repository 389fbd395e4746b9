"""Checkpoints: what goes in comes out, and a damaged or half-written one does no harm."""

import errno
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed")

from core import durable_files  # noqa: E402
from core.errors import RunNotWritableError  # noqa: E402 (after the check for torch)
from core.training.checkpoint import (  # noqa: E402
    Checkpoint,
    group_settings,
    load_checkpoint,
    optimiser_tensors,
    restore_optimiser,
    save_checkpoint,
)


def example(value: float) -> Checkpoint:
    tensors = {"network.weight": torch.full((3, 2), value), "network.count": torch.tensor(7)}
    return Checkpoint(tensors, {"losses": [0.1, value], "scale": None})


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "c", example(1 / 3))

    found = load_checkpoint(tmp_path / "c")

    assert found is not None
    assert found.counters == {"losses": [0.1, 1 / 3], "scale": None}
    assert torch.equal(found.part("network")["weight"], torch.full((3, 2), 1 / 3))
    assert found.part("network")["count"].dtype == torch.int64


def test_there_is_none_before_the_first(tmp_path: Path) -> None:
    assert load_checkpoint(tmp_path / "c") is None


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"\xff" * 1000])
def test_a_damaged_one_counts_as_none(tmp_path: Path, content: bytes, expected_warnings: set[str]) -> None:
    expected_warnings.add("core.training.checkpoint")
    (tmp_path / "c").write_bytes(content)

    assert load_checkpoint(tmp_path / "c") is None


def test_a_full_disk_leaves_the_last_one_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_checkpoint(tmp_path / "c", example(1.0))

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable_files.os, "fsync", refuse)
    with pytest.raises(RunNotWritableError):
        save_checkpoint(tmp_path / "c", example(2.0))
    monkeypatch.undo()

    found = load_checkpoint(tmp_path / "c")
    assert found is not None
    assert found.counters["losses"] == [0.1, 1.0]


@pytest.mark.parametrize("kind", [torch.optim.Adam, torch.optim.AdamW])
def test_an_optimiser_goes_on_as_if_nothing_had_happened(kind: Any, tmp_path: Path) -> None:
    def made() -> tuple[Any, Any]:
        weight = torch.nn.Parameter(torch.linspace(-1, 1, 8))
        return weight, kind([weight], lr=0.1)

    def learn(weight: Any, optimiser: Any, steps: int) -> None:
        for _ in range(steps):
            optimiser.zero_grad()
            (weight**4).sum().backward()
            optimiser.step()

    weight, optimiser = made()
    learn(weight, optimiser, 3)
    optimiser.param_groups[0]["lr"] = 0.05
    tensors = {f"o.{name}": tensor for name, tensor in optimiser_tensors(optimiser).items()}
    save_checkpoint(tmp_path / "c", Checkpoint(tensors, {"groups": group_settings(optimiser)}))
    other, other_optimiser = made()
    with torch.no_grad():
        other.copy_(weight)
    found = load_checkpoint(tmp_path / "c")
    assert found is not None
    restore_optimiser(other_optimiser, found.part("o"), found.counters["groups"])

    learn(weight, optimiser, 3)
    learn(other, other_optimiser, 3)

    assert torch.equal(weight, other)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="this system does not list its mapped files")
def test_what_was_read_does_not_hold_the_file(tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "held.checkpoint", example(1.0))

    found = load_checkpoint(tmp_path / "held.checkpoint")

    assert found is not None  # Its tensors are alive; Windows would refuse to replace the file while it is mapped.
    assert "held.checkpoint" not in Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
