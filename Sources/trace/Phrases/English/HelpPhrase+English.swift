import Formulas

extension HelpPhrase {
  var english: Prose {
    switch self {
    case .summary: "trace writes out backpropagation for a small network, and checks the gradient."
    case .purpose(let command): Self.purpose(of: command)
    case .option(let option, let command): Self.effect(of: option, command)
    case .row(let options, let command):
      Self.row(options, by: "; ") { "\($0.flag): \(Self.effect(of: $0, command))" }
    case .example: "Example: "
    case .notes(let command): Self.notes(on: command)
    case .further: "Second derivatives, Jacobians and forward mode, by one of these options:"
    case .notesOnFurther:
      """
      A second derivative is the derivative of a first one: the chain rule is applied to the formulas of the backward pass. The \
      result is checked by forward mode and by small changes of the first derivative. --jacobian, --forward, --of and --names are for graphs of named quantities.
      """
    case .exits: "Exit status: \(ExitCode.list(by: ", ") { "\($0) \(Self.meaning(of: $1))" })."
    }
  }

  private static func purpose(of command: Command) -> Prose {
    switch command {
    case .workedExample: "prints a worked example"
    case .derive: "differentiates a formula of yours"
    case .worksheet: "writes a worksheet with blanks"
    case .questions: "writes a quiz for Moodle etc."
    case .check: "checks answers and explains mistakes"
    case .practice: "asks for each number, with hints"
    case .train: "trains a network"
    case .build: "writes a course as web pages"
    case .export: "writes a lesson as a program"
    case .lessons: "lists the lessons, or prints one"
    case .completions: "writes what a shell needs to complete words"
    case .help: "help; second: on second derivatives"
    }
  }

  private static func effect(of option: Option, _ command: Command) -> Prose {
    switch (option, command) {
    case (.lesson, _): "a built-in lesson or a file (- for standard input)"
    case (.format, _): either(option, command)
    case (.output, .practice): "keep the session in FILE, to continue it later"
    case (.output, .train): "write the trained lesson to FILE"
    case (.output, .build): "the folder of the pages; created if there is none"
    case (.output, .questions): "the file to write; a ZIP archive for qti and canvas"
    case (.output, .export): "write to FILE"
    case (.output, _): "write to FILE; its ending chooses the format"
    case (.digits, .export): "digits that the program prints; default: all"
    case (.digits, .train): "significant digits of the weights; default: all"
    case (.digits, _):
      """
      significant digits, \(Option.digitRange.lowerBound) to \(Option.digitRange.upperBound); \
      default \(command.usualDigits)
      """
    case (.only, .worksheet): "only these blanks, such as w2 or z1[1]; may be repeated"
    case (.layers, _): "only these layers: 2, or 2-3 for layers 2 and 3"
    case (.only, _): "only this quantity, such as w2; may be repeated"
    case (.example, .train): "keep only this one of several examples in the file"
    case (.example, _): "only one of several examples"
    case (.paths, .workedExample): "all paths from a weight"
    case (.paths, _): "every path from this number to the result, and their sum"
    case (.all, _): "leave nothing out"
    case (.exact, _): "in fractions"
    case (.staged, _): "one operation a line"
    case (.result, _): "differentiate NAME instead of the last definition"
    case (.jacobian, _): "the derivatives of all entries of Y with respect to X"
    case (.forward, _): "forward mode for X, compared with the backward pass"
    case (.second, _): "the second derivative ∂²C/∂A∂B; A alone: ∂²C/∂A²"
    case (.hessian, _): "all second derivatives, for at most 12 parameters"
    case (.newton, _): "with --hessian: Newton's step"
    case (.notation, _): "the letters of \(either(option, command))"
    case (.names, _): "short names of a graph's derivatives: \(either(option, command))"
    case (.language, _), (.decimal, _): either(option, command)
    case (.math, _): "formulas in Markdown: \(either(option, command))"
    case (.fragment, _): "LaTeX without preamble"
    case (.ascii, _): "text in ASCII only"
    case (.step, _): "wait after each step"
    case (.figures, _): "pictures as files beside Markdown"
    case (.variant, .check): "the variant of the sheet, if it does not name one"
    case (.variant, _): "the same lesson with other numbers; SEED is its number"
    case (.key, _): "the answers with their calculations, instead of blanks"
    case (.reveal, _): "the correct value beside every answer"
    case (.marks, _):
      "carried forward earns 1 (follow-through) or 0 (strict)"
    case (.variants, .questions): "each question once for each seed from A to B, at most 200"
    case (.variants, .worksheet): "the worksheets of these seeds, as files in the folder"
    case (.variants, _): "the variant of each person, in lines such as ada,7"
    case (.feedback, _): "write a report for each person into this folder"
    case (.epochs, _): "the number of passes through all examples"
    case (.batch, _): "the number of examples in a mini-batch"
    case (.seed, _): "the seed of the order of the examples; default \(String(TrainRequest.defaultSeed))"
    case (.accuracyOn, _): "test the network on the examples of another lesson"
    case (.patience, _): "with --accuracy-on: end after N epochs without progress"
    case (.optimizer, _): "momentum=0.9, nesterov, adagrad, rmsprop, adam or adamw"
    case (.schedule, _): "for the rate: halve-every, inverse-time, warmup-cosine"
    case (.learningRate, _): "the learning rate; default: the lesson's"
    case (.dropout, _): "drop each hidden neuron with this probability"
    case (.plot, _): "a plot of the cost over the epochs: \(either(option, command))"
    case (.lessons, _): "the folder of the lessons; default: the built-in ones"
    case (.title, _): "the title of the course; default: the folder's name"
    case (.traces, _): "write the JSON traces of large lessons, too"
    case (.man, _): "the manual page, for the command man"
    case (.to, .export): "what the program is written for: \(either(option, command))"
    case (.to, _): either(option, command)
    case (.cloze, _): "all blanks in one question; not for gift and canvas"
    case (.dumper, _): "Python code that turns a PyTorch model into a lesson"
    case (.help, _): "this help; also -h"
    case (.version, _): "the version"
    }
  }

