internal import DomainValues
internal import PolicyIR
internal import ResourceModel

/// Quantifiers, counts, folds and comprehensions.
extension RuleCompiler {
  /// What an iteration ranges over.
  private enum Range {
    /// The rows of a frame; of those of a comprehension, only those that pass its filter.
    case frame(FrameID, filter: OperationID?, element: Operand)
    /// These, and perhaps more.
    case constants([Reading], isOpen: Bool)
  }

  /// Constant collections up to this length are written out.
  private static let mostConstants = 16

  mutating func compileIteration(_ id: TermID) -> Operand {
    switch program[id] {
    case .quantifier(let quantifier, let iteration, let body):
      return quantify(quantifier, iteration, body)
    case .exactly(let number, let iteration, let body):
      let wanted = compile(number)
      guard let exact = vector(wanted, .words(.int)), builder.plan.shapes[exact] == .words(.int),
        let counted = count(iteration, body: body),
        case .vector(let bounds) = demand(.exactBounds(exact), .bounds, like: exact)
      else { return opaque() }
      return demand(counted, bounds, .truth) { .compareBounds(.equal, $0, $1) }
    case .count(let iteration):
      guard let counted = count(iteration, body: nil) else { return opaque() }
      return demand(.exactCount(counted), .words(.int), like: counted)
    case .fold(let fold, let iteration, let body): return self.fold(fold, iteration, body)
    case .comprehension(let iteration, let body, let isSet):
      guard let range = range(iteration, [body], tellsApart: !isSet) else { return opaque() }
      guard case .frame(let frame, nil, let element) = range else {
        return presence(iteration, body, range)
      }
      let value = within(frame, iteration.slot, element) { compiler in
        (compiler.filter(iteration), compiler.compile(body))
      }
      switch value.0 {
      case .constant(2)?, nil:
        return .elements(frame, filter: nil, body: value.1, isSet: isSet)
      case .vector(let filter)?:
        return .elements(
          frame, filter: builder.lift(filter, to: frame), body: value.1, isSet: isSet)
      case .constant: return opaque()
      }
    default: return opaque()
    }
  }

  /// Compiles a comprehension over constants, of which only is told whether it has elements.
  private mutating func presence(
    _ iteration: Iteration, _ body: TermID, _ range: Range
  ) -> Operand {
    guard case .constants(let elements, let isOpen) = range else { return opaque() }
    var answer = TruthOperand.constant(isOpen ? 1 : 0)
    for element in elements {
      let passes = within(nil, iteration.slot, .constant(element)) { compiler in
        let passes = compiler.filter(iteration) ?? .constant(2)
        // What the elements are made into takes steps, and is not looked at.
        let isExact = compiler.isExact
        _ = compiler.compile(body)
        compiler.isExact = isExact
        return passes
      }
      answer = or(answer, passes)
    }
    return .presence(answer)
  }

  private mutating func filter(_ iteration: Iteration) -> TruthOperand? {
    guard let filter = iteration.filter else { return nil }
    return truth(filter)
  }

  /// Compiles something with the element of a frame in a slot.
  private mutating func within<Result>(
    _ frame: FrameID?, _ slot: Int, _ element: Operand,
    _ body: (inout RuleCompiler) -> Result
  ) -> Result {
    let saved = slots[slot]
    slots[slot] = element
    if let frame { nest.append(frame) }
    costs[nest, default: 0] += 1
    let result = body(&self)
    if frame != nil { nest.removeLast() }
    slots[slot] = saved
    return result
  }

  /// Returns what an iteration ranges over, so that `bodies` can be compiled for its elements; it is
  /// for the interpreter if elements must be told apart and those of a set may be equal.
  private mutating func range(
    _ iteration: Iteration, _ bodies: [TermID], tellsApart: Bool = false
  ) -> Range? {
    // Keys with their values are for the interpreter.
    guard iteration.valueSlot == nil else { return nil }
    switch compile(iteration.collection) {
    case .constant(.absent): return .constants([], isOpen: false)
    case .constant(.unknown): return .constants([], isOpen: true)
    case .constant(.value(.list(let collection))), .constant(.value(.set(let collection))):
      guard collection.elements.count <= RuleCompiler.mostConstants else { return nil }
      return .constants(
        collection.elements.map(\.reading), isOpen: !collection.missing.isEmpty)
    case .vector(let id):
      switch builder.plan.shapes[id] {
      case .runs(let path, isSet: true) where tellsApart:
        guard path.child(0).column(in: graph).isKnownThroughout else { return nil }
      case .runs, .pairs, .groups: break
      case .truth, .bits, .words, .cases, .texts, .arns, .values, .edges, .structure, .bounds:
        return nil
      }
      var parent = builder.plan.homes[id]
      for home in homes(ofVariablesIn: bodies + (iteration.filter.map { [$0] } ?? [])) {
        guard let inner = builder.inner(parent, home) else { return nil }
        parent = inner
      }
      let frame = builder.frame(of: id, in: parent)
      return .frame(frame, filter: nil, element: member(of: frame))
    case .elements(let frame, let filter, let body, isSet: false):
      for home in homes(ofVariablesIn: bodies + (iteration.filter.map { [$0] } ?? [])) {
        // A variable of the same frame is another element of it: each of its rows would have to meet
        // all others, and not just itself.
        guard home != frame, builder.inner(frame, home) == frame else { return nil }
      }
      return .frame(frame, filter: filter, element: body)
    case .constant, .derived, .elements, .presence, .opaque: return nil
    }
  }

