import Formulas

extension ReportPhrase {
  var english: Prose {
    switch self {
    case .title(let name, let correct, let all): "\(name): \(correct) of \(all) correct"
    case .summary(let counts, let open, let names, let hasUnread):
      Self.summary(counts, open, names, hasUnread)
    case .tooFewDigits(let asked):
      """
      “Too few digits” means: the digits that you wrote are right (the last may be off by one), but \(asked) are asked for. A \
      number with fewer digits is correct if it is exactly what your numbers before it give.
      """
    case .points(let earned, let outOf): "Points: \(Self.score(earned, outOf))."
    case .score(let earned, let outOf): Self.score(earned, outOf)
    case .noneWrong: "No answer is wrong."
    case .wrongAnswer(let place, let isFirst):
      "\(isFirst ? "First wrong answer" : "Another wrong answer"): \(Self.words(place))"
    case .otherWrong(let places):
      """
      Also wrong, but not explained here: \(English.commas(places.map(Self.inList))). Correct the answers above first, then \
      check again.
      """
    case .convention(let convention): Self.words(convention)
    case .change(let line, let old, let name, let value):
      "Line \(line) gives the change Δ\(old). With it \(name) is \(Formula.number(value)), which is judged."
    case .files(let files): Self.words(files)
    case .otherNumbers(let other): Self.words(other)
    case .layers(let first):
      "The sheet numbers its layers differently: its layer \(first) is layer 1 of the lesson. It is read that way."
    case .passedOver(let numbers): Self.inEnglish(numbers)
    case .unread: "Not read"
    case .unreadLines(let count):
      count == 1
        ? "One line looks like an answer but could not be read, so it was not judged:"
        : "\(count) lines look like answers but could not be read, so they were not judged:"
    case .unreadLine(let line, let written, let reason):
      "Line \(line), \(code: written): \(reason)\(reason.hasSuffix("?") ? "" : ".")"
    case .unreadRest(let count): "\(count) more are not shown."
    case .answers: "All answers"
    case .column(let column): Self.word(column)
    case .quantity(let name): English.name(name)
    case .changeOf(let name): "Δ\(name)"
    case .verdict(let verdict): Self.word(verdict)
    case .notAnswered(let hasUnread): "not answered\(hasUnread ? " or not read" : "")"
    case .remark(let line, let name, let remark):
      "Line \(line), \(English.name(name)): \(Self.words(remark, on: name))"
    }
  }

  private static func summary(
    _ counts: [Count], _ open: Int, _ names: [Formula], _ hasUnread: Bool
  ) -> Prose {
    var parts: [Prose] = counts.map {
      "\($0.count) \($0.verdict == .tooFewDigits ? "with " : "")\(word($0.verdict))"
    }
    if open > 0 {
      let named: Prose = names.isEmpty ? "" : " (\(English.list(names.map(English.name))))"
      parts.append("\(open) not answered\(hasUnread ? " or not read" : "")\(named)")
    }
    return "\(English.commas(parts))."
  }

  /// Such as 7½ of 12.
  private static func score(_ earned: Double, _ outOf: Int) -> Prose {
    "\(halves(earned)) of \(outOf)"
  }

  private static func words(_ place: Place) -> Prose {
    "\(English.name(place.name))\(place.line.map { ", line \($0)" } ?? "")"
  }

  /// Such as C (line 12).
  private static func inList(_ place: Place) -> Prose {
    "\(English.name(place.name))\(place.line.map { " (line \($0))" } ?? "")"
  }

