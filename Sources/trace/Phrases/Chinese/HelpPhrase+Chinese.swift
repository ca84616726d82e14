import Formulas

extension HelpPhrase {
  var chinese: Prose {
    switch self {
    case .summary: "trace在小网络上一步一步地演算反向传播，并检验梯度。"
    case .purpose(let command): Self.purpose(of: command)
    case .option(let option, let command): Self.effect(of: option, command)
    case .row(let options, let command):
      Self.row(options, by: "；") { "\($0.flag)：\(Self.effect(of: $0, command))" }
    case .example: "例如："
    case .notes(let command): Self.notes(on: command)
    case .further: "二阶导数、雅可比矩阵和前向模式，每次用下列选项之一："
    case .notesOnFurther:
      """
      二阶导数是一阶导数的导数：对反向传播的公式再用一次链式法则。结果用前向模式检验，也用一阶导数在微小改变下的变化检验。\(code: "--jacobian")、\(code: "--forward")、\(code: "--of")和\(code: "--names")\
      用于由命名的量构成的计算图。
      """
    case .exits: "退出状态：\(ExitCode.list(by: "；") { "\($0)\(Self.meaning(of: $1))" })。"
    }
  }

  private static func purpose(of command: Command) -> Prose {
    switch command {
    case .workedExample: "写出一课的例题详解"
    case .derive: "对你输入的公式求导"
    case .worksheet: "写出带空格的练习"
    case .questions: "写出Moodle等平台的题目"
    case .check: "检查答案并解释错误"
    case .practice: "逐个询问每个数，并给出提示"
    case .train: "训练网络"
    case .build: "把课程写成网页"
    case .export: "把一课写成程序"
    case .lessons: "列出所有课，或输出其中一课"
    case .completions: "输出命令行补全脚本"
    case .help: "帮助；second：二阶导数"
    }
  }

  private static func effect(of option: Option, _ command: Command) -> Prose {
    switch (option, command) {
    case (.lesson, _): "内置的一课或一个文件（-：标准输入）"
    case (.format, _): either(option, command)
    case (.output, .practice): "把练习保存在文件中，以后可以继续"
    case (.output, .train): "把训练后的课写入文件"
    case (.output, .build): "网页的文件夹；没有则创建"
    case (.output, .questions): "要写入的文件；qti和canvas是ZIP压缩包"
    case (.output, .export): "写入文件"
    case (.output, _): "写入文件；扩展名决定格式"
    case (.digits, .export): "程序输出的有效数字位数；默认保留全部"
    case (.digits, .train): "权重的有效数字位数；默认保留全部"
    case (.digits, _):
      """
      有效数字位数，\(Option.digitRange.lowerBound)到\(Option.digitRange.upperBound)；\
      默认\(command.usualDigits)
      """
    case (.only, .worksheet): "只出这些填空，例如w2或z1[1]；可以多次使用"
    case (.layers, _): "只出这些层：2，或2-3（第2和第3层）"
    case (.only, _): "只写这个量，例如w2；可以多次使用"
    case (.example, .train): "文件中只保留多个样本中的这一个"
    case (.example, _): "只用多个样本中的一个"
    case (.paths, .workedExample): "从一个权重到代价的所有路径"
    case (.paths, _): "从这个数到结果的每条路径，以及它们的和"
    case (.all, _): "不省略任何内容"
    case (.exact, _): "用精确的分数"
    case (.staged, _): "逐门推导"
    case (.result, _): "对这个量求导，而不是对最后一个定义"
    case (.jacobian, _): "Y的所有元素对X的导数"
    case (.forward, _): "对X的前向模式，并与反向传播比较"
    case (.second, _): "二阶导数∂²C/∂A∂B；只写A：∂²C/∂A²"
    case (.hessian, _): "所有二阶导数，参数最多12个"
    case (.newton, _): "与\(code: "--hessian")一起使用：牛顿法的一步"
    case (.notation, _): "用\(either(option, command))的记号"
    case (.names, _): "计算图中导数的简称：\(either(option, command))"
    case (.language, _): either(option, command)
    case (.decimal, _): "小数点的写法：\(either(option, command))"
    case (.math, _): "Markdown公式用于\(either(option, command))"
    case (.fragment, _): "不带导言区的LaTeX"
    case (.ascii, _): "只用ASCII字符的文本"
    case (.step, _): "一步一步"
    case (.figures, _): "图片另存为Markdown旁的文件"
    case (.variant, .check): "答卷的题目版本，如果答卷没有写明"
    case (.variant, _): "另一组数值；同样的种子给出同样的数值"
    case (.key, _): "在空格处写出答案及计算过程"
    case (.reveal, _): "在每个答案旁写出正确的值"
    case (.marks, _): "沿用前面的错误：计分（follow-through）或不计分（strict）"
    case (.variants, .questions): "每题的各个版本：种子1-30，最多200个"
    case (.variants, .worksheet): "这些种子的练习，作为文件写入文件夹"
    case (.variants, _): "每个人的题目版本，每行形如\(code: "ada,7")"
    case (.feedback, _): "在这个文件夹中为每个人写一份报告"
    case (.epochs, _): "所有样本使用的遍数"
    case (.batch, _): "每个小批量的样本数"
    case (.seed, _): "样本顺序的种子；默认\(String(TrainRequest.defaultSeed))"
    case (.accuracyOn, _): "用另一课的样本测试网络"
    case (.patience, _): "用\(code: "--accuracy-on")时：连续N个迭代周期没有进步就停止"
    case (.optimizer, _): "momentum=0.9、nesterov、adagrad、rmsprop、adam或adamw"
    case (.schedule, _): "学习率：halve-every、inverse-time或warmup-cosine"
    case (.learningRate, _): "学习率；默认与课中相同"
    case (.dropout, _): "以这个概率丢弃每个隐藏神经元"
    case (.plot, _): "代价随迭代周期变化的图：\(either(option, command))"
    case (.lessons, _): "各课的文件夹；默认用内置的课"
    case (.title, _): "课程的标题；默认用文件夹的名称"
    case (.traces, _): "较大的课也写出JSON记录"
    case (.man, _): "手册页，供man命令使用"
    case (.to, .export): "程序使用的库：\(either(option, command))"
    case (.to, _): either(option, command)
    case (.cloze, _): "一道题包含所有空格；不适用于gift和canvas"
    case (.dumper, _): "把PyTorch模型变成一课的程序"
    case (.help, _): "本帮助；也可以用-h"
    case (.version, _): "版本"
    }
  }

