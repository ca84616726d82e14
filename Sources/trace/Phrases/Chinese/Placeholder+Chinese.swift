import Formulas

extension Placeholder {
  var chinese: Prose {
    switch self {
    case .nameOrFile: "名称或文件"
    case .definitions: "定义"
    case .givens: "名称=数值…"
    case .fileOrFolder: "文件或文件夹…"
    case .anyName: "[名称]"
    case .anyCommand: "[命令|second]; --version"
    case .shell: "SHELL"
    case .format: "格式"
    case .file: "文件"
    case .folder: "文件夹"
    case .name: "名称"
    case .code: "代码"
    case .dialect: "写法"
    case .sign: "符号"
    case .seed: "种子"
    case .rule: "规则"
    case .list: "CSV名单"
    case .lesson: "课"
    case .rate: "学习率"
    case .schedule: "名称=N"
    case .title: "文字"
    case .letters(let letters): "\(letters)"
    }
  }
}
