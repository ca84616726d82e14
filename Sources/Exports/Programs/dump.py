"""Makes a lesson of a PyTorch model, and a file of the gradients that PyTorch finds.

    from dump import dump
    dump(model, loss, X, Y, "mine")          # model: an nn.Sequential; X: a row for each example

writes mine.json, for `trace --lesson mine.json`, and mine-grads.json, for `trace check mine-grads.json --lesson mine.json`.
Layers with activations and dropout become a layered lesson, everything else a graph. Layers: Linear, Conv1d, Conv2d,
LayerNorm, Flatten, Dropout, Sigmoid, Tanh, ReLU, LeakyReLU, ELU, Softplus, SiLU, GELU, Softmax, LogSoftmax, Identity.
Losses: MSELoss, L1Loss, HuberLoss, SmoothL1Loss, BCELoss, BCEWithLogitsLoss, CrossEntropyLoss, NLLLoss; mean or sum.
"""
import json

import torch
from torch import nn


class CannotExpress(Exception):
    """Says what a lesson has no words for, or which shapes do not fit."""


def dump(model, loss, X, Y, name="mine", learning_rate=None):
    """Writes NAME.json and NAME-grads.json; the gradients are left in the parameters, too."""
    modules = flat(model)
    parameters = [p for m in modules for p in m.parameters()]
    if len(set(map(id, parameters))) < len(parameters):
        raise CannotExpress("the same layer stands in the model twice; a lesson has a name for each place")
    outputs, masks = run(modules, X)
    check_targets(loss, outputs[-1], Y)
    model.zero_grad()
    loss(outputs[-1], Y).backward()
    lesson, names = layered(modules, loss, X, Y, masks) or graph(modules, loss, X, Y, outputs, masks)
    lesson = {"title": name, **lesson}
    if learning_rate is not None:
        lesson["learningRate"] = learning_rate
    bits = 64 if X.dtype == torch.float64 else 32
    gradients = {"lesson": name + ".json", "precision": f"{bits} bits"}
    for label, parameter in names:
        gradient = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
        if gradient.dim() <= 2:
            gradients["dC/d" + label] = gradient.tolist()
        else:
            for place in torch.cartesian_prod(*map(torch.arange, gradient.shape)).tolist():
                entry = ",".join(str(index + 1) for index in place)
                gradients[f"dC/d{label}[{entry}]"] = gradient[tuple(place)].item()
    for path, content in ((name + ".json", lesson), (name + "-grads.json", gradients)):
        with open(path, "w") as file:
            json.dump(content, file)
    print(f"wrote {name}.json and {name}-grads.json")


def flat(model):
    """The layers of a Sequential, and of those inside it, one after the other."""
    if not isinstance(model, nn.Sequential):
        raise CannotExpress(f"the model is a {type(model).__name__}; put its layers into an nn.Sequential")
    return [m for part in model for m in (flat(part) if isinstance(part, nn.Sequential) else [part])]


def shape(x):
    return "[" + ", ".join(map(str, x.shape)) + "]"


def run(modules, X):
    """What comes out of each layer, and the masks that dropout drew; prints the shapes."""
    x, outputs, masks = X, [], {}
    for number, module in enumerate(modules):
        try:
            y = module(x)
        except (RuntimeError, IndexError) as error:
            reason = str(error).splitlines()[0]
            raise CannotExpress(f"layer {number}, {module}, does not take {shape(x)}: {reason}") from None
        print(f"layer {number}: {shape(x)} -> {shape(y)}  {module}")
        if isinstance(module, nn.Dropout) and module.training and module.p > 0:
            masks[number] = ((y != 0) | (x == 0)).detach()
        outputs.append(y)
        x = y
    if not outputs:
        raise CannotExpress("the model has no layers")
    return outputs, masks


CLASSES = (nn.CrossEntropyLoss, nn.NLLLoss)


def check_targets(loss, output, Y):
    """Each loss takes targets of one shape; PyTorch would spread others over the outputs."""
    if getattr(loss, "reduction", None) not in ("mean", "sum"):
        raise CannotExpress(f"{loss} has no reduction 'mean' or 'sum', so it gives no single number")
    if isinstance(loss, CLASSES):
        if output.dim() != 2:
            raise CannotExpress(f"the model gives {shape(output)}; classes need [examples, classes]")
        if tuple(Y.shape) not in ((output.shape[0],), tuple(output.shape)):
            raise CannotExpress(f"the model gives {shape(output)}, but the targets are {shape(Y)}")
    elif output.shape != Y.shape:
        raise CannotExpress(
            f"the model gives {shape(output)}, but the targets are {shape(Y)}; reshape them: Y.reshape{tuple(output.shape)}")
    for option in ("weight", "pos_weight"):
        if getattr(loss, option, None) is not None and not isinstance(loss, CLASSES):
            raise CannotExpress(f"{type(loss).__name__} with {option} has no lesson")


