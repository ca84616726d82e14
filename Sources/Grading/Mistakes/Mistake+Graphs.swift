/// The mistakes that have a name in any graph.
extension Mistake {
  static let useForgotten = Mistake(
    "use-forgotten", .often, "One of the uses of this value is left out of the sum.",
    "Where else is this value used? The derivatives of all uses are added.")
  static let localGradientOnly = Mistake(
    "local-gradient-only", .often, "Only the local gradient is there, without the upstream gradient.",
    "How does the result change with the quantity that uses this value? Multiply by that derivative.")
  static let upstreamGradientOnly = Mistake(
    "upstream-gradient-only", .sometimes,
    "Only the upstream gradient is there, without the local gradient.",
    "How does the quantity that uses this value change with it? Multiply by that derivative.")
  static let gradientsAdded = Mistake(
    "gradients-added", .sometimes, "Local and upstream gradient are added in place of multiplied.",
    "Along a path the gradients are multiplied; only different paths are added.")
  static let usesMultiplied = Mistake(
    "uses-multiplied", .plausible,
    "The derivatives of several uses are multiplied in place of added.",
    "How are the derivatives of several uses of one value combined?")
  static let valueForSlope = Mistake(
    "value-for-slope", .sometimes, "The value of the function is used in place of its slope.",
    "Is this the value of the function or its slope?")
  static let slopeLeftOut = Mistake(
    "slope-left-out", .sometimes, "The slope of the function is left out.",
    "What is the slope of the function at this value?")
  static let slopeElsewhere = Mistake(
    "slope-elsewhere", .sometimes,
    "The slope is computed from the wrong value: input and output of the function are exchanged.",
    "Does this formula of the slope take the input of the function or its output?")
  static let powerRule = Mistake(
    "power-rule", .sometimes, "The derivative of a power is wrong.",
    "The derivative of x^n is n x^(n−1): what are n and x here?")
  static let otherArgument = Mistake(
    "other-argument", .sometimes, "The gradient is passed to the argument that max or min did not choose.",
    "Which argument is the value of max or min? Only that argument has a derivative other than 0.")
  static let ownValue = Mistake(
    "own-value", .sometimes, "The value itself is used in place of the factor that multiplies it.",
    "If this value grows by 1, by how much does the product grow?")
  static let sign = Mistake(
    "sign", .seldom, "The sign is wrong.",
    "Does the result grow or fall if this value grows a little?")
  static let factorLeftOut = Mistake(
    "factor-left-out", .seldom, "A factor of a product is left out.", "What else is multiplied here?")
  static let termLeftOut = Mistake(
    "term-left-out", .plausible, "A term of a sum is left out.", "What else is added here?")

  /// All mistakes that have a name in graphs.
  package static let ofGraphs = [
    sign, factorLeftOut, termLeftOut, useForgotten, pathsAveraged, localGradientOnly, upstreamGradientOnly,
    gradientsAdded, usesMultiplied, valueForSlope, slopeLeftOut, slopeElsewhere, powerRule, otherArgument,
    ownValue, ascent,
    stepFactor,
  ]

  // Kinds of rewriting for results without a name of their own.
  static let anyFactorLeftOut = Mistake(
    "factor-left-out", .left, "A factor is left out.", "What else is multiplied here?")
  static let anyTermLeftOut = Mistake(
    "term-left-out", .left, "A term is left out.", "What else is added here?")
  static let anyTermAlone = Mistake(
    "term-left-out", .partly, "Only one term is there.", "What else is added here?")
  static let factorTwice = Mistake(
    "factor-twice", .added, "A factor is there twice.", "How often does each factor appear?")
  static let factorTooMany = Mistake(
    "factor-too-many", .added, "There is one factor too many.", "Which factors belong here?")
  static let termTwice = Mistake(
    "term-twice", .added, "A term is there twice.", "How often does each term appear?")
  static let anySign = Mistake(
    "sign", .exchanged, "A sign is wrong.", "Which sign belongs here: plus or minus?")
  static let exchanged = Mistake(
    "exchanged", .exchanged, "One quantity is used in place of another.", "Which quantity belongs here?")
  static let otherExample = Mistake(
    "other-example", .plausible, "A number of another example is used.",
    "Which example does this quantity belong to?")
  static let otherFunction = Mistake(
    "other-function", .exchanged, "Another function is used.", "Which function belongs here?")
  static let powerLeftOut = Mistake(
    "power-left-out", .exchanged, "An exponent is missing or wrong.", "Which exponent belongs here?")
  static let inverted = Mistake(
    "inverted", .rare, "A factor is a divisor, or a divisor a factor.", "Is this multiplied or divided?")
  static let withoutSign = Mistake(
    "absolute-value", .rare, "A factor has lost its minus sign.", "Which sign does each factor have?")
  static let added = Mistake(
    "added-not-multiplied", .rare, "Factors are added in place of multiplied.", "Is this a sum or a product?")
  static let multiplied = Mistake(
    "multiplied-not-added", .rare, "Terms are multiplied in place of added.", "Is this a sum or a product?")
  static let constantFactor = Mistake(
    "constant-factor", .added, "The number differs by a constant factor.",
    "Which constant factor is missing, or too many?")
  static let pen = Mistake(
    "slip-of-the-pen", .added, "The number is copied wrongly.",
    "Compare your number digit by digit with your calculation.")
}
