/// The mistakes that have a name in any graph.
extension Mistake {
  static let useForgotten = Mistake(
    "use-forgotten", .often, "One of the uses of this value is left out of the sum.",
    "Where else is this value used? Gradients add.")
  static let localGradientOnly = Mistake(
    "local-gradient-only", .often, "Only the local gradient is there, without the upstream gradient.",
    "How does the result change with what this value feeds? Multiply by that.")
  static let upstreamGradientOnly = Mistake(
    "upstream-gradient-only", .sometimes,
    "Only the upstream gradient is there, without the local gradient.",
    "By how much does what this value feeds change with it? Multiply by that.")
  static let gradientsAdded = Mistake(
    "gradients-added", .sometimes, "Local and upstream gradient are added, where they are multiplied.",
    "Along a path gradients are multiplied; they add only where paths meet.")
  static let usesMultiplied = Mistake(
    "uses-multiplied", .plausible,
    "What comes back from several uses is multiplied, where it is added.",
    "Gradients add where a value is used more than once.")
  static let valueForSlope = Mistake(
    "value-for-slope", .sometimes, "The value of the function stands for its slope.",
    "That is the value, not the slope.")
  static let slopeLeftOut = Mistake(
    "slope-left-out", .sometimes, "The slope of the function is left out.",
    "How steep is the function there?")
  static let slopeElsewhere = Mistake(
    "slope-elsewhere", .sometimes,
    "The slope is worked out at another place: input and output are exchanged.",
    "Does this formula take what goes into the function, or what comes out of it?")
  static let powerRule = Mistake(
    "power-rule", .sometimes, "A power is not differentiated, or not raised.",
    "The exponent comes down as a factor, and one less stays.")
  static let otherArgument = Mistake(
    "other-argument", .sometimes, "The gradient is passed on to the argument that was not chosen.",
    "Which of them is the result of max or min? Only that one has an effect.")
  static let ownValue = Mistake(
    "own-value", .sometimes, "The value itself stands where what it is multiplied by belongs.",
    "If this value grows by 1, by how much does the product grow?")
  static let sign = Mistake(
    "sign", .seldom, "The sign is the other way round.",
    "If the one grows a little, does the other grow or fall?")
  static let factorLeftOut = Mistake(
    "factor-left-out", .seldom, "A factor of a product is left out.", "What else is multiplied here?")
  static let termLeftOut = Mistake(
    "term-left-out", .plausible, "A term of a sum is left out.", "What else is added here?")

  /// All that have a name in graphs.
  package static let ofGraphs = [
    sign, factorLeftOut, termLeftOut, useForgotten, pathsAveraged, localGradientOnly, upstreamGradientOnly,
    gradientsAdded, usesMultiplied, valueForSlope, slopeLeftOut, slopeElsewhere, powerRule, otherArgument,
    ownValue, ascent,
    stepFactor,
  ]

  // Kinds of rewriting, where what comes of them has no name.
  static let anyFactorLeftOut = Mistake(
    "factor-left-out", .left, "A factor is left out.", "What else is multiplied here?")
  static let anyTermLeftOut = Mistake(
    "term-left-out", .left, "A term is left out.", "What else is added here?")
  static let anyTermAlone = Mistake(
    "term-left-out", .partly, "Only one term is there.", "What else is added here?")
  static let factorTwice = Mistake(
    "factor-twice", .added, "A factor is there twice.", "How often is this multiplied?")
  static let factorTooMany = Mistake(
    "factor-too-many", .added, "There is one factor too many.", "What is multiplied here, and what is not?")
  static let termTwice = Mistake(
    "term-twice", .added, "A term is there twice.", "How often is this added?")
  static let anySign = Mistake(
    "sign", .exchanged, "The sign is the other way round.",
    "If the one grows a little, does the other grow or fall?")
  static let exchanged = Mistake(
    "exchanged", .exchanged, "One quantity stands for another.", "Which one belongs here?")
  static let otherExample = Mistake(
    "other-example", .plausible, "A number of another example is used.", "Which example is this about?")
  static let otherFunction = Mistake(
    "other-function", .exchanged, "Another function is used.", "Which function is it here?")
  static let powerLeftOut = Mistake(
    "power-left-out", .exchanged, "A power lacks its exponent, or has another.", "Is anything squared here?")
  static let inverted = Mistake(
    "inverted", .rare, "One divides where one multiplies.", "Is this multiplied, or divided by?")
  static let withoutSign = Mistake(
    "absolute-value", .rare, "A factor is taken without its sign.", "What sign does each factor have?")
  static let added = Mistake(
    "added-not-multiplied", .rare, "What is multiplied is added here.", "Is this a sum, or a product?")
  static let multiplied = Mistake(
    "multiplied-not-added", .rare, "What is added is multiplied here.", "Is this a sum, or a product?")
  static let constantFactor = Mistake(
    "constant-factor", .added, "The number is off by a constant factor.",
    "Off by exactly this factor: where could it come from?")
  static let pen = Mistake(
    "slip-of-the-pen", .added, "The number is written down wrongly.", "Compare it digit by digit.")
}
