"""The network that learns, against torchvision's own."""

from typing import Any

import pytest

# ruff: noqa: E402 (imports after the check for torch)
torch = pytest.importorskip("torch", reason="torch is not installed")

from torchvision.models import resnet50

from core.model.package import bundled_package
from core.training.network import build_network, input_spec_of, training_mode
from core.training.plan import Depth, StartKind, StartPoint

RANDOM = StartPoint(StartKind.RANDOM)
CLASSES = ("Non-COVID-19", "COVID-19")


@pytest.fixture(scope="module")
def grey() -> Any:
    """Standardised noise: float32 (2, 1, 32, 32)."""
    return torch.randn(2, 1, 32, 32, generator=torch.Generator().manual_seed(0))


@pytest.fixture
def plain() -> Any:
    """torchvision's network with the bundled weights."""
    network = resnet50(weights=None, num_classes=2)
    tensors = {name: torch.from_numpy(values.copy()) for name, values in bundled_package().read_weights().items()}
    network.load_state_dict(network.state_dict() | tensors)
    return network


def test_starts_as_the_bundled_model(grey: Any, plain: Any) -> None:
    network = build_network(CLASSES, StartPoint(), Depth.FULL)
    assert set(network.state_dict()) == set(plain.state_dict())
    with torch.no_grad():
        expected = plain.eval()(grey.expand(-1, 3, -1, -1))
        torch.testing.assert_close(network.eval()(grey), expected, rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(network(grey.expand(-1, 3, -1, -1)), expected, rtol=1e-4, atol=1e-4)


def test_one_channel_learns_as_three_equal_ones(grey: Any, plain: Any) -> None:
    network = build_network(CLASSES, StartPoint(), Depth.FULL)
    # In evaluation: statistics over two small pictures would magnify rounding.
    for learning, images in ((plain.eval(), grey.expand(-1, 3, -1, -1)), (network.eval(), grey)):
        torch.nn.functional.cross_entropy(learning(images), torch.tensor([0, 1])).backward()
        gradient = learning.conv1.weight.grad
        torch.testing.assert_close(gradient, gradient[:, :1].expand_as(gradient), rtol=1e-3, atol=1e-4)
    torch.testing.assert_close(network.conv1.weight.grad, plain.conv1.weight.grad, rtol=1e-3, atol=1e-4)


def test_rows_of_the_last_layer_follow_their_classes() -> None:
    tensors = bundled_package().read_weights()
    network = build_network(("COVID-19", "Tuberculosis", "Non-COVID-19"), StartPoint(), Depth.QUICK, seed=1)
    for row, source in ((0, 1), (2, 0)):
        torch.testing.assert_close(network.fc.weight[row].detach(), torch.from_numpy(tensors["fc.weight"][source]))
        assert network.fc.bias[row].item() == pytest.approx(float(tensors["fc.bias"][source]))
    other = build_network(("COVID-19", "Tuberculosis", "Non-COVID-19"), StartPoint(), Depth.QUICK, seed=2)
    assert not torch.equal(network.fc.weight[1], other.fc.weight[1])


def test_random_weights_follow_the_seed_and_leave_torchs_own_alone() -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    first, again, other = (build_network(CLASSES, RANDOM, Depth.FULL, seed) for seed in (1, 1, 2))
    assert torch.equal(torch.rand(3), expected)
    assert torch.equal(first.layer4[2].conv3.weight, again.layer4[2].conv3.weight)
    assert not torch.equal(first.layer4[2].conv3.weight, other.layer4[2].conv3.weight)


@pytest.mark.parametrize(
    ("depth", "learning"),
    [
        (Depth.QUICK, {"fc"}),
        (Depth.PARTIAL, {"layer4", "fc"}),
        (Depth.FULL, {"conv1", "bn1", "layer1", "layer2", "layer3", "layer4", "fc"}),
    ],
)
def test_depth_decides_what_learns(depth: Depth, learning: set[str]) -> None:
    network = build_network(CLASSES, RANDOM, depth)
    assert {name.partition(".")[0] for name, tensor in network.named_parameters() if tensor.requires_grad} == learning
    network.eval()
    training_mode(network, depth)
    modes = {name.partition(".")[0] for name, part in network.named_modules() if name and part.training}
    assert modes - {"relu", "maxpool", "avgpool"} == learning


def test_frozen_statistics_stay_while_the_rest_learns(grey: Any) -> None:
    network = build_network(CLASSES, RANDOM, Depth.PARTIAL)
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    network(grey).sum().backward()
    after = network.state_dict()
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert changed
    assert all(name.startswith("layer4") for name in changed)


def test_the_input_is_the_start_packages(tmp_path: Any) -> None:
    assert input_spec_of(StartPoint()) == bundled_package().card.input
    assert input_spec_of(RANDOM) == bundled_package().card.input
    assert input_spec_of(StartPoint(path=bundled_package().directory)) == bundled_package().card.input
