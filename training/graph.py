"""The network as an ONNX graph in integer arithmetic, built node by node.

Weights are int8 with a scale for each output channel and for each row of the
embedding table. Activations are quantised as the graph runs, with a scale for
each row (one word piece), so that a sentence's result depends on nothing else
in its batch; the usual dynamic quantisation takes one scale over the batch.

Weights keep to [-63, 63]: on processors that have AVX2 but no VNNI the integer
product adds two products of eight bits in sixteen, and full weights overflow it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]
MICROSOFT = "com.microsoft"
WEIGHT_LIMIT = 63
OPSET = 18
PLACES = 256  # a window is shorter
CUES = 8  # cues of a window whose attributions are scored
NEAR = 4  # of the likeliest heads of each word, each with the label under it


class GraphBuilder:
    """Collects nodes and constants; each method returns the name of its result."""

    def __init__(self, quantised: bool) -> None:
        self.integer = quantised
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self._count = 0
        self.rowwise: dict[str, tuple[str, str]] = {}

    def node(
        self, op: str, *inputs: str, domain: str = "", name: str = "", **attributes: object
    ) -> str:
        self._count += 1
        out = name or f"{op.lower()}_{self._count}"
        self.nodes.append(
            helper.make_node(op, list(inputs), [out], domain=domain, **attributes)  # type: ignore[arg-type]
        )
        return out

    def constant(self, value: object, dtype: str = "float32") -> str:
        array = np.array(value, dtype=dtype, order="C")
        if array.size < 64:
            name = f"c_{dtype}_{'_'.join(map(str, array.shape))}_{array.ravel().tolist()}"
        else:
            self._count += 1
            name = f"c_{self._count}"
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(array, name)
        return name

    def split(self, x: str, sizes: Sequence[int]) -> list[str]:
        self._count += 1
        outs = [f"split_{self._count}_{i}" for i in range(len(sizes))]
        at = self.constant(list(sizes), "int64")
        self.nodes.append(helper.make_node("Split", [x, at], outs, axis=-1))
        return outs

    def quantise(self, x: str) -> tuple[str, str]:
        """Eight-bit values of ``x`` about 128, and the scale of each row."""
        if x not in self.rowwise:
            largest = self.node(
                "ReduceMax", self.node("Abs", x), self.constant([-1], "int64"), keepdims=1
            )
            largest = self.node("Max", largest, self.constant(1e-9))
            inverse = self.node("Div", self.constant(127.0), largest)
            scaled = self.node("Mul", x, inverse)
            values = self.node(
                "QuantizeLinear", scaled, self.constant(1.0), self.constant(128, "uint8")
            )
            self.rowwise[x] = values, self.node("Mul", largest, self.constant(1 / 127))
        return self.rowwise[x]

    def linear(self, x: str, weight: Array, bias: Array | None) -> str:
        """``x @ weight + bias`` in integers; ``weight`` is (in, out)."""
        if not self.integer:
            out = self.node("MatMul", x, self.constant(weight))
            return out if bias is None else self.node("Add", out, self.constant(bias))
        scales = np.maximum(np.abs(weight).max(0), 1e-9) / WEIGHT_LIMIT
        values, rows = self.quantise(x)
        product = self.node(
            "MatMulInteger",
            values,
            self.constant(np.round(weight / scales), "int8"),
            self.constant(128, "uint8"),
        )
        out = self.node("Mul", self.node("Cast", product, to=TensorProto.FLOAT), rows)
        out = self.node("Mul", out, self.constant(scales))
        return out if bias is None else self.node("Add", out, self.constant(bias))

    def exact_linear(self, x: str, weight: Array, bias: Array) -> str:
        """``x @ weight + bias`` in floats, from weights kept in int8: for small products."""
        scales = np.maximum(np.abs(weight).max(0), 1e-9) / 127
        stored = self.constant(np.round(weight / scales), "int8")
        zero = self.constant(np.zeros(len(scales)), "int8")
        table = self.node("DequantizeLinear", stored, self.constant(scales), zero, axis=1)
        return self.node("Add", self.node("MatMul", x, table), self.constant(bias))

    def rows(self, ids: str, table: Array) -> str:
        """Rows of an embedding table kept in int8 with a scale a row."""
        if not self.integer:
            return self.node("Gather", self.constant(table), ids)
        scales = np.maximum(np.abs(table).max(-1, keepdims=True), 1e-9) / 127
        values = self.node("Gather", self.constant(np.round(table / scales), "int8"), ids)
        values = self.node("Cast", values, to=TensorProto.FLOAT)
        return self.node("Mul", values, self.node("Gather", self.constant(scales), ids))

    def model(
        self, inputs: dict[str, list[str]], outputs: dict[str, tuple[int, list[object]]]
    ) -> onnx.ModelProto:
        graph = helper.make_graph(
            self.nodes,
            "coranto-reader",
            [helper.make_tensor_value_info(n, TensorProto.INT64, s) for n, s in inputs.items()],
            [helper.make_tensor_value_info(n, t, s) for n, (t, s) in outputs.items()],  # type: ignore[arg-type]
            list(self.constants.values()),
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="coranto")


def build(weights: dict[str, Array], heads: int = 12, quantised: bool = True) -> onnx.ModelProto:
    """The graph of a trained reader.

    Inputs (all int64): ``ids`` and ``shapes`` (batch, pieces), ``first`` (batch,
    words), 0 where there is no word. Outputs: ``pos`` and ``tag`` (batch, words),
    ``arcs`` (batch, words, heads), ``near`` (batch, words, some) the likeliest
    heads of each word, best first, ``label`` likewise its label under each,
    ``names`` (batch, words, tags) as log probabilities, ``times`` likewise,
    ``vector`` (batch, hidden), ``government`` and ``cue`` (batch, words) as log
    odds, ``cues`` (batch, cue) the words with the highest of these, ``roles``
    (batch, cue, words, roles) as log probabilities, ``relation`` (batch,
    relations) likewise, for the words whose shapes mark them as a source or a
    target. ``quantised`` false leaves all in floats, to measure what the integers
    cost.
    """
    g = GraphBuilder(quantised)
    states = encoder(g, weights, heads)
    mask = g.node("Cast", g.node("Cast", "ids", to=TensorProto.BOOL), to=TensorProto.FLOAT)
    vector(g, weights, states, mask)
    index = g.node("Unsqueeze", "first", g.constant([-1], "int64"))
    words = g.node("GatherND", states, index, batch_dims=1)
    word_heads(g, weights, words)
    relation(g, weights, states, mask)
    sizes = ["batch", "pieces"]
    inputs = {
        "ids": sizes,
        "shapes": sizes,
        "first": ["batch", "words"],
    }
    integer, real = TensorProto.INT64, TensorProto.FLOAT
    width = weights["name.weight"].shape[0]
    outputs: dict[str, tuple[int, list[object]]] = {
        "pos": (integer, ["batch", "words"]),
        "tag": (integer, ["batch", "words"]),
        "near": (integer, ["batch", "words", "near"]),
        "label": (integer, ["batch", "words", "near"]),
        "arcs": (real, ["batch", "words", "heads"]),
        "names": (real, ["batch", "words", width]),
        "times": (real, ["batch", "words", weights["time.weight"].shape[0]]),
        "government": (real, ["batch", "words"]),
        "cue": (real, ["batch", "words"]),
        "cues": (integer, ["batch", "cues"]),
        "roles": (real, ["batch", "cues", "words", weights["role"].shape[0]]),
        "relation": (real, ["batch", weights["relation.weight"].shape[0]]),
        "vector": (real, ["batch", weights["root"].shape[0]]),
    }
    return g.model(inputs, outputs)


def encoder(g: GraphBuilder, weights: dict[str, Array], heads: int) -> str:
    """The states of all pieces, (batch, pieces, hidden)."""
    part = {k.removeprefix("encoder."): v for k, v in weights.items() if k.startswith("encoder.")}
    length = g.node(
        "Slice", g.node("Shape", "ids"), g.constant([1], "int64"), g.constant([2], "int64")
    )
    zero, one = g.constant(0, "int64"), g.constant(1, "int64")
    end = g.node("Squeeze", length, g.constant([0], "int64"))
    places = g.rows(g.node("Range", zero, end, one), part["places.weight"][:PLACES])
    shapes = g.node("Gather", g.constant(part["shapes.weight"]), "shapes")
    x = g.node("Add", g.node("Add", g.rows("ids", part["words.weight"]), shapes), places)
    x = g.node(
        "LayerNormalization", x, g.constant(part["norm.weight"]), g.constant(part["norm.bias"]),
        axis=-1, epsilon=1e-12,
    )  # fmt: skip
    mask = g.node("Cast", g.node("Cast", "ids", to=TensorProto.BOOL), to=TensorProto.INT32)
    for i in range(sum(k.endswith("qkv.weight") for k in part)):
        x = layer(
            g, {k: v for k, v in part.items() if k.startswith(f"layers.{i}.")}, x, mask, heads
        )
    return x


def layer(g: GraphBuilder, weights: dict[str, Array], x: str, mask: str, heads: int) -> str:
    own = {k.split(".", 2)[2]: v for k, v in weights.items()}

    def linear(name: str, value: str) -> str:
        return g.linear(value, own[f"{name}.weight"].T, own[f"{name}.bias"])

    def norm(name: str, value: str, residual: str) -> str:
        gain, bias = g.constant(own[f"{name}.weight"]), g.constant(own[f"{name}.bias"])
        return g.node(
            "SkipLayerNormalization", value, residual, gain, bias, domain=MICROSOFT, epsilon=1e-12
        )

    hidden = own["out.weight"].shape[0]
    q, k, v = g.split(linear("qkv", x), [hidden] * 3)
    seen = g.node("MultiHeadAttention", q, k, v, "", mask, domain=MICROSOFT, num_heads=heads)
    x = norm("norm1", x, linear("out", seen))
    inner = g.node("Gelu", linear("up", x), domain=MICROSOFT)
    return norm("norm2", x, linear("down", inner))


def vector(g: GraphBuilder, weights: dict[str, Array], states: str, mask: str) -> None:
    """The unit vector of each sentence: the mean of its pieces, turned by one matrix."""
    axis = g.constant([1], "int64")
    column = g.node("Unsqueeze", mask, g.constant([-1], "int64"))
    total = g.node("ReduceSum", g.node("Mul", states, column), axis, keepdims=0)
    mean = g.node("Div", total, g.node("ReduceSum", mask, axis, keepdims=1))
    turned = g.exact_linear(mean, weights["vector.weight"].T, weights["vector.bias"])
    g.node("LpNormalization", turned, axis=-1, p=2, name="vector")


def word_heads(g: GraphBuilder, weights: dict[str, Array], words: str) -> None:
    """Parts of speech, names, and trees, from the states of the words."""
    names = [
        "pos", "tag", "name", "arc_dep", "arc_head", "label_dep", "label_head",
        "time", "government", "cue", "role_word", "role_cue",
    ]  # fmt: skip
    weight = np.concatenate([weights[f"{n}.weight"] for n in names]).T
    bias = np.concatenate([weights[f"{n}.bias"] for n in names])
    sizes = [weights[f"{n}.weight"].shape[0] for n in names]
    (
        pos, tag, name, arc_dep, arc_head, label_dep, label_head,
        time, government, cue, role_word, role_cue,
    ) = g.split(g.linear(words, weight, bias), sizes)  # fmt: skip
    g.node("ArgMax", pos, axis=-1, keepdims=0, name="pos")
    g.node("ArgMax", tag, axis=-1, keepdims=0, name="tag")
    g.node("LogSoftmax", name, axis=-1, name="names")
    g.node("LogSoftmax", time, axis=-1, name="times")
    log_odds(g, government, "government")
    log_odds(g, cue, "cue")
    attributions(g, weights, role_word, role_cue)
    arcs(g, weights, arc_dep, arc_head)
    width = g.node(
        "Slice", g.node("Shape", "arcs"), g.constant([2], "int64"), g.constant([3], "int64")
    )
    most = g.node("Min", width, g.constant([NEAR], "int64"))
    g.nodes.append(helper.make_node("TopK", ["arcs", most], ["near_scores", "near"], axis=-1))
    labels(g, weights, label_dep, label_head)


def log_odds(g: GraphBuilder, scores: str, name: str) -> None:
    """The log odds of the second of two classes, (batch, words)."""
    no, yes = g.split(scores, [1, 1])
    g.node("Squeeze", g.node("Sub", yes, no), g.constant([-1], "int64"), name=name)


def attributions(g: GraphBuilder, weights: dict[str, Array], word: str, cue: str) -> None:
    """The likeliest cues, and the role of every word in the attribution of each."""
    table, distances = weights["role"], weights["role_distance"]
    count, width, _ = table.shape
    present = g.node("Cast", "first", to=TensorProto.BOOL)
    odds = g.node("Where", present, "cue", g.constant(-1e4))
    length = g.node(
        "Slice", g.node("Shape", "first"), g.constant([1], "int64"), g.constant([2], "int64")
    )
    most = g.node("Min", length, g.constant([CUES], "int64"))
    g.nodes.append(helper.make_node("TopK", [odds, most], ["cue_odds", "cues"], axis=-1))
    index = g.node("Unsqueeze", "cues", g.constant([-1], "int64"))
    chosen = g.node("GatherND", g.node("Gelu", cue, domain=MICROSOFT), index, batch_dims=1)
    # role[r, word, cue]: the last place of a word and of a cue stands for the constant 1.
    spread = table.transpose(2, 0, 1).reshape(width, count * width)
    half = g.linear(chosen, spread[:-1], spread[-1])
    half = g.node("Reshape", half, g.constant([0, -1, width], "int64"))  # (batch, cue * role, …)
    factors, rest = g.split(half, [width - 1, 1])
    words = g.node("Transpose", g.node("Gelu", word, domain=MICROSOFT), perm=[0, 2, 1])
    pairs = g.node("Add", g.node("MatMul", factors, words), rest)
    shape = g.node(
        "Concat", g.constant([0], "int64"), most, g.constant([count, -1], "int64"), axis=0
    )
    pairs = g.node("Transpose", g.node("Reshape", pairs, shape), perm=[0, 1, 3, 2])
    zero, one = g.constant(0, "int64"), g.constant(1, "int64")
    places = g.node("Range", zero, g.node("Squeeze", length, g.constant([0], "int64")), one)
    far = len(distances) // 2
    apart = g.node("Clip", g.node("Sub", places, index), g.constant(-far, "int64"),
                   g.constant(far, "int64"))  # fmt: skip
    apart = g.node("Add", apart, g.constant(far, "int64"))
    bias = g.node("Gather", g.constant(distances), apart)
    g.node("LogSoftmax", g.node("Add", pairs, bias), axis=-1, name="roles")


def relation(g: GraphBuilder, weights: dict[str, Array], states: str, mask: str) -> None:
    """The relation between the pieces marked as source and as target by their shapes."""
    kinds = len(weights["encoder.shapes.weight"]) // 3
    role = g.node("Div", "shapes", g.constant(kinds, "int64"))
    one_axis = g.constant([1], "int64")
    means = []
    for number in (1, 2, 0):
        if number:
            inside = g.node("Equal", role, g.constant(number, "int64"))
            inside = g.node("Cast", inside, to=TensorProto.FLOAT)
        else:
            inside = mask
        row = g.node("Unsqueeze", inside, one_axis)
        total = g.node("Squeeze", g.node("MatMul", row, states), one_axis)
        size = g.node("ReduceSum", inside, one_axis, keepdims=1)
        means.append(g.node("Div", total, g.node("Max", size, g.constant(1.0))))
    both = g.node("Concat", *means, axis=-1)
    inner = g.exact_linear(both, weights["relation_in.weight"].T, weights["relation_in.bias"])
    inner = g.node("Gelu", inner, domain=MICROSOFT)
    scores = g.exact_linear(inner, weights["relation.weight"].T, weights["relation.bias"])
    g.node("LogSoftmax", scores, axis=-1, name="relation")


def root_row(g: GraphBuilder, weights: dict[str, Array], name: str, like: str) -> str:
    """``like``, activated, with the root's constant row before it."""
    raw = weights[f"{name}.weight"] @ weights["root"] + weights[f"{name}.bias"]
    root = g.node("Gelu", g.constant(raw.reshape(1, 1, -1)), domain=MICROSOFT)
    batch = g.node(
        "Slice", g.node("Shape", like), g.constant([0], "int64"), g.constant([1], "int64")
    )
    shape = g.node("Concat", batch, g.constant([1, raw.size], "int64"), axis=0)
    rows = g.node("Gelu", like, domain=MICROSOFT)
    return g.node("Concat", g.node("Expand", root, shape), rows, axis=1)


