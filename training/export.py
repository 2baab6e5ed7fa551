"""Write a trained reader as the package ships it: one ONNX file, its labels and tokenizer.

python -m training.export --checkpoint RUN/decay.pt --base BASE --to src/coranto/language/model
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch

from training.graph import Array, build


def load_weights(checkpoint: Path, averaged: bool) -> tuple[dict[str, Array], dict[str, list[str]]]:
    """Weights by name, and the labels of each head."""
    state = torch.load(checkpoint, weights_only=False, map_location="cpu")
    weights = {k: v.float().numpy() for k, v in state["model"].items()}
    if averaged:
        pairs = zip(state["average_names"], state["average"], strict=True)
        weights.update({name: value.float().numpy() for name, value in pairs})
    return {k: np.asarray(v, dtype=np.float32) for k, v in weights.items()}, state["labels"]


def plain_tokenizer(source: Path) -> str:
    """The base's tokenizer without truncation, padding and special pieces."""
    tokenizer = json.loads(source.read_text("utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = tokenizer["post_processor"] = None
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))


def export(checkpoint: Path, base: Path, to: Path, averaged: bool, quantised: bool = True) -> None:
    """Write ``model.onnx``, ``labels.json`` and ``tokenizer.json`` into the folder ``to``."""
    weights, labels = load_weights(checkpoint, averaged)
    model = build(weights, quantised=quantised)
    onnx.checker.check_model(model)
    to.mkdir(parents=True, exist_ok=True)
    (to / "tokenizer.json").write_text(plain_tokenizer(base / "tokenizer.json"), "utf-8")
    (to / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", "utf-8")
    fresh = to / "model.onnx.new"
    onnx.save(model, fresh)
    fresh.replace(to / "model.onnx")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--averaged", action="store_true", help="take the averaged weights")
    arguments = parser.parse_args()
    export(arguments.checkpoint, arguments.base, arguments.to, arguments.averaged)


if __name__ == "__main__":
    main()