  private static func words(_ convention: Marking.Convention) -> Prose {
    switch convention {
    case .negativeErrors: "Your δ is −∂C/∂z, as in some books. It is read that way."
    case .otherHalf:
      """
      Your \(.cost) differs from the lesson's by a factor of 2. Your other answers agree with your \(.cost), and are judged \
      by it.
      """
    case .sumOverExamples:
      """
      Your \(.cost) is the sum over the examples; the lesson's \(.cost) is the mean. Your other answers agree with the sum, \
      and are judged by it.
      """
    case .meanOverExamples:
      """
      Your \(.cost) is the mean over the examples; the lesson's \(.cost) is the sum. Your other answers agree with the mean, \
      and are judged by it.
      """
    case .transposedWeights:
      """
      Your matrices have a row for each input, and the lesson's have a row for each neuron. Yours are read in this way.
      """
    case .rateInVelocity:
      "Your velocity contains the learning rate, as in Nielsen's book. It is read that way."
    case .otherSideOfKink:
      "At z = 0 ReLU has no derivative. You use the slope 1 there, the lesson uses 0. Both are correct."
    case .beforeDropout:
      """
      The activations of your layer with dropout are those before dropout; the lesson's are those after it. Yours are read in \
      this way.
      """
    case .derivativesBeforeDropout:
      """
      In your layer with dropout, derivatives are those before dropout; the lesson's are those after it. Yours are read in this \
      way.
      """
    }
  }

  private static func words(_ files: AnswerSheet.Files) -> Prose {
    let names: [Prose] = files.all.map { "\($0.name) from line \($0.firstLine)" }
    return
      "The answers are in \(files.all.count) files, whose lines are counted on: \(English.commas(names))."
  }

  /// How many numbers of each kind were not judged, and why.
  static func inEnglish(_ numbers: PassedOver) -> Prose {
    Prose.sentences(
      numbers.kinds.map { kind in
        let count = numbers[kind]
        let said: Prose = "\(count) \(count == 1 ? "number" : "numbers")"
        let verb = count == 1 ? "was" : "were"
        return switch kind {
        case .laterSteps:
          "\(said) of later steps \(verb) not judged, because only the first step is asked for."
        case .secondDerivatives:
          "\(said) of second derivatives \(verb) not judged, because only first derivatives are asked for."
        case .programs: "\(said) in code \(verb) not judged, because only what code prints is an answer."
        case .others:
          "\(said) of the worked example \(verb) not judged, because \(count == 1 ? "it names" : "they name") no quantity that is asked for."
        }
      })
  }

  private static func words(_ other: OtherNumbers) -> Prose {
    let numbers: Prose =
      switch other {
      case .variant(let seed?):
        "These answers are right for variant \(String(seed)), but not for the numbers of this sheet."
      case .variant(nil):
        "These answers are right for the lesson's own numbers, but not for those of this sheet."
      case .unknown:
        "No answer is right, and many do not follow from those before them: the answers may belong to other numbers."
      }
    return "\(numbers) What is carried forward earns no points."
  }

  private static func word(_ column: Column) -> Prose {
    switch column {
    case .line: "line"
    case .quantity: "quantity"
    case .answer: "answer"
    case .verdict: "verdict"
    case .correctValue: "correct value"
    }
  }

  private static func word(_ verdict: Verdict) -> Prose {
    switch verdict {
    case .correct: "correct"
    case .tooFewDigits: "too few digits"
    case .carriedForward: "carried forward"
    case .wrong: "wrong"
    }
  }

  private static func words(_ remark: Remark, on name: Formula) -> Prose {
    switch remark {
    case .unequal(let step, let value, let written):
      "\(code: step) \(value.map { "is \(Formula.number($0))," } ?? "is") not \(code: written)."
    case .circular: "the formula uses a quantity that is computed later, or \(English.name(name)) itself."
    case .notFinite: "the value of the formula is not finite."
    case .lucky(let isGraph):
      "the formula gives the correct number \(isGraph ? "with these numbers" : "on this network"), but not with other numbers."
    case .otherGiven(let given): "the lesson gives \(given)."
    }
  }
}

extension English {
  /// A name, with its example if the letters do not say it.
  static func name(_ name: Formula) -> Prose {
    name.exampleToSay.map { "\(name) of example \($0)" } ?? "\(name)"
  }
}
