import Formulas

extension LivingPhrase {
  var chinese: Prose {
    switch self {
    case .hint: "输入框里的每个数都可以修改：输入另一个数，或者向左、向右拖动。页面会重新计算所有结果。这些数保存在网址中，可以用链接分享。"
    case .field: "{name}的值"
    case .given: "这里的内容只针对给定的数，重置后会再次显示。"
    case .introduction: "引言只针对给定的数。"
    case .changed: "已修改数字"
    case .reset: "重置数字"
    case .unread: "这不是一个数。请写成0.35或-1.2e-3的形式。"
    case .notFinite: "取这个数时，有结果不是有限数。"
    case .tied: "取这个数时，max或min所比较的数中有几个相等。页面不推导这种情形。"
    }
  }
}