  /// Returns the frames of the variables that the terms are made of.
  private func homes(ofVariablesIn terms: [TermID]) -> [FrameID] {
    var pending = terms
    var homes: [FrameID] = []
    while let next = pending.popLast() {
      if case .variable(let slot) = program[next], let operand = slots[slot] {
        switch operand {
        case .vector(let id): homes.append(builder.plan.homes[id])
        case .derived(_, let leaves): homes += leaves.map { builder.plan.homes[$0] }
        case .elements(let frame, _, _, _): homes.append(builder.plan.frames[frame].parent)
        case .constant, .presence, .opaque: break
        }
      }
      pending += program[next].operands
    }
    return homes
  }

  /// Returns the elements of the frame.
  mutating func member(of frame: FrameID) -> Operand {
    guard let collection = builder.plan.frames[frame].collection else { return opaque() }
    switch builder.plan.shapes[collection] {
    case .runs(let path, _), .pairs(let path):
      let column = path.child(0).column(in: graph)
      if column.isSkipped { return .unknown }
      guard let shape = shape(of: column, at: path.child(0)) else { return opaque() }
      return .vector(builder.demand(.element(frame), shape, in: frame))
    case .groups(let edge):
      guard let source = graph.inverse(edge)?.source else { return opaque() }
      return .vector(builder.demand(.element(frame), .edges(source), in: frame))
    case .truth, .bits, .words, .cases, .texts, .arns, .values, .edges, .structure, .bounds:
      return opaque()
    }
  }

  /// Compiles a quantifier as the question whether any element decides it.
  private mutating func quantify(
    _ quantifier: LogicalQuantifier, _ iteration: Iteration, _ body: TermID
  ) -> Operand {
    guard let range = range(iteration, [body]) else { return opaque() }
    let found: TruthOperand
    switch range {
    case .constants(let elements, let isOpen):
      var answer = TruthOperand.constant(isOpen ? 1 : 0)
      for element in elements {
        let hit = within(nil, iteration.slot, .constant(element)) { compiler in
          compiler.hit(quantifier, iteration, body)
        }
        answer = or(answer, hit)
      }
      found = answer
    case .frame(let frame, let filter, let element):
      let hit = within(frame, iteration.slot, element) { compiler in
        compiler.hit(quantifier, iteration, body)
      }
      found = any(frame, filter, hit)
    }
    return Operand(quantifier == .any ? found : negated(found))
  }

  /// Returns whether the element decides the quantifier.
  private mutating func hit(
    _ quantifier: LogicalQuantifier, _ iteration: Iteration, _ body: TermID
  ) -> TruthOperand {
    let passes = filter(iteration) ?? .constant(2)
    if case .constant(0) = passes { return passes }
    let answer = truth(body)
    return and(passes, quantifier == .all ? negated(answer) : answer)
  }

  private mutating func any(
    _ frame: FrameID, _ filter: OperationID?, _ hit: TruthOperand
  ) -> TruthOperand {
    let parent = builder.plan.frames[frame].parent
    return .vector(
      builder.demand(
        .any(frame, filter: filter, hit: hitVector(hit, in: frame)), .truth, in: parent))
  }

  /// Returns the hit as a vector of the frame; `nil` when it is true throughout.
  private mutating func hitVector(_ hit: TruthOperand, in frame: FrameID) -> OperationID? {
    switch hit {
    case .constant(2): return nil
    case .constant(let byte):
      let reading: Reading = byte == 1 ? .unknown(Cause(.undecidable)) : .value(.bool(false))
      return builder.demand(.constant(reading), .truth, in: frame)
    case .vector(let id): return builder.lift(id, to: frame)
    }
  }

  /// Returns the bounds of how many elements pass the filter and satisfy the body.
  private mutating func count(_ iteration: Iteration, body: TermID?) -> OperationID? {
    guard
      case .frame(let frame, let filter, let element)? = range(
        iteration, body.map { [$0] } ?? [], tellsApart: true)
    else { return nil }
    let hit = within(frame, iteration.slot, element) { compiler -> TruthOperand in
      let passes = compiler.filter(iteration) ?? .constant(2)
      guard let body else { return passes }
      let answer = compiler.truth(body)
      return compiler.and(passes, answer)
    }
    let parent = builder.plan.frames[frame].parent
    return builder.demand(
      .count(frame, filter: filter, hit: hitVector(hit, in: frame)), .bounds, in: parent)
  }

