import Formulas

extension ClassPhrase {
  var chinese: Prose {
    switch self {
    case .title(let sheets): "已检查\(sheets)份答卷"
    case .unread(let files): "无法读取的文件：\(Self.list(files))。"
    case .missing(let people): "没有交答卷的人：\(Self.list(people))。"
    case .students: "学生"
    case .signs: "每个符号对应一个量：“+”正确，“~”位数不足，“>”沿用前面的错误，“x”错误，“.”未作答。"
    case .mistakes: "错误"
    case .quantities(let lesson): "\(lesson)中的量"
    case .column(let column): Self.word(column)
    case .correct(let count, let all): "\(count)/\(all)"
    case .variant(let own, let given):
      "\(own.map(String.init) ?? "–")\(given.map { "（发放的是\(String($0))）" } ?? "")"
    case .same(let files): "这些答卷的答案完全相同，连错误的答案也相同：\(Self.list(files))。"
    case .description(let mistake):
      "\(mistake.map { MistakePhrase.title($0).chinese } ?? "错误目录中没有一项能解释的错误数值")。"
    case .names(let people, let more): Self.list(people, more: more)
    case .handedOut(let variant): Self.words(variant)
    case .notReadable: "无法读取"
    case .noSheet: "没有答卷"
    }
  }

  private static func list(_ names: [String], more: Int = 0) -> Prose {
    Chinese.commas(names.map { "\($0)" }, more: more)
  }

  private static func word(_ column: Column) -> Prose {
    switch column {
    case .student: "学生"
    case .variant: "题目版本"
    case .correct: "正确"
    case .points: "得分"
    case .answers: "各答案（按推导顺序）"
    case .firstMistake: "第一个错误"
    case .notRead: "未能读出"
    case .numberOfStudents: "学生人数"
    case .asFirstMistake: "其中作为第一个错误"
    case .mistake: "错误"
    case .students: "学生"
    case .description: "说明"
    case .quantity: "量"
    case .notAnswered: "未作答"
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
