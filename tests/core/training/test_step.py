"""One step of learning: the same bits from the same seed, the same batch when memory is short."""

import logging
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

# ruff: noqa: E402 (imports after the check for torch)
torch = pytest.importorskip("torch", reason="torch is not installed")

from torch.optim.swa_utils import AveragedModel

from core.errors import DeviceOutOfMemoryError, DeviceUnavailableError
from core.model.input import Crop, Equalisation, InputSpec, ResizeFilter
from core.model.precision import Precision
from core.training.devices import choose_device, choose_precision, describe_device, pays_to_compile
from core.training.network import build_network
from core.training.plan import Augmentation, Depth, StartKind, StartPoint
from core.training.step import TrainingStep, predict_logits

SPEC = InputSpec(64, ResizeFilter.LANCZOS, Equalisation.MID_RANK, 255, Crop(4, 59), 1e-3, 3)
CPU = torch.device("cpu")
PIXELS = np.random.default_rng(0).integers(0, 256, (8, 64, 64), dtype=np.uint8)
LABELS = np.array([0, 1] * 4)


def small_network() -> Any:
    """Without batch normalisation, so that parts of a batch add up exactly."""
    torch.manual_seed(0)
    return torch.nn.Sequential(
        torch.nn.Conv2d(1, 4, 5, stride=4), torch.nn.ReLU(), torch.nn.Flatten(), torch.nn.Linear(4 * 15 * 15, 2)
    )


class LittleMemory(torch.nn.Module):  # type: ignore[misc]
    """A network for which memory is enough for so many images only."""

    def __init__(self, most: int, error: Exception | None = None) -> None:
        super().__init__()
        self.network = small_network()
        self.most = most
        self.error = error or torch.OutOfMemoryError("CUDA out of memory")

    def forward(self, images: Any) -> Any:
        if len(images) > self.most:
            raise self.error
        return self.network(images)


def make_step(network: Any, precision: Precision = Precision.FLOAT32, **more: Any) -> TrainingStep:
    optimiser = torch.optim.SGD(network.parameters(), 0.1)
    generator = torch.Generator().manual_seed(1)
    return TrainingStep(network, optimiser, SPEC, Augmentation(), CPU, precision, generator, **more)


def weights(network: Any) -> Any:
    return torch.cat([parameter.detach().flatten() for parameter in network.parameters()])


def test_learns() -> None:
    pixels = PIXELS // 2
    pixels[LABELS == 0, :32] += 100
    pixels[LABELS == 1, 32:] += 100
    step = make_step(small_network())
    losses = [step.run(pixels, LABELS) for _ in range(12)]
    assert losses[-1] < losses[0] / 2


def test_a_real_network_learns_the_same_bits_from_the_same_seed() -> None:
    def learn() -> tuple[float, Any]:
        network = build_network(("a", "b"), StartPoint(StartKind.RANDOM), Depth.FULL, seed=3)
        network = network.to(memory_format=torch.channels_last)
        step = make_step(network, Precision.BFLOAT16)
        return [step.run(PIXELS[:2], LABELS[:2]) for _ in range(2)][-1], weights(network)

    (loss, first), (again, second) = learn(), learn()
    assert loss == again
    assert torch.equal(first, second)


def test_takes_tensors_as_well_as_arrays() -> None:
    losses = [
        make_step(small_network()).run(pixels, labels)
        for pixels, labels in ((PIXELS, LABELS), (torch.from_numpy(PIXELS), torch.from_numpy(LABELS)))
    ]
    assert losses[0] == losses[1]


def test_short_memory_makes_smaller_parts_of_the_same_batch(caplog: pytest.LogCaptureFixture) -> None:
    enough, short = LittleMemory(8), LittleMemory(2)
    plain, halved = make_step(enough), make_step(short)
    with caplog.at_level(logging.INFO, "core.training.step"):
        losses = [(plain.run(PIXELS, LABELS), halved.run(PIXELS, LABELS)) for _ in range(3)]
    for expected, found in losses:
        assert found == pytest.approx(expected, rel=1e-5)
    torch.testing.assert_close(weights(short), weights(enough), rtol=1e-4, atol=1e-6)
    assert halved.micro_batch == 2
    assert plain.micro_batch is None
    assert [record.getMessage() for record in caplog.records] == [
        "out of memory with 8 images at once: 4 at once from now on, same batch of 8",
        "out of memory with 4 images at once: 2 at once from now on, same batch of 8",
    ]


@pytest.mark.parametrize("short", ["can't allocate memory", "not enough memory"], ids=["Linux", "Windows"])
def test_a_processor_without_memory_is_the_same_case(short: str) -> None:
    words = f"[enforce fail at alloc_cpu.cpp:128] DefaultCPUAllocator: {short}: you tried to allocate 9"
    step = make_step(LittleMemory(4, RuntimeError(words)))
    step.run(PIXELS, LABELS)
    assert step.micro_batch == 4