  private mutating func fold(_ fold: Fold, _ iteration: Iteration, _ body: TermID) -> Operand {
    guard
      case .frame(let frame, nil, let element)? = range(
        iteration, [body], tellsApart: fold == .sum)
    else { return opaque() }
    let (passes, value) = within(frame, iteration.slot, element) { compiler in
      (compiler.filter(iteration), compiler.compile(body))
    }
    guard let shape = shape(for: plainType(of: body)), let numbers = vector(value, shape),
      case .words = builder.plan.shapes[numbers]
    else { return opaque() }
    let filter = passes.flatMap { hitVector($0, in: frame) }
    let parent = builder.plan.frames[frame].parent
    return .vector(
      builder.demand(
        .fold(
          fold, frame, filter: filter, body: builder.lift(numbers, to: frame),
          isFloat: builder.plan.shapes[numbers] == .words(.float)),
        builder.plan.shapes[numbers], in: parent))
  }

  /// Whether the term is a count, whose bounds may decide a comparison.
  func isCount(_ id: TermID) -> Bool {
    switch program[id] {
    case .count, .builtin(.count, _): true
    default: false
    }
  }

  /// Returns the bounds of the number that the term is.
  mutating func bounds(_ id: TermID) -> OperationID? {
    switch program[id] {
    case .count(let iteration):
      costs[nest, default: 0] += 1
      return count(iteration, body: nil)
    case .builtin(.count, let arguments): return sizeBounds(arguments)
    default:
      let operand = compile(id)
      guard let number = vector(operand, .words(.int)),
        builder.plan.shapes[number] == .words(.int)
      else { return nil }
      return builder.demand(.exactBounds(number), .bounds, in: builder.plan.homes[number])
    }
  }

  /// Compiles the number of members of a collection.
  mutating func size(_ id: TermID, _ arguments: [TermID]) -> Operand {
    guard let bounds = sizeBounds(arguments) else { return opaque() }
    return demand(.exactCount(bounds), .words(.int), like: bounds)
  }

  private mutating func sizeBounds(_ arguments: [TermID]) -> OperationID? {
    guard let argument = arguments.first else { return nil }
    switch compile(argument) {
    case .vector(let id):
      switch builder.plan.shapes[id] {
      case .runs(let path, isSet: true):
        // Whether elements of a set are known in all their parts is for the interpreter to say.
        guard let shape = shape(of: path.child(0).column(in: graph), at: path.child(0)) else {
          return nil
        }
        switch shape {
        case .truth, .bits, .words, .cases, .texts, .arns, .edges: break
        case .values, .runs, .pairs, .groups, .structure, .bounds: return nil
        }
      case .runs, .pairs, .groups: break
      case .truth, .bits, .words, .cases, .texts, .arns, .values, .edges, .structure, .bounds:
        return nil
      }
      return builder.demand(.size(id), .bounds, in: builder.plan.homes[id])
    case .elements(let frame, let filter, _, isSet: false):
      return builder.demand(
        .count(frame, filter: filter, hit: nil), .bounds, in: builder.plan.frames[frame].parent)
    case .constant(let reading):
      guard case .value(let value) = reading else { return nil }
      switch value {
      case .list(let collection), .set(let collection):
        guard collection.missing.isEmpty,
          collection.elements.allSatisfy({ $0.reading.value != nil })
        else { return nil }
        let number = Reading.value(.int(Int64(collection.elements.count)))
        let constant = builder.demand(.constant(number), .words(.int), in: 0)
        return builder.demand(.exactBounds(constant), .bounds, in: 0)
      default: return nil
      }
    case .derived, .elements, .presence, .opaque: return nil
    }
  }

  /// Compiles `is empty`.
  mutating func isEmpty(_ id: TermID, _ operand: TermID) -> Operand {
    let operand = compile(operand)
    switch operand {
    case .vector(let vector):
      switch builder.plan.shapes[vector] {
      case .runs, .pairs, .groups: return demand(.isEmpty(vector), .truth, like: vector)
      case .truth, .bits, .words, .cases, .texts, .arns, .values, .edges, .structure, .bounds:
        return derive(id, [operand])
      }
    case .elements(let frame, let filter, _, _):
      return Operand(negated(any(frame, filter, .constant(2))))
    case .constant, .derived: return derive(id, [operand])
    case .presence(let truth): return Operand(negated(truth))
    case .opaque: return opaque()
    }
  }
}
