extension Claim {
  /// Sentences that name, define or explain, and are true of any numbers: a line each.
  static let silent = """
    A bias counts in full, so its derivative is the error.
    A bias counts in full: its derivative is the error, number for number.
    A column times a row is a whole matrix: in row j and column k the error of neuron j times the activation of neuron k.
    A neuron feeds every neuron of the next layer: if there are several, it influences the cost along several paths.
    A nudge to {} nudges {}, that nudges {}, and that nudges {}.
    A row of the transpose holds the weights that lead from one neuron on, so that a row of {}, [{}] times [{}], is the sum over that neuron's paths.
    A row of {} times a column of {} is the weighted sum of one neuron: its products, added up.
    A weight moves its neuron's weighted input as much as the neuron that it comes from is active.
    Add {} to {}, change nothing else, and run forward again.
    All of this can be said at once, a layer at a time.
    Along a path the factors are multiplied.
    Along a path the factors are multiplied:
    Along each path the factors are multiplied; the derivative is the sum over the paths.
    An activation function is taken of every entry by itself.
    As much as the neuron before it is active: a weight on a silent neuron changes nothing.
    As much as the weight between them: a strong weight carries blame back as it carried the signal forward.
    Back to the layer before.
    Before the step {}; run forward once more, and {}.
    Each example by its share in the mean, the penalty in full.
    Each example by its share in the mean.
    Each factor is a local gradient: the change of one quantity per unit of a small change of another.
    Each factor is a local gradient: the change of one quantity per unit of a small change of the quantity before it.
    Each half of the cost pulls its own way, and without bound where the output is confident and wrong.
    Each layer on the way back multiplies by one slope and one weight.
    Each parameter moves against its derivative, by {} times as much, where {} is the learning rate: all at once, from the weights of the forward pass.
    Each says how much the cost grows for a small growth of its parameter; the sign says which way is up.
    Each weight moves against its derivative, by {} times as much, where {} is the learning rate: all at once, from the weights of the forward pass.
    Every output feels every {}, so the slopes are a whole matrix, the Jacobian {}, with the slope of output i by weighted input j in row i and column j:
    From here it goes on as before.
    From layer {} back to layer {}.
    Here {}.
    How the activation feels its weighted input.
    How the activations feel their weighted inputs.
    How the cost feels each output.
    How the cost feels each weighted input; books call it δ.
    How the cost feels its parts.
    How the cost feels the output.
    How the cost feels the weighted input; books call it the error δ.
    How the output feels its weighted input.
    How the penalty feels each weight.
    How the weighted input feels the bias.
    How the weighted input feels the neuron before.
    How the weighted input feels the weight.
    If this goes on over many layers, the derivatives of the first layers are very small (the vanishing gradient), and these layers learn slowly.
    Large weights cost something, too.
    Layer {}, {}:
    Layer {}.
    Multiplied out, as before, most of it cancels:
    Multiplied out, as before, most of it cancels; the numbers come from what is left.
    Multiplied out, as before, part of it cancels; the numbers come from what is left.
    Multiplied out:
    One more step of the chain rule: a parameter reaches the cost through every example, a weight through the penalty as well, and paths add up.
    One more step of the chain rule: a parameter reaches the cost through every example, and paths add up.
    One more step of the chain rule: a weight reaches the cost by both ways, and paths add up.
    One number that compares the output with the target.
    That is 2 σ(−2z), as 1 + {} is 2 σ(2z), and nothing is lost.)
    That is σ(−z), and nothing is lost.)
    (So close to its end, {} in its own digits says too little of 1 − {}.
    (Written from the weighted input, so that nothing is lost.)
    (What belongs to examples that are not derived here is found in the same way.)
    What belongs to examples that are not derived here is found in the same way.)
    The Jacobian of a softmax is symmetric, and the transpose only says which sum is meant: the one over the outputs.
    The backward pass goes from the cost back through the layers.
    The backward pass starts at the cost and goes back through the layers.
    The bias has a 1 where the weight has an activation: it always counts in full.
    The bias.
    The biases.
    The chain rule multiplies the factors along the chain.
    The cost of this example, {}, is {}.
    The cost.
    The derivative promises that {} moves by
    The derivatives.
    The error δ of this layer.
    The errors of the last layer.
    The errors.
    The examples:
    The first index of a weight is the neuron that it leads to, the second the one that it comes from.
    The input is {}, the target {}.
    The input is {}, the targets {}.
    The inputs are {}, the target {}.
    The inputs are {}, the targets {}.
    The input.
    The less the output gives to what should be there, the harder it is pulled.
    The mean of what the examples cost, and the penalty.
    The mean of what the examples cost.
    The neuron before.
    The product of a row of {} and a column of the transpose adds up the examples: error times activation, of each.
    The same derivatives, found in two other ways:
    The shape of each matrix stands in brackets, rows first.
    The softmax is taken of every whole column.
    The softmax is taken of the whole column.
    The two together.
    The weight.
    The weighted input and the activation:
    The weighted input:
    The weighted input feels it as much as the neuron before it is active.
    The weighted input feels it as much as the weight between them.
    The weighted input feels it in full.
    The weights.
    Three ratios, multiplied:
    To the network this is one more path from each weight to the cost, which goes through no neuron and depends on no example; biases have none.
    Under the heading of an example, the neurons and the target are those of that example.
    What the example costs, and what the weights do.
    Without an activation function every slope is 1, and these are the errors already.
    Without an activation function the slopes are 1, and it is the errors already.
    (ReLU′ is 1 above 0 and 0 elsewhere, so this is 1 or {}.)
    (ReLU′ is 1 above 0 and 0 elsewhere.)
    (These sums are long: the last number in the parentheses is what the other terms make together.)
    and it moves by
    and what came of it is
    every example has its own {}, and a column of {} is {} in the columns of that example.
    it is no product entry by entry that makes the errors, but one of matrices.
    ⊙ multiplies entry by entry: each of them by the slope {} of its own neuron.
    {} holds the weights of a layer, with a row for each neuron and a column for each neuron of the layer before.
    {} holds the weights of a layer, with a row for each neuron and a column for each neuron of the layer before; {} is a column with a row for each neuron.
    {} holds the weights of a layer, with a row for each neuron and a column for each neuron of the layer before; {}, {} and the errors {}, each a {} from above, are columns with a row for each neuron.
    {} holds the weights of a layer, with a row for each neuron and a column for each neuron of the layer before; {}, {}, {} and the errors {}, each a {} from above, are columns with a row for each neuron.
    {} holds what the cost feels of each output, worked out entry by entry, for each example its own cost.
    {} holds what the cost feels of each output, worked out entry by entry.
    {} is a column of {} ones: times it, a row of {} is added up, and the share of one example makes the sum a mean.
    {} is added to every column.
    {} is what the penalty feels of each weight, entry by entry.
    {}, {} and the errors {} have a column with a row for each neuron for every example, {} in all, and the errors are those of the example's own cost: each of the first column is a {}.
    {}, {} and the errors {} have such a column for every example, {} in all, and the errors are those of the example's own cost: each of the first column is a {}.
    """.split(separator: "\n").map(String.init)
}
