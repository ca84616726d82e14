import Formulas

extension ReportPhrase {
  var chinese: Prose {
    switch self {
    case .title(let name, let correct, let all): "\(name)：\(all)个量中答对\(correct)个"
    case .summary(let counts, let open, let names, let hasUnread):
      Self.summary(counts, open, names, hasUnread)
    case .tooFewDigits(let asked):
      "“位数不足”是指：已写出的各位数字正确（最后一位最多相差1），但要求写\(asked)位。如果由你前面的数算出的正好是这个数，位数少也算正确。"
    case .points(let earned, let outOf): "得分：\(Self.score(earned, outOf))。"
    case .score(let earned, let outOf): Self.score(earned, outOf)
    case .noneWrong: "没有错误的答案。"
    case .wrongAnswer(let place, let isFirst):
      "\(isFirst ? "第一个错误答案" : "另一个错误答案")：\(Self.place(place))"
    case .otherWrong(let places):
      "这些答案也不正确：\(Chinese.commas(places.map(Self.place)))。请先改正上面的错误，然后重新检查。"
    case .convention(let convention): Self.words(convention)
    case .change(let line, let old, let name, let value):
      "第\(line)行给出了改变量Δ\(old)。由此得到\(name)是\(Formula.number(value))，按这个值评判。"
    case .files(let files): Self.words(files)
    case .otherNumbers(let other): Self.words(other)
    case .layers(let first):
      "这份答卷的层号与本课不同：它的第\(first)层是本课的第1层。答卷按这种编号读取。"
    case .passedOver(let numbers): Self.inChinese(numbers)
    case .unread: "未能读出"
    case .unreadLines(let count):
      "有\(Chinese.count(count, "行"))看起来是答案，但未能读出，因此没有评判："
    case .unreadLine(let line, let written, let reason):
      "第\(line)行，\(code: written)：\(reason)\(reason.hasSuffix("?") ? "" : "。")"
    case .unreadRest(let count): "还有\(count)行没有列出。"
    case .answers: "全部答案"
    case .column(let column): Self.word(column)
    case .quantity(let name): Chinese.name(name)
    case .changeOf(let name): "Δ\(name)"
    case .verdict(let verdict): Self.word(verdict)
    case .notAnswered(let hasUnread): "未作答\(hasUnread ? "或未能读出" : "")"
    case .remark(let line, let name, let remark):
      "第\(line)行，\(Chinese.name(name))：\(Self.words(remark, on: name))"
    }
  }

  /// How many numbers of each kind were not judged, and why.
  static func inChinese(_ numbers: PassedOver) -> Prose {
    Prose.sentences(
      numbers.kinds.map { kind in
        switch kind {
        case .laterSteps: "后续各步的\(numbers[kind])个数未评判，因为只要求第1步。"
        case .secondDerivatives: "二阶导数的\(numbers[kind])个数未评判，因为只要求一阶导数。"
        case .programs: "程序代码中的\(numbers[kind])个数未评判，因为只有程序的输出才算答案。"
        case .others: "例题中的\(numbers[kind])个数未评判，因为没有写明是所求的哪个量。"
        }
      })
  }

  private static func summary(
    _ counts: [Count], _ open: Int, _ names: [Formula], _ hasUnread: Bool
  ) -> Prose {
    var parts: [Prose] = counts.map { "\($0.count)个\(word($0.verdict))" }
    if open > 0 {
      parts.append(
        "\(open)个未作答\(hasUnread ? "或未能读取" : "")\(names.isEmpty ? "" : "（\(Chinese.list(names.map(Chinese.name)))）")"
      )
    }
    return "\(Chinese.commas(parts))。"
  }

  /// Such as 7½/12.
  private static func score(_ earned: Double, _ outOf: Int) -> Prose {
    "\(halves(earned))/\(outOf)"
  }

  private static func place(_ place: Place) -> Prose {
    "\(Chinese.name(place.name))\(place.line.map { "（第\($0)行）" } ?? "")"
  }

  private static func words(_ convention: Marking.Convention) -> Prose {
    switch convention {
    case .negativeErrors: "你的δ是−∂C/∂z，有些书也这样定义。答卷按这种定义读取。"
    case .otherHalf:
      "你的\(.cost)与本课的相差因子2。你的其他答案与你的\(.cost)一致，按你的\(.cost)评判。"
    case .sumOverExamples:
      "你的\(.cost)是对各样本求和，本课的\(.cost)是平均值。你的其他答案与求和一致，按求和评判。"
    case .meanOverExamples:
      "你的\(.cost)是各样本的平均值，本课的\(.cost)是总和。你的其他答案与平均值一致，按平均值评判。"
    case .transposedWeights: "你的矩阵每个输入占一行，本课的矩阵每个神经元占一行。答卷按你的写法读取。"
    case .rateInVelocity: "你的速度中包含学习率，Nielsen的书也这样写。答卷按这种写法读取。"
    case .otherSideOfKink: "ReLU在z = 0处没有导数。你在那里用斜率1，本课用0。两者都正确。"
    case .beforeDropout:
      "在带dropout的层中，你的激活值是dropout之前的，本课的激活值是dropout之后的。答卷按你的写法读取。"
    case .derivativesBeforeDropout:
      "在带dropout的层中，你的导数是对dropout之前的激活值的，本课的导数是对dropout之后的。答卷按你的写法读取。"
    }
  }

  private static func words(_ files: AnswerSheet.Files) -> Prose {
    let names: [Prose] = files.all.map { "\($0.name)从第\($0.firstLine)行开始" }
    return "答案分布在\(files.all.count)个文件中，行号连续计数：\(Chinese.commas(names))。"
  }

  private static func words(_ other: OtherNumbers) -> Prose {
    let numbers: Prose =
      switch other {
      case .variant(let seed?): "这些答案对版本\(String(seed))是正确的，但与这份答卷的数值不符。"
      case .variant(nil): "这些答案对本课自带的数值是正确的，但与这份答卷的数值不符。"
      case .unknown: "没有一个答案正确，而且许多答案不能由前面的答案得出：这些答案可能属于另一组数值。"
      }
    return "\(numbers)沿用前面错误的答案不得分。"
  }

  private static func word(_ column: Column) -> Prose {
    switch column {
    case .line: "行"
    case .quantity: "量"
    case .answer: "答案"
    case .verdict: "评判"
    case .correctValue: "正确的值"
    }
  }

  private static func word(_ verdict: Verdict) -> Prose {
    switch verdict {
    case .correct: "正确"
    case .tooFewDigits: "位数不足"
    case .carriedForward: "沿用前面的错误"
    case .wrong: "错误"
    }
  }

  private static func words(_ remark: Remark, on name: Formula) -> Prose {
    switch remark {
    case .unequal(let step, let value, let written):
      "\(code: step)\(value.map { "等于\(Formula.number($0))，" } ?? "")不等于\(code: written)。"
    case .circular: "这个公式用到了后面才算出的量，或者用到了\(Chinese.name(name))本身。"
    case .notFinite: "这个公式的值不是有限数。"
    case .lucky(let isGraph):
      "这个公式\(isGraph ? "代入这些数值" : "在这个网络上")得到的数是正确的，但换成别的数值就不对了。"
    case .otherGiven(let given): "本课给定的是\(given)。"
    }
  }
}

extension Chinese {
  /// A name, with its example if the letters do not say it.
  static func name(_ name: Formula) -> Prose {
    name.exampleToSay.map { "样本\($0)的\(name)" } ?? "\(name)"
  }
}
