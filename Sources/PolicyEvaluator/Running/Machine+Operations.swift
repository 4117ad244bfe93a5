internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel

/// What each operation does.
extension Machine {
  /// Puts the result of the operation, which has `count` rows, in its vector.
  func run(_ id: OperationID, _ count: Int) {
    switch plan.operations[id] {
    case .subject: subject(id, count)
    case .constant(let reading): fill(id, reading, count)
    case .element(let frame): element(id, frame, count)
    case .lift(let operand): lift(id, operand, count)
    case .read(let operand, _, let substitute): read(id, operand, substitute, count)
    case .referring(let operand, let edge): referring(id, operand, edge, count)
    case .soleReferring(let operand, let edge): soleReferring(id, operand, edge, count)
    case .lookup(let operand, _, let key): lookup(id, operand, key, count)
    case .truth(let operand): truth(id, operand, count)
    case .present(let operand): present(id, operand, count)
    case .isAbsent(let operand):
      demand(operand)
      let states = vectors[operand].states
      write(id, count) {
        Kernels.map(states.span.extracting(first: count), into: &$0) { $0 == 0 ? 2 : 0 }
      }
    case .not(let operand):
      demand(operand)
      let truths = vectors[operand].bytes
      write(id, count) {
        Kernels.map(truths.span.extracting(first: count), into: &$0) { 2 &- $0 }
      }
    case .and(let left, let right): junction(id, left, right, decidedBy: 0, count)
    case .or(let left, let right): junction(id, left, right, decidedBy: 2, count)
    case .choice(let test, let one, let other): choice(id, test, one, other, count)
    case .chain(let base, let body): chain(id, base, body, count)
    case .coalesce(let one, let other): coalesce(id, one, other, count)
    case .isCase(let operand, let cases): isCase(id, operand, cases, count)
    case .equal(let one, let other): equal(id, one, other, isSame: false, count)
    case .same(let one, let other): equal(id, one, other, isSame: true, count)
    case .compare(let comparison, let one, let other): compare(id, comparison, one, other, count)
    case .compareBounds(let comparison, let one, let other):
      compareBounds(id, comparison, one, other, count)
    case .arithmetic(let calculation, let one, let other):
      arithmetic(id, calculation, one, other, count)
    case .isAmong(let operand, let words): isAmong(id, operand, words, count)
    case .table(let leaf, let term): table(id, leaf, term, count)
    case .pairTable(let one, let other, let term): pairTable(id, one, other, term, count)
    case .isEmpty(let operand): isEmpty(id, operand, count)
    case .size(let operand): size(id, operand, count)
    case .exactBounds(let operand): exactBounds(id, operand, count)
    case .exactCount(let operand): exactCount(id, operand, count)
    case .any(let frame, let filter, let hit): any(id, frame, filter, hit, count)
    case .count(let frame, let filter, let hit): tally(id, frame, filter, hit, count)
    case .union(let frame, let filter, let body, let kind, let isWhole):
      union(id, frame, filter, body, kind, isWhole, count)
    case .unite(let sets, let kind): unite(id, sets, kind, count)
    case .fold(let fold, let frame, let filter, let body, let isFloat):
      self.fold(id, fold, frame, filter, body, isFloat, count)
    }
  }

  /// Writes truths.
  func write(_ id: OperationID, _ count: Int, _ body: (inout [UInt8]) -> Void) {
    // The array is taken out, so that writing to it does not copy it.
    var bytes: [UInt8] = []
    swap(&bytes, &vectors[id].bytes)
    bytes.demand(count, 0)
    body(&bytes)
    swap(&bytes, &vectors[id].bytes)
  }

  /// Takes the vector out for writing; it is to be put back.
  func take(_ id: OperationID) -> Vector {
    var vector = Vector()
    swap(&vector, &vectors[id])
    return vector
  }

  /// Returns what each row of the vector holds, also of truths, which are never absent.
  func states(of id: OperationID, _ count: Int) -> [UInt8] {
    guard plan.shapes[id] == .truth else { return vectors[id].states }
    let truths = vectors[id].bytes
    return (0..<count).map { truths[$0] == 1 ? 1 : 2 }
  }

  private func truth(_ id: OperationID, _ operand: OperationID, _ count: Int) {
    let source = source(of: operand)
    write(id, count) {
      Kernels.truths(
        source.states.span.extracting(source.rows), source.bytes.span.extracting(source.rows),
        absent: source.truthOfAbsent(1) { $0 == 2 }, into: &$0)
    }
  }

  private func present(_ id: OperationID, _ operand: OperationID, _ count: Int) {
    demand(operand)
    let isTruth = plan.shapes[operand] == .truth
    let known = isTruth ? vectors[operand].bytes : vectors[operand].states
    write(id, count) {
      // A truth is never absent; where it is not known, neither is what is there.
      Kernels.map(known.span.extracting(first: count), into: &$0) {
        isTruth && $0 == 0 ? 2 : $0
      }
    }
  }

