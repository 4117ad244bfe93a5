internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// Runs the operations of a plan, batch by batch.
///
/// It is a class because it owns the memory that batches share; each thread has its own.
final class Machine {
  /// What is run.
  let plan: Plan

  /// What it is run on.
  let graph: ResourceGraph

  /// The results of the operations for the current batch.
  var vectors: [Vector]

  /// The rows of the frames in the current batch.
  var frames: [FrameRows]

  /// What operations that look values up found so far.
  var tables: [OperationID: LookupTable] = [:]

  /// Looks values up.
  let reader: TermReader

  /// The program of the terms that are looked up.
  let companion: Program

  /// The values of the graph, and those that were made.
  var made: MadeValues

  /// The policies of the batch that more than one operation asks something, which are read once.
  var policies: [UInt32: Value] = [:]

  /// How many operations look up what the operation gives, by its id.
  let askedCounts: [Int]

  /// Which vectors and frames hang on what is asked.
  let askedParts: AskedParts

  /// 0 for the rows of the batch that do not matter at the moment; empty when all do.
  var mask: [UInt8] = []

  /// The vectors and frames that hold only what matters.
  var maskedOperations: [OperationID] = []
  var maskedFrames: [FrameID] = []

  /// The steps that costly terms took in the current batch.
  var extraSteps = 0

  /// Whether the frames of the batch have more rows than is good.
  var isTooWide = false

  /// The 0-based rows of the batch.
  private(set) var batch = 0..<0

  private var isReady: [Bool]
  private var isFrameReady: [Bool]
  private let columns: [ReadColumn?]
  private let constants: [Int64?]
  private var constantCounts: [Int]

  /// A frame with more rows is made of fewer nodes.
  private static let mostRows = 1 << 17

  /// More made values than this are forgotten, and with them what was found out of them.
  private static let mostMade = 1 << 18

  /// Creates a machine for the plan.
  init(_ plan: Plan, companion: Program, evaluation: Evaluation) {
    self.plan = plan
    self.companion = companion
    graph = evaluation.graph
    made = MadeValues(evaluation.graph.pools)
    askedParts = AskedParts(plan)
    var askedCounts = Array(repeating: 0, count: plan.operations.count)
    for operation in plan.operations where operation.term != nil {
      for leaf in operation.operands { askedCounts[leaf] += 1 }
    }
    self.askedCounts = askedCounts
    reader = TermReader(
      Evaluation(
        program: companion, graph: evaluation.graph, now: evaluation.now,
        limits: evaluation.limits))
    vectors = Array(repeating: Vector(), count: plan.operations.count)
    isReady = Array(repeating: false, count: plan.operations.count)
    constantCounts = Array(repeating: 0, count: plan.operations.count)
    frames = Array(repeating: FrameRows(), count: plan.frames.count)
    isFrameReady = Array(repeating: false, count: plan.frames.count)
    let graph = evaluation.graph
    columns = plan.operations.indices.map { Machine.column(of: $0, in: plan, graph) }
    constants = plan.operations.indices.map { Machine.constant($0, in: plan, graph.pools) }
  }

  /// Returns the column that the operation reads, if it reads one.
  private static func column(
    of id: OperationID, in plan: Plan, _ graph: ResourceGraph
  ) -> ReadColumn? {
    switch plan.operations[id] {
    case .read(let operand, let path, let substitute):
      // The nodes that are judged follow each other.
      let isSubject = plan.operations[operand] == .subject
      return ReadColumn(path.column(in: graph), substitute: isSubject ? substitute : nil)
    case .lookup(_, let path, _): return ReadColumn(path.column(in: graph), substitute: nil)
    case .element(let frame):
      guard let collection = plan.frames[frame].collection else { return nil }
      switch plan.shapes[collection] {
      case .runs(let path, _), .pairs(let path):
        return ReadColumn(path.child(0).column(in: graph), substitute: nil)
      case .truth, .bits, .words, .cases, .texts, .arns, .values, .edges, .groups, .structure,
        .bounds:
        return nil
      }
    default: return nil
    }
  }

  /// Returns the word that stands for the operation in every row, if it is the same value in all and
  /// that can be told from the word.
  private static func constant(
    _ id: OperationID, in plan: Plan, _ pools: GraphPools
  ) -> Int64? {
    guard case .constant(.value(let value)) = plan.operations[id] else { return nil }
    switch plan.shapes[id] {
    case .truth, .bits, .cases, .texts, .arns, .words(.int), .words(.duration),
      .words(.timestamp), .words(.bytes):
      return ConstantWords.word(of: value, as: plan.shapes[id], in: pools)
        ?? ConstantWords.inNoPool
    case .words(.float), .values, .edges, .runs, .pairs, .groups, .structure, .bounds:
      return nil
    }
  }

  /// Starts a batch of the nodes in the range.
  func begin(_ rows: Range<Int>) {
    batch = rows
    policies.removeAll(keepingCapacity: true)
    if made.madeCount > Machine.mostMade { forgetMadeValues() }
    for index in isReady.indices { isReady[index] = false }
    for index in isFrameReady.indices { isFrameReady[index] = false }
    frames[0].count = rows.count
    isFrameReady[0] = true
    extraSteps = 0
    isTooWide = false
  }

