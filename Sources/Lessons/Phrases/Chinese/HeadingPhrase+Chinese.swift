import Formulas

extension HeadingPhrase {
  var chinese: Prose {
    switch self {
    case .untitled: "例题详解"
    case .network: "网络"
    case .forwardPass(let example): example.map { "样本\($0)：前向传播" } ?? "前向传播"
    case .backwardPass(let example): example.map { "样本\($0)：反向传播" } ?? "反向传播"
    case .layer(let layer): "第\(layer)层"
    case .cost: "\(.cost)"
    case .penalty: "惩罚项"
    case .mean: "对样本取平均"
    case .sum: "对样本求和"
    case .costWithPenalty: "带惩罚项的\(.cost)"
    case .wholeProduct: "所有因子的乘积"
    case .paths: "所有路径"
    case .matrices: "矩阵形式"
    case .test: "检验一个导数"
    case .gradient: "\(.gradient)"
    case .check: "梯度检验"
    }
  }
}
