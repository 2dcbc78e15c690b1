"""ONNX Runtime as an implementation under test: `Tests/Adapters/run onnx_runtime`.

Every function is a model of one node, made by the standard's own builder and run on the CPU. A model knows the ranks
of its inputs, not their sizes. ONNX has losses, and no gradients of them.
"""

import functools

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from onnxruntime.capi import onnxruntime_pybind11_state as problems

from adapter import Framework, Unsupported, run

OPSET = 21
ELEMENT = {"float64": TensorProto.DOUBLE, "float32": TensorProto.FLOAT, "float16": TensorProto.FLOAT16,
           "bool": TensorProto.BOOL, "int64": TensorProto.INT64}


class OnnxRuntime(Framework):
    refusals = (problems.InvalidArgument, problems.Fail, problems.RuntimeException, problems.InvalidGraph)


@functools.cache
def session(operator, attributes, inputs):
    """The model of one node. `attributes` are pairs, `inputs` pairs of element type and rank."""
    names = [f"in{position}" for position in range(len(inputs))]
    one = helper.make_node(operator, names, ["out"], **dict(attributes))
    graph = helper.make_graph(
        [one], operator,
        [helper.make_tensor_value_info(name, ELEMENT[element], [None] * rank)
         for name, (element, rank) in zip(names, inputs)],
        [helper.make_tensor_value_info("out", ELEMENT[inputs[0][0]], None)],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    except problems.NotImplemented as what:
        raise Unsupported(what)


def node(operator, *arrays, **attributes):
    inputs = tuple((array.dtype.name, array.ndim) for array in arrays)
    attributes = tuple((key, value) for key, value in attributes.items() if value is not None)
    feed = {f"in{position}": array for position, array in enumerate(arrays)}
    return session(operator, attributes, inputs).run(None, feed)[0]


def given(*arrays):
    return [array for array in arrays if array is not None]


# Activations

def sigmoid(x):
    return node("Sigmoid", x)


def softplus(x):
    return node("Softplus", x)


def relu(x):
    return node("Relu", x)


def log_sum_exp(x):
    return node("ReduceLogSumExp", x, np.array([-1]), keepdims=0)


def softmax(x):
    return node("Softmax", x, axis=-1)


def log_softmax(x):
    return node("LogSoftmax", x, axis=-1)


# Losses

def sparse_categorical_cross_entropy_with_logits(
    logits, labels, class_weight=None, *, reduction="mean", ignore_index=None
):
    return node("SoftmaxCrossEntropyLoss", logits, labels, *given(class_weight),
                reduction=reduction, ignore_index=ignore_index)


def nll_loss(log_p, labels, class_weight=None, *, reduction="mean", ignore_index=None):
    return node("NegativeLogLikelihoodLoss", log_p, labels, *given(class_weight),
                reduction=reduction, ignore_index=ignore_index)


# Penalties and linear models

def l1_penalty(w):
    return node("ReduceL1", w, keepdims=0)


def l2_penalty(w):
    return node("ReduceSumSquare", w, keepdims=0)


def linear(x, w, b=None):
    columns = w if w.ndim == 2 else w.reshape(-1, 1)
    product = node("Gemm", x, columns, *given(b))
    return product if w.ndim == 2 else product[:, 0]


FUNCTIONS = [
    sigmoid, softplus, relu, log_sum_exp, softmax, log_softmax,
    sparse_categorical_cross_entropy_with_logits, nll_loss, l1_penalty, l2_penalty, linear,
]

# What the standard says, and what ONNX Runtime is known to do where it says nothing.
PROFILE = {
    "all_ignored_mean": "nan",
    "empty_mean": "nan",
    "label_out_of_range": "reject",
    "out_of_domain": "accepts",
    "zero_times_infinity": "nan",
    "infinite_logit": "nan",
    "weighted_mean_sparse": "weight_sum",
}

if __name__ == "__main__":
    run(
        {function.__name__: function for function in FUNCTIONS},
        name="onnx_runtime",
        version=f"onnxruntime {onnxruntime.__version__}, onnx {onnx.__version__}, opset {OPSET}",
        formats={"*": ["float64", "float32", "float16"], "softplus": ["float32", "float16"]},
        framework=OnnxRuntime(),
        profile=PROFILE,
    )
