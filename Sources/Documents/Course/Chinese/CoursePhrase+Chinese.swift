import Formulas

extension CoursePhrase {
  package var chinese: Prose {
    switch self {
    case .builtIn: "一步一步学反向传播"
    case .untitled: "反向传播"
    case .lessons(let count):
      "共\(count)课。每一课都是一个带有具体数值的小网络或计算图，一步一步地做前向传播和反向传播。"
    case .course: "课程"
    case .onwards: "继续"
    case .allLessons: "课程目录"
    case .previous: "上一课"
    case .next: "下一课"
    case .worksheet: "自己动手算"
    case .workedExample: "查看详解"
    case .download: "下载本课："
    case .lessonFile: "源文件"
    case .text: "文本"
    case .traceLeftOut(let command):
      "完整的推导很长，没有放在这里；用\(code: command)可以由源文件生成"
    }
  }
}
