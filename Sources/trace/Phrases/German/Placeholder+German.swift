import Formulas

extension Placeholder {
  var german: Prose {
    switch self {
    case .nameOrFile: "NAME/DATEI"
    case .definitions: "DEFINITIONEN"
    case .givens: "NAME=ZAHL..."
    case .fileOrFolder: "DATEI/ORDNER..."
    case .anyName: "[NAME]"
    case .anyCommand: "[BEFEHL|second]; --version"
    case .shell: "SHELL"
    case .format: "FORMAT"
    case .file: "DATEI"
    case .folder: "ORDNER"
    case .name: "NAME"
    case .code: "CODE"
    case .dialect: "DIALEKT"
    case .sign: "ZEICHEN"
    case .seed: "STARTWERT"
    case .rule: "REGEL"
    case .list: "LISTE.csv"
    case .lesson: "LEKTION"
    case .rate: "RATE"
    case .schedule: "NAME=N"
    case .title: "TEXT"
    case .letters(let letters): "\(letters)"
    }
  }
}