  private static func meaning(of status: ExitCode) -> String {
    switch status {
    case .done: "完成"
    case .disagreement: "结果有误"
    case .wrongCommandLine: "选项"
    case .wrongLesson: "内容"
    case .unreadableFile: "文件"
    case .writingFailed: "输出"
    }
  }

  private static func either(_ option: Option, _ command: Command) -> Prose {
    "\(alternatives(option.choices(for: command), by: "、", last: "或"))"
  }

  private static func notes(on command: Command) -> Prose {
    switch command {
    case .completions:
      """
      按Tab键时，命令行会列出可用的命令、选项、课和取值。脚本与本帮助由同一张表生成。第二个例子输出手册页，用man\u{A0}./trace.1查看。
      """
    case .workedExample, .help: ""
    case .derive:
      """
      最后一个定义对所有给定的数求导。项目中的文件\(code: "lessons/README.md")说明定义的写法，以及怎样把它们做成一课。关于二阶导数、雅可比矩阵\
      和前向模式，请输入\(code: "trace\u{A0}help\u{A0}second")。
      """
    case .worksheet:
      """
      在Markdown和文本中，数写在一行的等号后面。LaTeX文件（文档类exam）含有答案，但只有用\
      \(code: "\\printanswers")才会打印出来；\(code: "--key")会加上这一行。HTML网页有输入框，并判断每个数。
      """
    case .questions:
      """
      每个数都有容差：中间步骤可以舍入到题目要求的位数。由已知错误得到的数带有提示（Canvas一起显示该题的所有提示）。使用\(code: "--variants")时，\
      平台从每题的各个版本中抽取一个。moodle是Moodle XML，gift是Moodle的纯文本，qti是QTI 2.1的包，canvas是QTI 1.2的包，anki是一组卡片。
      """
    case .check:
      """
      答案可以是\(code: "dC/dz2[1] = -0.354")这样的行、表格的行、JSON或笔记本。名称可以用书和程序中的写法：δ²_1、dW2、W2.grad。\
      值可以是数、数组、\(code: "2*(0.64-1)")这样的算式，或\(code: "2*(a3-y)")这样的公式。没有\(code: "--lesson")时，文件要用\
      \(code: "trace:\u{A0}lesson=xor\u{A0}variant=7")这样的一行指明是哪一课。文件夹中每人有一个文件或文件夹。有错误或无法读取的答案时，\
      退出状态为1。
      """
    case .practice:
      """
      每个数输入后立即检查。输入\(code: "?")得到提示，\(code: "skip")留到最后，\(code: "back")回到前一个，\
      \(code: "net")或\(code: "graph")再看一遍图，\(code: "quit")结束。使用\(code: "--output")时，练习保存在文件中，\(code: "trace\u{A0}check")可以读取。\
      用同样的命令可以继续。
      """
    case .train:
      """
      每个迭代周期之前打乱样本的顺序，在任何机器上都一样。写出的课带有训练后的权重，其余不变。按Ctrl-C提前停止，并保留到那时为止的权重。\
      使用\(code: "--epochs 0")时，\(code: "--accuracy-on")只测试网络而不训练。
      """
    case .build:
      """
      一课NAME.json写成网页NAME.html，带有到前一课和后一课的链接，以及可供下载的NAME.md、NAME.tex、NAME.txt和JSON记录。index.html\
      列出所有课，按名称排列，或按文件夹中index.txt的顺序（每行一个名称）。没有变化的文件不会重写，也不会删除任何文件。如果某一课有错误，\
      其余各课仍会写出，退出状态为65。如果两课会写入同一个文件，则什么也不写。
      """
    case .export:
      """
      程序计算代价及其导数，并用课中的名称输出。NumPy程序写出整个反向传播；PyTorch和JAX自动求导。\(code: "dump.py")是一个Python文件：其中的函数\(code: "dump")把一个\(code: "nn.Sequential")\
      写成一课（\(code: "mine.json")），并把它的梯度写成答案（\(code: "mine-grads.json")）。检查用\(code: "trace check mine-grads.json --lesson mine.json")。
      """
    case .lessons: "列表按课程的顺序排列。给出名称时，输出这一课的文件，可以复制和修改；文件中有各种语言的标题。"
    }
  }
}
