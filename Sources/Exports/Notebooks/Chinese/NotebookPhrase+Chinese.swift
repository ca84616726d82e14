import Formulas

extension NotebookPhrase {
  var chinese: Prose {
    switch self {
    case .introduction:
      """
      每个代码单元用全部位数重新计算它上面的各行，并用assert检验写出的数，误差不超过末位的一个单位。下标与正文相同：\(code: "w2[1, 3]")从神经元3通向神经元1。
      """
    case .givens: "本课给出的数，用Python写出："
    case .library: "同样的计算用PyTorch，它自动求出梯度："
    case .noLibrary: "没有安装PyTorch。"
    }
  }
}