def class_targets(loss, Y, outputs):
    """T in C = -(1/N) sum T ln p: weights, smoothing and what is ignored are part of the targets."""
    weight = torch.ones(outputs, dtype=torch.float64) if loss.weight is None else loss.weight.double()
    smoothing = getattr(loss, "label_smoothing", 0)
    if Y.is_floating_point():
        return ((1 - smoothing) * Y.double() + smoothing / outputs) * weight
    kept = (Y != loss.ignore_index).double()
    one_hot = nn.functional.one_hot(Y.clamp(min=0), outputs).double()
    T = ((1 - smoothing) * one_hot + smoothing / outputs) * weight * kept[:, None]
    if loss.reduction == "mean":
        T = T * len(Y) / (weight[Y.clamp(min=0)] * kept).sum()
    return T


# A layered lesson

ACTIVATIONS = {nn.Sigmoid: "sigmoid", nn.Tanh: "tanh", nn.ReLU: "relu", nn.SiLU: "silu", nn.Identity: "identity"}


def activation(module):
    """An activation as layers have it; None for another module."""
    kind = type(module)
    if kind in ACTIVATIONS:
        return ACTIVATIONS[kind]
    if kind is nn.LeakyReLU:
        return {"leaky-relu": module.negative_slope}
    if kind is nn.ELU:
        return {"elu": module.alpha}
    if kind is nn.GELU and module.approximate == "tanh":
        return "gelu"
    if kind is nn.Softplus and module.beta == 1:
        return "softplus"
    if kind in (nn.Softmax, nn.LogSoftmax) and module.dim in (1, -1):
        return "softmax"
    return None


def layered(modules, loss, X, Y, masks):
    """The lesson, and the name of each parameter; None where layers do not say all of it."""
    if X.dim() < 2 or (X.dim() > 2 and type(modules[0]) is not nn.Flatten):
        return None
    layers, names = [], []
    for number, module in enumerate(modules):
        if type(module) is nn.Flatten and not layers and module.start_dim == 1 and module.end_dim == -1:
            continue
        if type(module) is nn.Linear:
            if module.in_features * module.out_features == 0:
                return None
            layers.append({"activation": None, "weights": module.weight.tolist()})
            names.append((f"w{len(layers)}", module.weight))
            if module.bias is not None:
                layers[-1]["biases"] = module.bias.tolist()
                names.append((f"b{len(layers)}", module.bias))
        elif type(module) is nn.Dropout and layers and "dropout" not in layers[-1]:
            if number in masks:
                layers[-1]["dropout"] = {"keep": 1 - module.p, "mask": masks[number].int().tolist()}
        elif layers and activation(module) and layers[-1]["activation"] is None and "dropout" not in layers[-1]:
            layers[-1]["activation"] = activation(module)
        elif type(module) is not nn.Identity:
            return None
    if not layers or any(layer["activation"] == "softmax" for layer in layers[:-1]):
        return None
    for layer in layers[:-1]:
        layer["activation"] = layer["activation"] or "identity"
    cost = layered_cost(loss, Y, layers[-1], type(modules[-1]))
    if cost is None:
        return None
    kind, targets = cost
    layers[-1]["activation"] = layers[-1]["activation"] or "identity"
    inputs = X.reshape(len(X), -1)
    lesson = {
        "network": {"inputs": inputs.shape[1], "layers": layers},
        "cost": kind,
        "examples": [{"inputs": x, "targets": t} for x, t in zip(inputs.tolist(), targets.tolist())],
    }
    if loss.reduction == "sum":
        lesson["reduction"] = "sum"
    return lesson, names


