import Formulas

extension FurtherPhrase {
  var chinese: Prose {
    switch self {
    case .forwardMode: "前向模式"
    case .backwardMode: "反向模式"
    case .bothModes: "两种模式的比较"
    case .check: "检验"
    case .forward(let x, let start):
      """
      前向模式在计算每个值的同时，还计算它对\(x)的导数，经过中间量的影响也包括在内。导数从\(start)开始，\
      其他给定的量的导数都从0开始。然后按照每个定义，由前面各量的导数得出这个量的导数。
      """
    case .found(let forward, let backward, let agree):
      agree
        ? "前向模式得到\(forward)，反向模式得到\(backward)：两个数相同。"
        : "\(strong: "两者不一致")：前向模式得到\(forward)，反向模式得到\(backward)。"
    case .operations:
      """
      两种模式相乘的是同样的局部梯度，只是前向模式从另一端开始。表中列出用到这些局部梯度的乘法和加法的次数，\
      乘以1也计算在内；计算各个值和局部梯度所需的运算，两种模式相同。
      """
    case .cheaperMode:
      """
      前向模式对每个求导变量都要做一次传播，反向模式对每个结果做一次：结果只有一个而参数很多时，\
      例如训练网络时，反向模式的运算更少。
      """
    case .mode(let mode): mode.chinese
    case .allOfGradient(let count): "梯度的全部\(count)个导数"
    case .columnOfMode: "模式"
    case .columnOfSubject: "求导变量"
    case .multiplications: "乘法次数"
    case .additions: "加法次数"
    case .derivatives(let entry): "\(entry)的导数"
    case .nothingLeads(let entry): "这里没有通向\(entry)的路径。"
    case .wayBack(let entry): "从\(entry)往回："
    case .onePass(let entry): "\(entry)是一个数，所以一次反向传播就得到它的全部导数。"
    case .passes(let name, let count):
      """
      一次反向传播只对一个数求导。\(name)由\(count)个数组成，所以要做\(count)次反向传播，每个元素一次：\
      从这个元素对自身的导数1开始。各次反向传播中的局部梯度都相同，写在第一次用到它们的地方。
      """
    case .localGradients(let names):
      "这里的\(Chinese.list(names.map { "\($0)" }))\(names.count > 1 ? "都" : "")是局部梯度：不包括经过其他量的路径。"
    case .jacobian: "雅可比矩阵"
    case .jacobianIs(let above, let below, let rows, let columns):
      """
      \(above)对\(below)的雅可比矩阵的形状是\(rows) × \(columns)：每一行对应\(above)的一个元素，每一列对应\(below)的一个元素。\
      每个数都是它所在行的元素对它所在列的元素的导数。
      """
    case .checkOfJacobian:
      "用另外两种方法求同样的导数：“前向模式”不需要反向传播；“有限差分”由微小的变化算出，并给出它的误差界："
    case .checkOfSecond:
      """
      下面用另外两种方法重新计算每个二阶导数。“前向模式”沿着反向传播再走一遍：在第一次求导的每一步，同时计算这一步随参数\
      怎样变化。“有限差分”不需要求二阶导数：把参数增大和减小一点，再重新计算一阶导数。“误差界”说明有限差分与\
      真实的导数最多可能相差多少；误差界不超过导数绝对值的百万分之一时，有限差分才能作为检验。
      """
    case .second, .seconds: "二阶导数"
    case .secondPass(let result):
      """
      前面的各步和其他计算没有区别：各个值、局部梯度和导数都是一步一步算出来的。所以它们也构成一个计算图，\(result)是图中的一个数。\
      第二次反向传播从\(result)出发，沿着所有这些步骤往回进行，规则相同：局部梯度乘以上游梯度，一个量被多次用到时，\
      把各个乘积相加。
      """
    case .flatSigns(let names, let areMore, let isOnEdge): Self.flat(names, areMore, isOnEdge)
    case .secondAtKink(let slope, let by):
      "这里有一个折点：没有一个数能说明\(slope)随\(by)怎样变化；检验部分给出了两侧的斜率。"
    case .secondIsZero(let slope, let by): "在一阶近似下，\(by)的微小变化不改变\(slope)。"
    case .secondMeans(let slope, let by, let value):
      "\(by)改变一个微小的量时，\(slope)的变化约为这个量乘以\(value)。"
    case .hessian: "黑塞矩阵"
    case .hessianIs(let size, let pair):
      """
      黑塞矩阵是所有二阶导数排成的表，这里是\(size) × \(size)：先对参数j求导，再对参数i求导，得到的数在第i行第j列。\
      \(pair.map { "选项--second逐行推导其中一个，例如--second \($0)。" } ?? "")
      """
    case .leftOut(let names, let others, let result):
      """
      \(result)不依赖于\(Chinese.list(names.map { "\($0)" } + (others > 0 ? ["另外\(others)个参数"] : [])))：\
      对\(names.count + others == 1 ? "它" : "它们")的导数都是0，这里略去。
      """
    case .symmetric(let one, let other, let isOnly):
      """
      这个矩阵是对称的：\(isOnly ? "" : "例如，")\(one)和\(other)来自不同的反向传播，却是同一个数。\
      先对两个参数中的哪一个求导，结果都一样。
      """
    case .notSymmetric(let one, let other):
      "\(strong: "这个矩阵不对称")：\(one)和\(other)不相等，所以其中至少有一个是错误的或不够准确。"
    case .newton: "牛顿法的一步"
    case .newtonIs(let result, let step, let h, let g, let isFromGivens, let curvesUpward):
      """
      牛顿法用一个二次函数代替\(result)，二者在这一点的值、梯度和黑塞矩阵都相同，然后走到这个二次函数的梯度为0的点。\
      牛顿步\(step)满足方程\(Equation(.matrixProduct([h, step]), [.init(.equals, .negative(g))]))，\
      其中\(h)是黑塞矩阵，\(g)是梯度。牛顿法不需要选择学习率。\
      \(isFromGivens ? "这一步从给定的数值出发。" : "")\
      \(curvesUpward ? "" : "在这里，\(result)并不是沿每个方向都向上弯曲，所以那个点不是二次函数的最小值点，这一步可能使\(result)增大。")
      """
    case .newtonInNumbers(let equations):
      "代入数值，\(Chinese.commas(equations.map { "\($0)" }))："
    case .noNewton: "这里的黑塞矩阵不可逆，所以没有牛顿步：沿某个方向，梯度不变。"
    case .parameter: "参数"
    case .value: "值"
    case .step: "改变量"
    case .newValue: "新值"
    case .after(let result, let before, let after, let isExact, let outcome):
      """
      更新前\(before)。用新的值做前向传播，得到\(result)的值\(isExact ? "为" : "约为")\(Formula.number(after))。\
      \(result)\(Self.word(outcome))。
      """
    case .notFinite(let result): "用新的值计算，\(result)不是有限数。"
    }
  }

  private static func word(_ outcome: LearningPhrase.Outcome) -> Prose {
    switch outcome {
    case .decreased: "减小了"
    case .increased: "增大了"
    case .unchanged: "没有变化"
    }
  }

  private static func flat(_ names: [Formula], _ areMore: Bool, _ isOnEdge: Bool) -> Prose {
    let signs: Prose = "\(Chinese.list(names.map { "\($0)" }, areMore: areMore))中的符号或条件"
    return isOnEdge
      ? "\(signs)会跳变，而这里正有一个量处在跳变的边界上：一阶导数跳变，二阶导数不存在。这里采用斜率0。"
      : "\(signs)不因微小的变化而改变，所以没有梯度经过它们往回传。"
  }
}

extension FurtherPhrase.Mode {
  fileprivate var chinese: Prose {
    switch self {
    case .forward: "前向"
    case .backward: "反向"
    case .forwardPasses(let count): "前向，\(count)次"
    case .backwardPass: "反向，1次"
    }
  }
}
