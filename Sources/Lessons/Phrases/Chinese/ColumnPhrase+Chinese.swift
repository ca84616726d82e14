import Formulas

extension ColumnPhrase {
  var chinese: Prose {
    switch self {
    case .layer: "层"
    case .weight: "权重"
    case .bias: "偏置"
    case .activation: "激活函数"
    case .from(let neuron): "来自\(neuron)"
    case .into: "指向"
    case .example: "样本"
    case .parameter: "参数"
    case .value: "值"
    case .derivative: "\(.cost)的导数"
    case .part(let cost): "\(cost)的导数"
    case .otherExamples: "其余样本"
    case .chainRule: "链式法则"
    case .matrices: "矩阵"
    case .finiteDifferences: "有限差分"
    case .errorBound: "误差界"
    case .verdict: "结论"
    }
  }
}