def layered_cost(loss, Y, last, top):
    """The cost of a lesson and its targets; sets what works on logits as the activation of the last layer."""
    kind, outputs = type(loss), len(last["weights"])
    mean = loss.reduction == "mean"
    logarithmic = kind in (nn.BCELoss, nn.BCEWithLogitsLoss) + CLASSES
    if (logarithmic and "dropout" in last) or (top is nn.LogSoftmax) != (kind is nn.NLLLoss):
        return None
    if kind is nn.MSELoss:
        return ("mean-squared-error" if mean else "squared-error"), Y
    if kind is nn.L1Loss and (not mean or outputs == 1):
        return "absolute-error", Y
    if kind is nn.HuberLoss and (not mean or outputs == 1):
        return {"huber": loss.delta}, Y
    if kind is nn.SmoothL1Loss and loss.beta == 1 and (not mean or outputs == 1):
        return {"huber": 1}, Y
    if kind is nn.BCEWithLogitsLoss and last["activation"] in (None, "identity"):
        last["activation"] = "sigmoid"
        return ("mean-binary-cross-entropy" if mean else "binary-cross-entropy"), Y
    if kind is nn.BCELoss and last["activation"] in ("sigmoid", "softmax"):
        return ("mean-binary-cross-entropy" if mean else "binary-cross-entropy"), Y
    if kind is nn.CrossEntropyLoss and last["activation"] in (None, "identity"):
        last["activation"] = "softmax"
        return "cross-entropy", class_targets(loss, Y, outputs)
    if kind is nn.NLLLoss:
        return "cross-entropy", class_targets(loss, Y, outputs)
    return None


# A graph of named quantities: numbers behind names are the places of the layers, as in `model[0].weight`

AXES = {1: "j", 2: "c,i", 3: "c,i,j"}

FUNCTIONS = {
    nn.Sigmoid: "sigmoid({})", nn.Tanh: "tanh({})", nn.ReLU: "relu({})", nn.SiLU: "silu({})", nn.SELU: "selu({})",
}


def graph(modules, loss, X, Y, outputs, masks):
    """The lesson, and the name of each parameter; raises what a graph cannot express."""
    given, lines, names = {"x": X.tolist()}, [], []
    current, size = "x", X.shape

    def entry(name, size):
        if len(size) - 1 not in AXES:
            raise CannotExpress(f"a lesson has arrays of 2 to 4 indices, not {list(size)}")
        return f"{name}[n,{AXES[len(size) - 1]}]"

    def everywhere(size):
        letters = ["n"] + AXES[len(size) - 1].split(",")
        return " for " + ", ".join(f"{letter} in 1...{length}" for letter, length in zip(letters, size))

    def parameter(name, values):
        given[name] = values.tolist()
        names.append((name, values))
        return name

    for number, (module, output) in enumerate(zip(modules, outputs)):
        kind, new = type(module), output.shape
        if kind is nn.Identity or (kind is nn.Dropout and number not in masks):
            continue
        if kind is nn.Linear and len(size) == 2:
            target = f"z{number}"
            value = f"sum({parameter(f'W{number}', module.weight)}[j,k] * {current}[n,k], k)"
            if module.bias is not None:
                value += f" + {parameter(f'b{number}', module.bias)}[j]"
        elif kind in (nn.Conv1d, nn.Conv2d) and len(size) == len(module.kernel_size) + 2:
            target = f"z{number}"
            value = convolution(module, current, parameter, number)
        elif kind is nn.LayerNorm and len(module.normalized_shape) == 1:
            target, own = f"y{number}", entry(current, size)
            *others, last = ["n"] + AXES[len(size) - 1].split(",")
            row, place = ",".join(others), everywhere(size).rsplit(",", 1)[0]
            spread = f"{own[:-len(last) - 1]}m]"
            lines.append(f"mean{number}[{row}] = mean({spread}, m){place}")
            lines.append(f"var{number}[{row}] = mean(({spread} - mean{number}[{row}])^2, m){place}")
            value = f"({own} - mean{number}[{row}]) / sqrt(var{number}[{row}] + {decimal(module.eps)})"
            if module.weight is not None:
                value = f"{parameter(f'W{number}', module.weight)}[{last}] * {value}"
            if module.bias is not None:
                value += f" + {parameter(f'b{number}', module.bias)}[{last}]"
        elif kind is nn.Flatten and module.start_dim == 1 and module.end_dim in (-1, len(size) - 1):
            if len(size) == 2:
                continue
            target, places = f"f{number}", torch.cartesian_prod(*map(torch.arange, size[1:])) + 1
            places = places.view(-1, len(size) - 1).t().tolist()
            for axis, indices in zip(AXES[len(size) - 1].split(","), places):
                given[f"at_{axis}{number}"] = indices
            value = f"{current}[n," + ",".join(f"at_{a}{number}[j]" for a in AXES[len(size) - 1].split(",")) + "]"
        elif kind is nn.Dropout:
            target = f"d{number}"
            given[f"mask{number}"] = masks[number].int().tolist()
            value = f"{entry(current, size)} * {entry(f'mask{number}', size)} / {decimal(1 - module.p)}"
        elif kind in (nn.Softmax, nn.LogSoftmax) and len(size) == 2 and module.dim in (1, -1):
            target = f"a{number}"
            all_of_them = f"logsumexp({current}[n,k], k)"
            value = f"{current}[n,j] - {all_of_them}"
            if kind is nn.Softmax:
                value = f"exp({value})"
        elif function(module):
            target, value = f"a{number}", function(module).format(entry(current, size))
        else:
            raise CannotExpress(f"layer {number}, {module}, has no lesson for an input of {list(size)}")
        lines.append(f"{entry(target, new)} = {value}{everywhere(new)}")
        current, size = target, new
    graph_cost(loss, Y, current, size, entry, everywhere, given, lines)
    return {"given": given, "graph": lines, "by": [name for name, _ in names]}, names


