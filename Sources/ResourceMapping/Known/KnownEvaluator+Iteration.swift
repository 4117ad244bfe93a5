internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// Collections, and what is said of each of their elements.
extension KnownEvaluator {
  /// What is ranged over.
  struct Elements {
    /// The collection that holds them.
    let collection: KnownValue

    /// The number of elements.
    let count: Int

    /// Whether there may be more.
    let isIncomplete: Bool

    /// Whether some may be one with others, as those of a set may of which not all is known.
    let mayRepeat: Bool

    /// Where the collection stands.
    let origin: SourceRange?
  }

  /// Returns the elements of a collection that was read.
  mutating func elements(of known: Known) throws(NotKnown) -> Elements {
    var (count, isIncomplete, mayRepeat) = (0, false, false)
    switch known.value {
    case .absent: break
    case .json(let id):
      guard case .list = values.kind(of: id) else { throw NotKnown() }
      count = values.count(of: id)
    case .other(let place):
      let value = store.value(place)
      guard let collection = value.collection else { throw NotKnown() }
      count = collection.elements.count
      isIncomplete = !collection.missing.isEmpty
      if case .set = value, count > 1 {
        mayRepeat = collection.elements.contains { !$0.reading.allCauses.isEmpty }
      }
    case .bool, .int, .rawText, .text, .enumeration, .unknown, .undecided: throw NotKnown()
    }
    return Elements(
      collection: known.value, count: count, isIncomplete: isIncomplete, mayRepeat: mayRepeat,
      origin: known.origin)
  }

  /// Returns the element at the 0-based index.
  private mutating func element(_ index: Int, of elements: Elements) -> Known {
    switch elements.collection {
    case .json(let id):
      let child = values.child(at: index, of: id)
      return Known(.json(child), origin: values.origin(of: child) ?? elements.origin)
    case .other(let place):
      guard let collection = store.value(place).collection else { return .unset }
      var element = store.insert(collection.elements[index])
      if element.origin == nil { element.origin = elements.origin }
      return element
    case .absent, .bool, .int, .rawText, .text, .enumeration, .unknown, .undecided: return .unset
    }
  }

  /// Returns why there may be more elements.
  private mutating func missing(from elements: Elements) -> [Cause] {
    guard elements.isIncomplete, case .other(let place) = elements.collection else { return [] }
    return store.value(place).collection?.missing ?? []
  }

  /// Puts the element at the 0-based index in the slot of `range`, and returns whether it counts.
  private mutating func admits(
    _ index: Int, of elements: Elements, _ range: KnownTerm.Range
  ) throws(NotKnown) -> Bool {
    if isExhausted { throw NotKnown() }
    steps &+= 1
    let element = element(index, of: elements)
    bind(Int(range.slot), element)
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
    if elements.isIncomplete { throw NotKnown() }
    return Known(.bool(quantifier != .any), origin: elements.origin)
  }

  /// Returns how many elements there are.
  mutating func count(_ range: KnownTerm.Range) throws(NotKnown) -> Known {
    let collection = try read(range.collection)
    let elements = try elements(of: collection)
    var count: Int64 = 0
    for index in 0..<elements.count where try admits(index, of: elements, range) { count += 1 }
    if elements.isIncomplete || elements.mayRepeat { throw NotKnown() }
    return Known(.int(count), origin: elements.origin)
  }

  /// Returns the list or set of what the body gives for the elements.
  mutating func comprehension(
    _ range: KnownTerm.Range, _ body: Int32, isSet: Bool
  ) throws(NotKnown) -> Known {
    let collection = try read(range.collection)
    let elements = try elements(of: collection)
    if elements.count == 0, !elements.isIncomplete, !isSet {
      return Known(.other(KnownStore.emptyList), origin: elements.origin)
    }
    if elements.mayRepeat, !isSet { throw NotKnown() }
    var cells: [Cell] = []
    cells.reserveCapacity(elements.count)
    for index in 0..<elements.count where try admits(index, of: elements, range) {
      let known = known(body)
      cells.append(cell(of: known))
    }
    let result = Collection(cells, missing: missing(from: elements).distinct)
    let value: Value = isSet ? .set(result.distinctElements) : .list(result)
    return Known(store.insert(value), origin: elements.origin)
  }

