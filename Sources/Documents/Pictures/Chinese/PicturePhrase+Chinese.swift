import Formulas

extension PicturePhrase {
  var chinese: Prose {
    switch self {
    case .network(let widths): "网络：\(widths.map(String.init).joined(separator: "-"))"
    case .layers(let inputs, let runs):
      """
      \(inputs)个输入，然后是\(Chinese.joined(runs.map(\.inChinese), by: "；然后是"))；最后是\(.cost)。权重的绝对值越大，边越粗；\
      权重为负时，边是虚线。
      """
    case .dropped: "被丢弃的神经元的边框是虚线。"
    case .skip: "弧线是跳跃连接。"
    case .image: "左边是画成图像的输入：方块越大，输入越大。"
    case .graph(let results):
      results.isEmpty ? "计算图" : "\(Self.list(results))的计算图"
    case .uses(let given, let uses):
      Chinese.joined(
        [
          given.isEmpty ? "" : "\(Self.list(given))\(given.count == 1 ? "" : "都")是给定的。",
          uses.isEmpty
            ? ""
            : "\(Chinese.joined(uses.map { "\($0.name)由\(Self.list($0.used))算出" }, by: "；"))。",
        ], by: "")
    case .below(let result): "量的下方：\(result.map { "\($0)" } ?? "结果")对该量的导数。"
    case .computedFrom(let sign): "各个量，以及\(sign)之后用来计算它的量："
    case .onEdge: "边上：局部梯度。"
    case .cost: "\(.cost)"
    case .course(let name, let period): "\(name)随\(period.inChinese)的变化"
    case .change(let from, let to, let count, let period):
      """
      从第一\(period.measure)之前的\(Self.number(from))变为\(count)\(period.measure)之后的\(Self.number(to))。
      """
    case .axis(let period): period.inChinese
    case .bars(let bars):
      "\(Chinese.firstOf(bars.map { "\($0.label)：\(Formula.number($0.value))" }))。长度采用对数刻度。"
    }
  }

  private static func list(_ names: [Formula]) -> Prose { Chinese.list(names.map { "\($0)" }) }

  private static func number(_ value: Numeral?) -> Prose {
    value.map { "\(Formula.number($0))" } ?? "非有限值"
  }
}

extension PicturePhrase.Run {
  fileprivate var inChinese: Prose {
    let neurons: Prose = "\(neurons)个神经元"
    let all: Prose = layers == 1 ? neurons : "\(layers)层，每层\(neurons)"
    return kind.map { "\(all)（\($0)）" } ?? all
  }
}

extension CostPlot.Period {
  fileprivate var inChinese: Prose {
    switch self {
    case .step: "步数"
    case .epoch: "迭代周期"
    }
  }

  /// Between a number and what is counted.
  fileprivate var measure: Prose {
    switch self {
    case .step: "步"
    case .epoch: "个迭代周期"
    }
  }
}