def arcs(g: GraphBuilder, weights: dict[str, Array], dep: str, head: str) -> None:
    heads = root_row(g, weights, "arc_head", head)
    turned = g.linear(
        g.node("Gelu", dep, domain=MICROSOFT), weights["arc"][:-1], weights["arc"][-1]
    )
    scores = g.node("MatMul", turned, g.node("Transpose", heads, perm=[0, 2, 1]))
    word = g.node("Cast", "first", to=TensorProto.BOOL)
    root = g.node("Cast", g.node("Slice", "ids", g.constant([0], "int64"), g.constant([1], "int64"),
                                 g.constant([1], "int64")), to=TensorProto.BOOL)  # fmt: skip
    seen = g.node("Unsqueeze", g.node("Concat", root, word, axis=1), g.constant([1], "int64"))
    g.node("Where", seen, scores, g.constant(-1e4), name="arcs")


def labels(g: GraphBuilder, weights: dict[str, Array], dep: str, head: str) -> None:
    """The best label of each word under each of its likeliest heads."""
    table = weights["label"]
    count, width, _ = table.shape
    rows = root_row(g, weights, "label_head", head)
    index = g.node("Unsqueeze", "near", g.constant([-1], "int64"))
    chosen = g.node("GatherND", rows, index, batch_dims=1)  # (batch, word, near, …)
    columns = g.node("Transpose", chosen, perm=[0, 1, 3, 2])
    # label[l, a, c]: the last place of a and of c stands for the constant 1.
    spread = table.transpose(1, 0, 2).reshape(width, count * width)
    half = g.linear(g.node("Gelu", dep, domain=MICROSOFT), spread[:-1], spread[-1])
    shape = g.constant([0, 0, count, width], "int64")
    half = g.node("Reshape", half, shape)
    factors, rest = g.split(half, [width - 1, 1])
    scores = g.node("Add", g.node("MatMul", factors, columns), rest)
    g.node("ArgMax", scores, axis=-2, keepdims=0, name="label")