def test_no_memory_for_one_image_is_an_error_of_the_device() -> None:
    with pytest.raises(DeviceOutOfMemoryError) as caught:
        make_step(LittleMemory(0)).run(PIXELS, LABELS)
    assert caught.value.batch_size == 1


def test_other_errors_are_not_taken_for_short_memory() -> None:
    with pytest.raises(RuntimeError, match="a defect"):
        make_step(LittleMemory(0, RuntimeError("a defect"))).run(PIXELS, LABELS)


def test_a_checkpoint_keeps_the_size_of_the_parts() -> None:
    step = make_step(LittleMemory(2))
    step.run(PIXELS, LABELS)
    resumed = make_step(LittleMemory(2))
    resumed.load_state_dict(step.state_dict())
    assert resumed.micro_batch == 2


def test_a_network_that_cannot_be_compiled_runs_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    from torch._dynamo.exc import TorchDynamoException

    def compile_badly(network: Any) -> Any:
        def forward(images: Any) -> Any:
            raise TorchDynamoException("no compiler")

        return forward

    monkeypatch.setattr(torch, "compile", compile_badly)
    losses = [make_step(small_network(), compiled=compiled).run(PIXELS, LABELS) for compiled in (True, False)]
    assert losses[0] == losses[1]


def test_schedule_and_average_follow_every_step() -> None:
    network = small_network()
    step = make_step(network)
    step.scheduler = torch.optim.lr_scheduler.StepLR(step.optimiser, 1, gamma=0.5)
    step.ema = AveragedModel(network)
    step.run(PIXELS, LABELS)
    step.run(PIXELS, LABELS)
    assert step.optimiser.param_groups[0]["lr"] == pytest.approx(0.025)
    assert int(step.ema.n_averaged) == 2


def test_label_smoothing_is_torchs() -> None:
    plain, smooth = make_step(small_network()), make_step(small_network(), label_smoothing=0.5)
    assert plain.run(PIXELS, LABELS) != smooth.run(PIXELS, LABELS)


def test_predictions_are_the_networks_in_evaluation_and_leave_its_mode() -> None:
    network = build_network(("a", "b"), StartPoint(), Depth.PARTIAL)
    modes = [part.training for part in network.modules()]
    together = predict_logits(network, PIXELS[:5], SPEC, CPU, Precision.FLOAT32, batch=5)
    in_parts = predict_logits(network, PIXELS[:5], SPEC, CPU, Precision.FLOAT32, batch=2)
    assert together.shape == (5, 2)
    assert together.dtype == np.float32
    np.testing.assert_allclose(in_parts, together, rtol=1e-4, atol=1e-4)
    assert [part.training for part in network.modules()] == modes


def test_predictions_take_smaller_batches_where_memory_is_short() -> None:
    expected = predict_logits(LittleMemory(8), PIXELS, SPEC, CPU, Precision.FLOAT32, batch=8)
    found = predict_logits(LittleMemory(3), PIXELS, SPEC, CPU, Precision.FLOAT32, batch=8)
    np.testing.assert_allclose(found, expected, rtol=1e-5)
    with pytest.raises(DeviceOutOfMemoryError):
        predict_logits(LittleMemory(0), PIXELS, SPEC, CPU, Precision.FLOAT32, batch=8)


def test_no_images_have_no_predictions() -> None:
    network = build_network(("a", "b", "c"), StartPoint(StartKind.RANDOM), Depth.FULL)
    assert predict_logits(network, PIXELS[:0], SPEC, CPU, Precision.FLOAT32, batch=8).shape == (0, 3)


def test_the_processor_is_always_there() -> None:
    device = choose_device("cpu")
    assert device.type == "cpu"
    able = torch.cpu.get_capabilities()
    has_it = bool(able.get("avx512_bf16") or able.get("amx_bf16"))
    assert (choose_precision(device) is Precision.BFLOAT16) == has_it
    assert "threads" in describe_device(device)


def test_older_versions_of_torch_know_the_processor_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for has_it in (True, False):
        known = {"_is_avx512_bf16_supported": lambda has_it=has_it: has_it, "_is_amx_tile_supported": lambda: False}
        monkeypatch.setattr(torch, "cpu", SimpleNamespace(**known))  # As in torch 2.9.
        assert (choose_precision(CPU) is Precision.BFLOAT16) == has_it
        assert describe_device(CPU).endswith("threads")


def test_nothing_is_compiled_for_the_processor_or_for_few_images() -> None:
    assert not pays_to_compile(CPU, 10**9)
    assert not pays_to_compile(torch.device("cuda"), 48_000)


def test_cuda_that_is_not_there_is_refused() -> None:
    if torch.cuda.is_available():
        pytest.skip("this machine has CUDA")
    assert choose_device("auto").type == "cpu"
    with pytest.raises(DeviceUnavailableError):
        choose_device("cuda")