  private static func meaning(of status: ExitCode) -> String {
    switch status {
    case .done: "done"
    case .disagreement: "wrong result"
    case .wrongCommandLine: "options"
    case .wrongLesson: "content"
    case .unreadableFile: "file"
    case .writingFailed: "output"
    }
  }

  private static func either(_ option: Option, _ command: Command) -> Prose {
    "\(alternatives(option.choices(for: command)))"
  }

  private static func notes(on command: Command) -> Prose {
    switch command {
    case .completions:
      """
      A shell offers the commands, options, lessons and values when you press Tab. The script is made from the same tables as \
      this help. The second example writes the manual page: man\u{A0}./trace.1 shows it.
      """
    case .workedExample, .help: ""
    case .derive:
      """
      The last definition is differentiated with respect to all numbers that are given. The file lessons/README.md of the project \
      explains how definitions are written, and how they become a lesson. For second derivatives, Jacobians and forward mode, type: trace\u{A0}help\u{A0}second
      """
    case .worksheet:
      """
      In Markdown and text, the student writes each number after =. A LaTeX file (document class exam) contains the answers, but \
      prints them only with \\printanswers, which --key adds. An HTML page has fields to fill in, and marks each number at once.
      """
    case .questions:
      """
      Students may round on the way: an answer within the tolerance counts as correct. If an answer is the number that a known \
      mistake gives, the student gets a hint (in Canvas: all hints of the question). With --variants, the platform draws one version of each question. \
      moodle writes Moodle XML, gift writes GIFT (plain text for Moodle), qti a package of QTI 2.1, canvas a package of QTI 1.2, \
      and anki a list of notes.
      """
    case .check:
      """
      Answers are lines such as dC/dz2[1] = -0.354, rows of a table, JSON or a notebook. Names from textbooks and \
      libraries are understood: δ²_1, dW2, W2.grad. A value is a number, an array, arithmetic such as 2*(0.64-1), or a formula such as 2*(a3-y). Without \
      --lesson, the file must have a line such as trace:\u{A0}lesson=xor\u{A0}variant=7. In a folder, each file or subfolder is \
      the work of one person. The exit status is 1 if an answer is wrong or could not be read.
      """
    case .practice:
      """
      Each number is checked when you type it. Type ? for a hint, skip to leave a number for the end, back for the previous \
      number, net or graph for the picture, quit to stop. With --output, the session is kept in a file, which trace\u{A0}check \
      reads; the same command continues it.
      """
    case .train:
      """
      The examples are shuffled before each epoch, in the same way on every machine. The lesson is written with the trained \
      weights. Ctrl-C stops early and keeps the weights so far. With --epochs 0 and --accuracy-on the network is only tested.
      """
    case .build:
      """
      A lesson NAME.json becomes the page NAME.html, with links to the lessons before and after it, and NAME.md, NAME.tex, \
      NAME.txt and the trace as JSON to download. index.html lists the lessons by name, or in the order of a file index.txt \
      in their folder, with one name in each line. Unchanged files are not written again, and no file is removed. \
      If a lesson has an error, the others are still written, and the exit status is 65. If two lessons would be written to the same \
      file, nothing is written.
      """
    case .export:
      """
      The program computes the cost and its derivatives, and prints them under the names of the lesson. In NumPy the backward \
      pass is written out; PyTorch and JAX find the derivatives themselves. The function dump in dump.py writes an nn.Sequential as a \
      lesson (mine.json) and its gradients as answers (mine-grads.json). To check them: \
      trace\u{A0}check\u{A0}mine-grads.json\u{A0}--lesson\u{A0}mine.json
      """
    case .lessons:
      """
      The list has the order of the course. With a NAME, the file of the lesson is printed, to be copied and changed; it has the \
      titles in every language.
      """
    }
  }
}