  private func junction(
    _ id: OperationID, _ left: OperationID, _ right: OperationID, decidedBy decisive: UInt8,
    _ count: Int
  ) {
    demand(left)
    let first = vectors[left].bytes
    if Kernels.all(first.span.extracting(first: count), are: decisive) {
      return write(id, count) { for row in 0..<count { $0[row] = decisive } }
    }
    if plan.homes[id] == 0 {
      demand(right, count: count) { first[$0] != decisive }
    } else {
      demand(right)
    }
    let second = vectors[right].bytes
    write(id, count) {
      if decisive == 0 {
        Kernels.zip(first.span.extracting(first: count), second.span, into: &$0) { min($0, $1) }
      } else {
        Kernels.zip(first.span.extracting(first: count), second.span, into: &$0) { max($0, $1) }
      }
    }
  }

  /// Fills a vector with a constant.
  func fill(_ id: OperationID, _ reading: Reading, _ count: Int) {
    let shape = plan.shapes[id]
    var state: UInt8
    var word: Int64 = 0
    switch reading {
    case .absent: state = 0
    case .unknown: state = 1
    case .value(let value) where shape == .values:
      state = 2
      word = Int64(made.demand(value))
    case .value(let value):
      state = 2
      word =
        ConstantWords.word(of: value, as: shape, in: graph.pools) ?? ConstantWords.inNoPool
    }
    var vector = take(id)
    if shape == .truth {
      vector.bytes = Array(repeating: state == 2 ? UInt8(word) : 1, count: count)
    } else {
      vector.states = Array(repeating: state, count: count)
      switch shape {
      case .bits, .cases, .truth: vector.bytes = Array(repeating: UInt8(word), count: count)
      case .words: vector.words = Array(repeating: word, count: count)
      case .texts, .arns, .values, .edges, .structure:
        vector.ids = Array(repeating: UInt32(word), count: count)
      case .runs, .pairs, .groups:
        vector.ids = Array(repeating: 0, count: count)
        vector.ends = vector.ids
        vector.bytes = Array(repeating: 0, count: count)
      case .bounds:
        vector.words = Array(repeating: word, count: count)
        vector.uppers = vector.words
      }
    }
    vectors[id] = vector
  }

  private func subject(_ id: OperationID, _ count: Int) {
    var vector = take(id)
    vector.states.demand(count, 2)
    vector.ids.demand(count, 0)
    for row in 0..<count {
      vector.states[row] = 2
      vector.ids[row] = UInt32(batch.lowerBound + row)
    }
    vectors[id] = vector
  }

  private func element(_ id: OperationID, _ frame: FrameID, _ count: Int) {
    var vector = take(id)
    let rows = frames[frame].elements
    if let column = column(of: id)?.column {
      Machine.gather(column, rows, nil, count, .absent, plan.shapes[id], into: &vector)
    } else {
      vector.states.demand(count, 2)
      vector.ids.demand(count, 0)
      for row in 0..<count {
        vector.states[row] = 2
        vector.ids[row] = rows[row]
      }
    }
    vectors[id] = vector
  }

  private func lift(_ id: OperationID, _ operand: OperationID, _ count: Int) {
    demand(operand)
    let source = vectors[operand]
    let parents = frames[plan.homes[id]].parents
    var vector = take(id)
    let shape = plan.shapes[id]
    if shape != .truth, shape != .bounds {
      vector.states.demand(count, 0)
      Kernels.gather(source.states, at: parents, count, into: &vector.states)
    }
    switch shape {
    case .truth, .bits, .cases:
      vector.bytes.demand(count, 0)
      Kernels.gather(source.bytes, at: parents, count, into: &vector.bytes)
    case .words:
      vector.words.demand(count, 0)
      Kernels.gather(source.words, at: parents, count, into: &vector.words)
    case .texts, .arns, .values, .edges, .structure:
      vector.ids.demand(count, 0)
      Kernels.gather(source.ids, at: parents, count, into: &vector.ids)
    case .runs, .pairs, .groups:
      vector.ids.demand(count, 0)
      vector.ends.demand(count, 0)
      vector.bytes.demand(count, 0)
      Kernels.gather(source.ids, at: parents, count, into: &vector.ids)
      Kernels.gather(source.ends, at: parents, count, into: &vector.ends)
      Kernels.gather(source.bytes, at: parents, count, into: &vector.bytes)
    case .bounds:
      vector.words.demand(count, 0)
      vector.uppers.demand(count, 0)
      Kernels.gather(source.words, at: parents, count, into: &vector.words)
      Kernels.gather(source.uppers, at: parents, count, into: &vector.uppers)
    }
    vectors[id] = vector
  }
}
