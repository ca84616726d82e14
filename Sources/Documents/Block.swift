import Formulas

/// A document is a sequence of blocks.
///
/// Each is one reference: documents are put together from parts, and a block is large.
public indirect enum Block: Hashable, Sendable {
  /// The title is level 1.
  case heading(level: Int, Prose)
  /// Sentences.
  case paragraph(Prose)
  /// A line of mathematics, or a few.
  case equation(Equation)
  /// Many of them, one after the other.
  case family(Family<Equation>)
  /// A matrix, in symbols and in numbers.
  case matrix(MatrixEquation)
  /// Rows and columns.
  case table(Table)
  /// A picture of neurons in a row.
  case chain(ChainPicture)
  /// A network, in the formats that draw; a chain stands there in characters as well, for those that do not.
  case network(NetworkPicture)
  /// A graph of named quantities.
  case graph(GraphPicture)
  /// Sizes beside each other.
  case bars(BarChart)
  /// The cost from step to step.
  case plot(CostPlot)
  /// Lines to be copied, or typed into, as they stand.
  case verbatim([String])
  /// Questions with blanks to be filled in.
  case questions(QuestionSheet)
}

extension Block {
  /// The lines of mathematics in it, each by itself.
  package var equations: [Equation] {
    switch self {
    case .equation(let equation): [equation]
    case .family(let family): family.all
    case .heading, .paragraph, .matrix, .table, .chain, .network, .graph, .bars, .plot, .verbatim, .questions:
      []
    }
  }
}

extension Block {
  /// The same before anything was computed, where it is a picture of a network or of a graph.
  package var untraced: Block {
    switch self {
    case .network(let picture): .network(picture.untraced)
    case .graph(let picture): .graph(picture.untraced)
    case .heading, .paragraph, .equation, .family, .matrix, .table, .chain, .bars, .plot, .verbatim,
      .questions:
      self
    }
  }
}

/// Rows and columns.
public struct Table: Hashable, Sendable {
  /// How the cells of a column stand.
  public enum Alignment: Hashable, Sendable {
    /// Words.
    case left
    /// Numbers.
    case right
  }

  /// A column: its heading, and how its cells stand.
  public struct Column: Hashable, Sendable {
    /// What stands on top.
    public let heading: Prose
    /// Numbers stand to the right.
    public let alignment: Alignment

    /// A column with a heading.
    public init(_ heading: Prose, _ alignment: Alignment = .right) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  /// From left to right.
  public let columns: [Column]
  /// From top to bottom, a cell for each column.
  public let rows: Family<[Prose]>

  /// A table whose rows have as many cells as there are columns.
  public init(_ columns: [Column], rows: [[Prose]]) {
    self.init(
      columns,
      rows: Family(count: rows.count, form: { _, _ in nil }, whole: { _, _ in [] }, single: { rows[$0] }))
  }

  /// A table of rows that are made as they are written.
  public init(_ columns: [Column], rows: Family<[Prose]>) {
    self.columns = columns
    self.rows = rows
  }
}

/// A small picture of neurons in a row, each fed by the one before.
public struct ChainPicture: Hashable, Sendable {
  /// A neuron, and how the one before feeds it.
  public struct Neuron: Hashable, Sendable {
    /// What it is called.
    public let name: Formula
    /// On the arrow that leads to it.
    public let weight: Formula?
    /// Below it.
    public let below: Formula?

    /// A neuron with what is written on it.
    public init(_ name: Formula, weight: Formula? = nil, below: Formula? = nil) {
      self.name = name
      self.weight = weight
      self.below = below
    }
  }

  /// From the input to the cost.
  public let neurons: [Neuron]

  /// A picture of these.
  public init(_ neurons: [Neuron]) { self.neurons = neurons }
}