  private func forgetMadeValues() {
    made = MadeValues(graph.pools)
    tables = [:]
    for index in constantCounts.indices { constantCounts[index] = 0 }
  }

  /// The column that an operation reads.
  func column(of id: OperationID) -> ReadColumn? { columns[id] }

  /// The word of an operation that is the same value in every row and compared by its word.
  func constant(_ id: OperationID) -> Int64? { constants[id] }

  /// Returns where the rows of the operation are, for who reads each once.
  func source(of id: OperationID) -> RowSource {
    if let read = columns[id], let substitute = read.substitute {
      return RowSource(
        states: read.column.states, bytes: read.column.bytes, ids: read.column.ids,
        words: read.column.words, rows: batch, substitute: substitute)
    }
    demand(id)
    let vector = vectors[id]
    return RowSource(
      states: vector.states, bytes: vector.bytes, ids: vector.ids, words: vector.words,
      rows: 0..<count(of: id), substitute: .absent)
  }

  /// Returns the number of rows of the operation's frame.
  func count(of id: OperationID) -> Int { frames[plan.homes[id]].count }

  /// Makes sure that the operation's vector is that of the batch.
  func demand(_ id: OperationID) {
    if isReady[id] { return }
    demand(frame: plan.homes[id])
    let count = frames[plan.homes[id]].count
    if case .constant(let reading) = plan.operations[id] {
      if constantCounts[id] < count {
        fill(id, reading, count)
        constantCounts[id] = count
      }
    } else {
      run(id, count)
    }
    isReady[id] = true
    if !mask.isEmpty, askedParts.operations[id] { maskedOperations.append(id) }
  }

  /// Forgets what holds only what matters.
  func forgetMasked() {
    for id in maskedOperations { isReady[id] = false }
    for frame in maskedFrames { isFrameReady[frame] = false }
  }

  /// Makes sure that the frame has the rows of the batch.
  func demand(frame: FrameID) {
    if isFrameReady[frame] { return }
    guard let collection = plan.frames[frame].collection else { return }
    demand(collection)
    let vector = vectors[collection]
    let outer = frames[plan.frames[frame].parent].count
    var rows = frames[frame]
    frames[frame] = FrameRows()
    rows.ends.demand(outer, 0)
    var total = 0
    for row in 0..<outer {
      if vector.states[row] == 2 { total += Int(vector.ends[row] - vector.ids[row]) }
      rows.ends[row] = UInt32(clamping: total)
    }
    if total > Machine.mostRows, outer > 1 || total > Machine.mostRows * 8 {
      // The batch is thrown away, so that it does not matter what it holds from here on.
      isTooWide = true
      total = 0
      for row in 0..<outer { rows.ends[row] = 0 }
    }
    rows.parents.demand(total, 0)
    rows.elements.demand(total, 0)
    if total > 0 {
      Machine.expand(vector, outer, sources(of: collection), into: &rows)
    }
    rows.count = total
    frames[frame] = rows
    isFrameReady[frame] = true
    if !mask.isEmpty, askedParts.frames[frame] { maskedFrames.append(frame) }
  }

  /// Writes the rows of a frame, one run of elements after another.
  private static func expand(
    _ vector: Vector, _ outer: Int, _ sources: [UInt32]?, into rows: inout FrameRows
  ) {
    let states = vector.states.span.extracting(first: outer)
    let starts = vector.ids.span.extracting(first: outer)
    let ends = vector.ends.span.extracting(first: outer)
    var next = 0
    var parents = rows.parents.mutableSpan
    for row in 0..<outer where states[row] == 2 {
      for _ in starts[row]..<ends[row] {
        parents[next] = UInt32(row)
        next += 1
      }
    }
    next = 0
    var elements = rows.elements.mutableSpan
    for row in 0..<outer where states[row] == 2 {
      for element in starts[row]..<ends[row] {
        elements[next] = element
        next += 1
      }
    }
    guard let sources else { return }
    for row in 0..<next { elements[row] = sources[Int(elements[row])] }
  }

  /// Returns the nodes that groups of the operation are made of.
  private func sources(of collection: OperationID) -> [UInt32]? {
    guard case .groups(let edge) = plan.shapes[collection] else { return nil }
    return graph.inverse(edge)?.sources
  }

  /// Returns an upper bound of the steps that the interpreter takes for the batch.
  func steps(_ costs: [Plan.Cost]) -> Int {
    var total = extraSteps
    for cost in costs {
      var count = batch.count
      var outer: FrameID = 0
      for frame in cost.frames {
        demand(frame: frame)
        let rows = frames[frame].count
        if plan.frames[frame].parent == outer {
          count = rows
        } else {
          let (product, isTooMany) = count.multipliedReportingOverflow(by: rows)
          count = isTooMany ? .max / 1024 : min(product, .max / 1024)
        }
        outer = frame
      }
      let (steps, isTooMany) = count.multipliedReportingOverflow(by: cost.terms)
      total = isTooMany ? .max / 2 : min(total + min(steps, .max / 4), .max / 2)
    }
    return total
  }
}