  /// Returns the list of the parts.
  mutating func list(_ first: Int32, _ count: Int32) -> Known {
    if count == 0 { return Known(.other(KnownStore.emptyList)) }
    var cells: [Cell] = []
    cells.reserveCapacity(Int(count))
    for part in first..<first + count {
      let known = known(parts[Int(part)])
      cells.append(cell(of: known))
    }
    return Known(store.insert(.list(Collection(cells))))
  }

  /// What is in the place of a field that nobody reads, as it is in a graph, or of which nobody says
  /// anything.
  private static let unread = Cell(.unknown(Column.skippedCauses))

  /// Returns the structure whose fields are the parts; its form is the one at the 0-based index.
  mutating func structure(_ id: StructureID, _ form: Int, _ first: Int32) -> Known {
    let form = structures[form]
    let attributes = form.type.attributes
    var cells: [Cell] = []
    cells.reserveCapacity(attributes.count)
    var origin: SourceRange?
    for index in attributes.indices {
      let part = parts[Int(first) + index]
      // Where the structure stands is where its first field does that stands anywhere.
      if part < 0 || !form.isRead[index] && origin != nil {
        cells.append(KnownEvaluator.unread)
        continue
      }
      let known = known(part)
      let fitted = fitted(known, to: attributes[index].type)
      origin = origin ?? fitted.origin
      var cell = self.cell(of: fitted)
      if case .absent = cell.reading {
        cell = attributes[index].normalized(cell, of: form.type.name)
      }
      cells.append(cell)
    }
    return Known(store.insert(.structure(id, cells)), origin: origin)
  }

  /// Returns the first element of the collection.
  mutating func first(_ argument: Int32, isJoin: Bool) throws(NotKnown) -> Known {
    let known = try read(argument)
    let elements = try elements(of: known)
    steps += elements.count
    if elements.count > 0, !elements.isIncomplete || isJoin {
      return element(0, of: elements)
    }
    if elements.isIncomplete { throw NotKnown() }
    return Known(.absent, origin: known.origin)
  }

  /// Returns what the function makes of the collection.
  mutating func collectionFunction(
    _ builtin: Builtin, _ argument: Int32, _ term: TermID
  ) throws(NotKnown) -> Known {
    let known = try read(argument)
    if case .flatten = builtin, let flat = try flattened(known) { return flat }
    let cell = cell(of: known)
    if case .count = builtin {
      let size = evaluator.collectionFunction(.count, of: cell, argument: term)
      guard case .value = size.reading else { throw NotKnown() }
      return store.insert(size)
    }
    let result = stepping { $0.collectionFunction(builtin, of: cell, argument: term) }
    return store.insert(result)
  }

  /// Returns the elements of the lists in a list, or `nil` if it is not one of lists of which all
  /// elements are known.
  private mutating func flattened(_ known: Known) throws(NotKnown) -> Known? {
    guard case .other(let place) = known.value, case .list(let lists) = store.value(place),
      lists.missing.isEmpty
    else { return nil }
    var only: Collection?
    var elements: [Cell] = []
    for cell in lists.elements {
      guard case .value(.list(let list)) = cell.reading, list.missing.isEmpty else { return nil }
      if list.elements.isEmpty { continue }
      if let first = only, elements.isEmpty { elements = first.elements }
      if only == nil { only = list } else { elements += list.elements }
    }
    let result = elements.isEmpty ? only ?? Collection([]) : Collection(elements)
    steps += lists.elements.count + result.elements.count
    if isExhausted { throw NotKnown() }
    if result.elements.isEmpty { return Known(.other(KnownStore.emptyList), origin: known.origin) }
    return Known(store.insert(.list(result)), origin: known.origin)
  }
}
