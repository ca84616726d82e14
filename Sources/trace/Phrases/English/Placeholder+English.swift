import Formulas

extension Placeholder {
  var english: Prose {
    switch self {
    case .nameOrFile: "NAME-OR-FILE"
    case .definitions: "DEFINITIONS"
    case .givens: "NAME=NUMBER..."
    case .fileOrFolder: "FILE-OR-FOLDER..."
    case .anyName: "[NAME]"
    case .anyCommand: "[COMMAND|second]; --version"
    case .shell: "SHELL"
    case .format: "FORMAT"
    case .file: "FILE"
    case .folder: "DIR"
    case .name: "NAME"
    case .code: "CODE"
    case .dialect: "DIALECT"
    case .sign: "SIGN"
    case .seed: "SEED"
    case .rule: "RULE"
    case .list: "LIST.csv"
    case .lesson: "LESSON"
    case .rate: "RATE"
    case .schedule: "NAME=N"
    case .title: "TEXT"
    case .letters(let letters): "\(letters)"
    }
  }
}
