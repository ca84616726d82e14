import Formulas

extension ComparisonPhrase {
  var chinese: Prose {
    switch self {
    case .agree(let count): "在文件中各数的精度内，全部\(count)个导数都一致。"
    case .missing(let arrays): "文件缺少对\(list(arrays))的导数。"
    case .differ(let arrays, let count, let all): "\(all)个导数中有\(count)个不同：对\(list(arrays))的导数。"
    case .sumOfExamples(let n): "这些导数在文件中都是本课的\(n)倍：文件中是\(n)个样本之和，本课是平均值。"
    case .meanOfExamples(let n): "这些导数在本课中都是文件中的\(n)倍：文件中是\(n)个样本的平均值，本课是和。"
    case .meanOfOutputs(let k): "这些导数在本课中都是文件中的\(k)倍：文件的代价是\(k)个输出的平均值，本课是和。"
    case .sumOfOutputs(let k): "这些导数在文件中都是本课的\(k)倍：文件的代价是\(k)个输出之和，本课是平均值。"
    case .meanOfBoth(let nk): "这些导数在本课中都是文件中的\(nk)倍：文件的代价是对样本和输出的平均值。"
    case .sumOfBoth(let nk): "这些导数在文件中都是本课的\(nk)倍：文件的代价是对样本和输出之和。"
    case .half: "这些导数在文件中都是本课的一半：文件的代价有因子½，或者缺少平方的因子2。"
    case .double: "这些导数在文件中都是本课的两倍：本课的代价有因子½，文件没有。"
    case .negative: "这些导数的符号都相反。"
    case .transposed(let arrays):
      "把\(list(arrays))的行与列互换，全部导数一致：文件像Keras和Flax那样用[输入，输出]。在本课的文件中写上\(code: "\"layout\": \"inputs-first\"")，就可以使用这样的权重。"
    case .decay(let number, onBiases: false): "对每个权重的导数多出权重的\(Formula.number(number))倍：原因是权重衰减，或本课的惩罚项。"
    case .decay(let number, onBiases: true):
      "每个导数多出参数的\(Formula.number(number))倍，偏置也是：原因是权重衰减，而本课的惩罚项只作用于权重。"
    case .unexplained: "已知的约定都不能解释全部差别。"
    }
  }

  private func list(_ names: [String]) -> Prose { .list(names.map { Prose([.code($0)]) }) }
}
