import Formulas

extension ClassPhrase {
  var chinese: Prose {
    switch self {
    case .title(let sheets): "已检查\(sheets)份答卷"
    case .unread(let files): "无法读取的文件：\(Self.list(files))。"
    case .missing(let people): "没有交答卷的人：\(Self.list(people))。"
    case .students: "学生"
    case .signs: "每个字符对应一个量，答卷的每一部分之后有一个空格：“+”正确，“~”位数不足，“>”沿用前面的错误，“x”错误，“.”未作答或未能读出。"
    case .pointsOf(let rule):
      """
      得分：正确的答案得1分，位数不足得½分，沿用前面错误的答案得\(rule == .strict ? "0" : "1")分。舍入到只剩一位数字的数不得分，\
      正确的值不为0而写0的也不得分；用这样的数算出的答案，正确的得1分，其余的不得分。
      """
    case .mistakes: "错误"
    case .quantities(let lesson): "各个量（\(lesson)）"
    case .column(let column): Self.word(column)
    case .correct(let count, let all): "\(count)/\(all)"
    case .variant(let own, let given):
      "\(own.map(String.init) ?? "–")\(given.map { "（发放的是\(String($0))）" } ?? "")"
    case .same(let files, let areWrong):
      "这些答卷的答案完全相同\(areWrong ? "，连错误的答案也相同" : "")：\(Self.list(files))。"
    case .otherVariant(let person, let own, let given, let earned, let outOf):
      """
      发给\(person)的是版本\(String(given))，交来的却是\(own.map { "版本\(String($0))" } ?? "本课自带的数值")。\
      得分\(ReportPhrase.score(earned: earned, outOf: outOf).chinese)是按交来的数值评定的。
      """
    case .belongElsewhere(let person, let other):
      "\(person)的答案\(Self.words(other))，其中沿用前面错误的答案不得分。"
    case .elsewhere(let other): Self.words(other)
    case .convention(let person, let convention):
      "\(person)的写法与本课不同，按其写法评判：\(Self.words(convention))。"
    case .passedOver(let person, let numbers):
      "\(person)：\(ReportPhrase.inChinese(numbers))"
    case .description(let explanation):
      switch explanation {
      case .mistake(let mistake): "\(MistakePhrase.title(mistake).chinese)。"
      case .sign: "只有符号错误。"
      case .none: "没有一个已知的错误能确定地解释这个数。"
      }
    case .names(let people, let more): Self.list(people, more: more)
    case .handedOut(let variant): Self.words(variant)
    case .wrongSign: "符号错误"
    case .notNamed: "未指明"
    case .notReadable: "无法读取"
    case .noSheet: "没有答卷"
    }
  }

  private static func list(_ names: [String], more: Int = 0) -> Prose {
    Chinese.commas(names.map { "\($0)" }, more: more)
  }

  private static func words(_ other: OtherNumbers) -> Prose {
    switch other {
    case .variant(let seed?): "对版本\(String(seed))是正确的"
    case .variant(nil): "对本课自带的数值是正确的"
    case .unknown: "可能属于另一组数值"
    }
  }

  private static func words(_ convention: Marking.Convention) -> Prose {
    switch convention {
    case .negativeErrors: "δ是−∂C/∂z"
    case .otherHalf: "\(.cost)相差因子2"
    case .sumOverExamples: "\(.cost)是对各样本求和"
    case .meanOverExamples: "\(.cost)是各样本的平均值"
    case .transposedWeights: "矩阵每个输入占一行"
    case .rateInVelocity: "速度中包含学习率"
    case .otherSideOfKink: "ReLU在z = 0处的斜率是1"
    case .beforeDropout: "激活值是dropout之前的"
    case .derivativesBeforeDropout: "导数是对dropout之前的激活值的"
    }
  }

  private static func word(_ column: Column) -> Prose {
    switch column {
    case .student: "学生"
    case .variant: "题目版本"
    case .correct: "正确"
    case .points: "得分"
    case .answers: "各答案（按推导顺序）"
    case .firstMistake: "第一个错误"
    case .notRead: "未能读出的行"
    case .numberOfStudents: "学生人数"
    case .asFirstMistake: "第一个错误是它的人数"
    case .mistake: "错误"
    case .students: "学生"
    case .description: "说明"
    case .quantity: "量"
    case .notAnswered: "未作答或未能读出"
    }
  }

  private static func words(_ variant: ClassReport.HandedOutVariant) -> Prose {
    switch variant {
    case .own: "是"
    case .another(let seed): "否：\(String(seed))"
    case .unknown: "不在名单中"
    }
  }
}