def decimal(value):
    return f"{value:.17f}".rstrip("0") if 0 < abs(value) < 1e-4 else repr(value)


def function(module):
    """A function of one number, with a place for it; None for another module."""
    kind = type(module)
    if kind is nn.LeakyReLU:
        return "leaky_relu({}, " + decimal(module.negative_slope) + ")"
    if kind is nn.ELU:
        return "max(0, {0}) + " + decimal(module.alpha) + " * (exp(min(0, {0})) - 1)"
    if kind is nn.GELU:
        return "gelu({})" if module.approximate == "tanh" else "{0} / 2 * (1 + erf({0} / sqrt(2)))"
    if kind is nn.Softplus and module.beta == 1:
        return "softplus({})"
    return FUNCTIONS.get(kind)


def convolution(module, current, parameter, number):
    if module.groups != 1 or isinstance(module.padding, str) or module.padding_mode != "zeros":
        raise CannotExpress(f"{module}: only one group, and zeros as padding, in numbers")
    indices = []
    for out, at, stride, step, edge in zip("ij", "pq", module.stride, module.dilation, module.padding):
        times = [f"{factor}*{letter}" if factor != 1 else letter for factor, letter in ((stride, out), (step, at))]
        indices.append(f"{times[0]}+{times[1]}-{stride + step + edge - 1}")
    kernel = ["p", "q"][: len(indices)]
    x = f"{current}[n,k,{','.join(indices)}]"
    if any(module.padding):
        x = f"({x} else 0)"
    weight = parameter(f"W{number}", module.weight)
    value = f"sum({weight}[c,k,{','.join(kernel)}] * {x}, k, {', '.join(kernel)})"
    return value + (f" + {parameter(f'b{number}', module.bias)}[c]" if module.bias is not None else "")


def graph_cost(loss, Y, out, size, entry, everywhere, given, lines):
    kind, combine = type(loss), loss.reduction
    if isinstance(loss, CLASSES):
        given["y"] = class_targets(loss, Y, size[1]).tolist()
        chosen = f"{out}[n,j]" if kind is nn.NLLLoss else f"({out}[n,j] - logsumexp({out}[n,k], k))"
        share = f" / {size[0]}" if combine == "mean" else ""
        lines.append(f"C = -sum(y[n,j] * {chosen}, n, j){share}")
        return
    given["y"] = Y.tolist()
    a, y = entry(out, size), entry("y", size)
    if kind is nn.MSELoss:
        value = f"({a} - {y})^2"
    elif kind is nn.L1Loss:
        value = f"abs({a} - {y})"
    elif kind in (nn.HuberLoss, nn.SmoothL1Loss):
        most = loss.delta if kind is nn.HuberLoss else loss.beta
        near = f"min(abs({a} - {y}), {decimal(most)})"
        value = f"{near} * (abs({a} - {y}) - {near} / 2)" + (f" / {decimal(most)}" if kind is nn.SmoothL1Loss else "")
    elif kind is nn.BCELoss:
        value = f"-({y} * ln({a}) + (1 - {y}) * ln(1 - {a}))"
    elif kind is nn.BCEWithLogitsLoss:
        value = f"softplus({a}) - {y} * {a}"
    else:
        raise CannotExpress(f"{loss} has no lesson")
    lines.append(f"{entry('loss', size)} = {value}{everywhere(size)}")
    lines.append(f"C = {combine}(loss)")
