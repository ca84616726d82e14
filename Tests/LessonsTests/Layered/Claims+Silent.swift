extension Claim {
  /// Sentences that name, define or explain, and are true of any numbers: a line each.
  static let silent = """
    A bias is added without a factor, so the derivative of the cost equals the error of its neuron.
    A column times a row is a matrix: row j, column k contains the error of neuron j times the activation of neuron k of the layer before.
    A forward pass with the new parameters gives {}.
    A skip adds the activations of the layer before.
    Each example has its own mask.
    So a second path leads from that neuron past this one.
    The division makes the mean over all masks equal to the activation without dropout.
    {} contains the mask of a layer, a column for each example.
    {} contains the mask of a layer.
    The activation of a neuron is an input of every neuron of the next layer.
    If the next layer has several neurons, the activation influences the cost along several paths.
    A parameter influences {} through the cost of every example, a weight also through the penalty.
    A parameter influences {} through the cost of every example.
    The rows of the transpose are the columns of the matrix: row k of the transpose contains the weights that lead out of neuron k of layer {}.
    A row of {} times a column of {} is the weighted sum of one neuron for one example.
    A row of {} times the column {} is the weighted sum of one neuron.
    Then {} is added.
    A small change in {} changes {}, the change in {} changes {}, and the change in {} changes {}.
    A weight influences {} through {} and through {}.
    Add {} to {}, keep everything else, and repeat the forward pass.
    All derivatives are computed with the old parameters, and all parameters change at the same time.
    All derivatives are computed with the old parameters, and all weights change at the same time.
    The factors on the way from a parameter to the cost are multiplied.
    Along each path the factors are multiplied:
    Along each path the local gradients are multiplied; the derivative is the sum over the paths.
    As before, most of the product cancels:
    As before, most of the product cancels; the numbers are computed from the short form.
    As before, part of the product cancels; the numbers are computed from the short form.
    Back to layer {}.
    Back to the inputs.
    Before the step {}.
    The biases are not in {}.
    By the chain rule the contributions are added.
    Each derivative equals the error of its neuron.
    Each derivative is activation times error, as before.
    Each entry of the product is the sum, over the examples, of error times activation.
    Each example has its own {}: its column of {} is {}, where {} stands for its column alone.
    Each factor is a local gradient: the ratio of the change in one quantity to a small change in another.
    Each new factor is a local gradient: the ratio of the change in one quantity to a small change in the quantity before it.
    Each step back from one activation to the previous one multiplies by one slope and one weight.
    Every output depends on every z, so the slopes form a matrix, the Jacobian {}: row i, column j contains the derivative of output i with respect to weighted input j.
    So each weight influences the cost along one more path, directly through {}.
    From layer {} back to layer {}.
    Given numbers with more than 10 digits are shown rounded; the calculation uses all of their digits.
    Gradient descent subtracts from each parameter {} times its derivative, where {} is the learning rate.
    Gradient descent subtracts from each weight {} times its derivative, where {} is the learning rate.
    Each column of {} belongs to the cost of its own example: the first contains {}.
    Here {}.
    How each activation changes with its weighted input.
    How each output changes with each weighted input.
    How each weighted input changes with the activations before it.
    How the activation changes with its weighted input.
    How the cost changes with each output.
    How the cost changes with the output.
    How the output changes with its weighted input.
    How the penalty changes with each weight.
    How the total cost changes with its parts.
    If a derivative is positive, a small increase in its parameter increases the cost; if it is negative, a small increase decreases the cost.
    If slope times weight is below 1 in absolute value in many layers, the derivatives with respect to the first parameters become very small.
    This is the vanishing gradient: the first layers learn slowly.
    If {} is 0, a change in the weight does not change {}.
    In the sections of an example, {} belong to that example.
    It is added without a factor.
    It is called the error δ of the neuron.
    Each further derivative of the cost in this layer ends with these two factors, that is, with δ.
    It is multiplied by {}.
    It multiplies the input {}.
    It multiplies {}.
    Its activation is multiplied by {}.
    Its activation {} is multiplied by {}, so the derivative of {} with respect to {} is {}.
    The derivative of the cost with respect to this activation is the upstream gradient of layer {}.
    Layer {}, {}:
    Layer {}.
    It is one number that compares the output with the target.
    (Computed from the weighted input, because the digits of the activation are not enough.)
    (The activation {} is so close to 1 that its digits do not give {} accurately.
    (The activation {} is so close to 1 or −1 that its digits do not give its slope accurately.
    The line uses {} = σ(−z) instead.)
    The line uses {} = 2 σ(−2z) and {} = 2 σ(2z) instead.)
    (The derivatives of examples that are not shown are computed in the same way.)
    The derivatives of examples that are not shown are computed in the same way.)
    (ReLU′ is 1 above 0 and 0 elsewhere, so this is 1 or {}.)
    (ReLU′ is 1 above 0 and 0 elsewhere.)
    (Long sums are shortened: the last term in the parentheses is the sum of the other terms.)
    So row k of {} is the derivative with respect to the activation of that neuron, a sum over the paths from it.
    So row k of {} contains the derivatives with respect to the activation of that neuron, one for each example, each a sum over the paths from it.
    So row k of {} is the derivative with respect to the activation of that neuron.
    So row k of {} contains the derivatives with respect to the activation of that neuron, one for each example.
    The shapes are [{}] times [{}].
    So there is a slope for each pair of output and z.
    Softmax is applied to each whole column.
    Softmax is applied to the whole column.
    Softmax is applied to the whole column of the last layer, the other activation functions to each entry separately.
    Softmax is applied to each whole column of the last layer, the other activation functions to each entry separately.
    The actual change is
    The activation function is applied to each entry separately.
    The activation function is the identity, so every slope is 1, and {} equals {}.
    The backward pass goes from the cost back through the layers.
    The backward pass starts at the cost and goes back through the layers.
    The bias is added without a factor, so the derivative of {} with respect to {} is 1, and the derivative of the cost equals the error δ.
    The bias.
    The biases.
    The chain rule multiplies the three derivatives:
    The verdict “agrees” means that the numbers differ by no more than this bound and rounding errors.
    The column “error bound” says how far the finite difference may be from the true derivative.
    The column “matrices” comes from the matrix equations of backpropagation, which treat a whole layer at once.
    The cost of one example is {}.
    The total cost is the cost of the example plus the penalty.
    The cost.
    The derivative of a weighted input with respect to a weight is the activation that the weight multiplies.
    The derivative of the cost is this activation times the error of the neuron that the weight leads to.
    This is the derivative of {}.
    The derivative predicts that {} changes by about
    If {} is above 0, the derivative is negative and unbounded as {} approaches 0.
    If {} is below 1, it is positive and unbounded as {} approaches 1.
    The derivatives with respect to the biases are the errors.
    The derivatives.
    The error δ of a neuron is the derivative of the cost with respect to its weighted input: the slope times the derivative with respect to the activation (the upstream gradient).
    The error δ of a neuron is the derivative of the cost with respect to its weighted input: the sum, over all outputs, of slope times upstream gradient.
    The error δ.
    The errors are therefore a matrix product.
    The errors of the last layer.
    The errors δ.
    The examples:
    The first index of a weight names the neuron that it leads to, the second the neuron that it comes from.
    The first term comes from {}, the second from {}.
    The first term comes from {}, the second from {}; both are divided by the number of outputs, because the cost is a mean over the outputs.
    The gradient is computed in two other ways.
    The input is {}, and the target is {}.
    The input is {}, and the targets are {}.
    The input is {}, the target is {}, and the cost is {}.
    The input is {}, the target is {}, and the cost of this example, {}, is {}.
    The input is {}, the targets are {}, and the cost is {}.
    The input is {}, the targets are {}, and the cost of this example, {}, is {}.
    The inputs are {}, and the target is {}.
    The inputs are {}, and the targets are {}.
    The inputs are {}, the target is {}, and the cost is {}.
    The inputs are {}, the target is {}, and the cost of this example, {}, is {}.
    The inputs are {}, the targets are {}, and the cost is {}.
    The inputs are {}, the targets are {}, and the cost of this example, {}, is {}.
    The input.
    The local gradient is the weight between the two neurons.
    The total cost is the mean of the costs of the examples, plus the penalty.
    The total cost is the mean of the costs of the examples.
    The previous neuron.
    The option --example N derives another one.
    The penalty {} is added to the cost and grows with the absolute value of each weight.
    The product of these two derivatives is the derivative of the cost with respect to the weighted input.
    The same computation with matrices: one equation for a whole layer.
    The same computation with matrices: one equation for a whole layer and all examples.
    The shape is given in brackets, rows first.
    The short form:
    The error of a neuron is its slope times its upstream gradient, as before.
    The weight multiplies {}, so the derivative of {} with respect to {} is {}.
    The weight.
    The weighted input and the activation:
    The activation function of the layer, applied to the weighted input, gives the activation.
    The result is its weighted input; the activation function, applied to it, gives its activation.
    The weighted input:
    The weights.
    In the fraction below, each entry of the numerator is divided by the entry of the denominator in the same place.
    ⊙ multiplies entry by entry.
    ⊙ multiplies entry by entry: each derivative by the slope {} of the same neuron.
    {} and the errors {} (the derivatives {} from above) are columns with an entry for each neuron.
    Each column of {} contains the derivatives of the cost of its own example, not of the total cost, with respect to the outputs.
    {} contains the derivatives of the cost with respect to the outputs.
    {} contains the derivatives of the penalty.
    {} contains the weights of a layer: a row for each neuron and a column for each neuron of the layer before.
    {} is a column of {} ones: {} adds up each row over the examples, and the factor {} makes the sum a mean.
    {} is a column with an entry for each neuron.
    {} is added to every column.
    Its first factor is the transpose of {}, because the sum runs over the outputs, which are the rows of {}.
    For softmax the transpose is the same matrix.
    {}, {} and the errors {} have a row for each neuron and one column for each of the {} examples.
    """.split(separator: "\n").map(String.init)
}
