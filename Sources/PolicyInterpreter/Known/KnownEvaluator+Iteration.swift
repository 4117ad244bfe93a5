internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Collections, and what is said of each of their elements.
extension KnownEvaluator {
  /// What is ranged over.
  struct Elements {
    /// The elements of a list of `Json`.
    var values: ArraySlice<RawValueID> = []

    /// The elements of any other collection.
    var cells: [Cell] = []

    /// Why there may be more.
    var missing: [Cause] = []

    /// Where the collection stands.
    let origin: SourceRange?

    /// The number of elements.
    var count: Int { values.count + cells.count }
  }

  /// Returns the elements of a collection that was read.
  func elements(of known: Known) throws(NotKnown) -> Elements {
    var elements = Elements(origin: known.origin)
    switch known.value {
    case .absent: return elements
    case .json(let id):
      guard case .list = values.kind(of: id) else { throw NotKnown() }
      elements.values = values.children(of: id)
      return elements
    case .other(.list(let collection)), .other(.set(let collection)):
      elements.cells = collection.elements
      elements.missing = collection.missing
      return elements
    case .bool, .int, .string, .enumeration, .unknown, .other: throw NotKnown()
    }
  }

  /// Returns the element at the 0-based index.
  private func element(_ index: Int, of elements: Elements) -> Known {
    if index < elements.values.count {
      let id = elements.values[elements.values.startIndex + index]
      return Known(.json(id), origin: values.origin(of: id) ?? elements.origin)
    }
    var element = Known(elements.cells[index - elements.values.count])
    if element.origin == nil { element.origin = elements.origin }
    return element
  }

  /// Puts the element at the 0-based index in the slot of `range`, and returns whether it counts.
  private mutating func admits(
    _ index: Int, of elements: Elements, _ range: KnownTerm.Range
  ) throws(NotKnown) -> Bool {
    if isExhausted { throw NotKnown() }
    steps &+= 1
    bind(Int(range.slot), element(index, of: elements))
    return range.filter < 0 ? true : try truth(range.filter).isTrue
  }

  /// Returns whether all, any or none of the elements satisfy the body.
  mutating func quantify(
    _ quantifier: LogicalQuantifier, _ range: KnownTerm.Range, _ body: Int32
  ) throws(NotKnown) -> Known {
    let collection = try read(range.collection)
    let elements = try elements(of: collection)
    let wanted = quantifier != .all
    for index in 0..<elements.count where try admits(index, of: elements, range) {
      let answer = try truth(body)
      guard answer.isTrue == wanted else { continue }
      let origin = answer.origin ?? element(index, of: elements).origin
      return Known(.bool(quantifier == .any), origin: origin)
    }
    guard elements.missing.isEmpty else { throw NotKnown() }
    return Known(.bool(quantifier != .any), origin: elements.origin)
  }

  /// Returns how many elements there are.
  mutating func count(_ range: KnownTerm.Range) throws(NotKnown) -> Known {
    let collection = try read(range.collection)
    let elements = try elements(of: collection)
    var count: Int64 = 0
    for index in 0..<elements.count where try admits(index, of: elements, range) { count += 1 }
    guard elements.missing.isEmpty else { throw NotKnown() }
    return Known(.int(count), origin: elements.origin)
  }

  /// Returns the list or set of what the body gives for the elements.
  mutating func comprehension(
    _ range: KnownTerm.Range, _ body: Int32, isSet: Bool
  ) throws(NotKnown) -> Known {
    let collection = try read(range.collection)
    let elements = try elements(of: collection)
    var cells: [Cell] = []
    cells.reserveCapacity(elements.count)
    for index in 0..<elements.count where try admits(index, of: elements, range) {
      cells.append(known(body).cell)
    }
    let result = Collection(cells, missing: elements.missing.distinct)
    let value: Value = isSet ? .set(result.distinctElements) : .list(result)
    return Known(.other(value), origin: elements.origin)
  }

  /// Returns the list of the parts.
  mutating func list(_ first: Int32, _ count: Int32) -> Known {
    var cells: [Cell] = []
    cells.reserveCapacity(Int(count))
    for part in first..<first + count { cells.append(known(parts[Int(part)]).cell) }
    return Known(.other(.list(Collection(cells))))
  }

  /// Returns the structure whose fields are the parts.
  mutating func structure(_ id: StructureID, _ first: Int32) -> Known {
    let type = schema[id]
    var cells: [Cell] = []
    cells.reserveCapacity(type.attributes.count)
    var origin: SourceRange?
    for (index, attribute) in type.attributes.enumerated() {
      let part = parts[Int(first) + index]
      guard part >= 0 else {
        cells.append(attribute.normalized(Cell(.absent), of: type.name))
        continue
      }
      let known = known(part)
      let cell = fitted(known, to: attribute.type).cell
      origin = origin ?? cell.origin
      cells.append(attribute.normalized(cell, of: type.name))
    }
    return Known(.other(.structure(id, cells)), origin: origin)
  }

  /// Returns what the function makes of the collection.
  mutating func collectionFunction(
    _ builtin: Builtin, _ argument: Int32, _ term: TermID
  ) throws(NotKnown) -> Known {
    let known = try read(argument)
    switch builtin {
    case .first:
      let elements = try elements(of: known)
      steps += elements.count
      if elements.count > 0, elements.missing.isEmpty || isJoin(argument) {
        return element(0, of: elements)
      }
      guard elements.missing.isEmpty else { throw NotKnown() }
      return Known(.absent, origin: known.origin)
    case .count:
      let size = evaluator.size(of: known.cell)
      guard size.lower == size.upper else { throw NotKnown() }
      return Known(size.cell)
    default:
      return Known(
        interpreting { $0.collectionFunction(builtin, of: known.cell, argument: term) })
    }
  }

  /// Returns `true` iff the term is a variable that holds a join.
  private func isJoin(_ index: Int32) -> Bool {
    guard base == 0, case .variable(let slot) = terms[Int(index)] else { return false }
    return evaluator.joinSlots.contains(Int(slot))
  }
}
