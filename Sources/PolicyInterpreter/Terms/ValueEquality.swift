internal import DomainValues
internal import PolicyIR
internal import ResourceModel
internal import SourceText

/// Whether values are equal, as far as they are known.
struct ValueEquality {
  /// Knows what `Json` values and enumerations are.
  let evaluator: TermEvaluator

  private var rawValues: RawValues { evaluator.rawValues }

  private var schema: Schema { evaluator.program.schema }

  /// How deep values are compared, so that hostile `Json` does not use up the stack.
  private static let depth = 128

  /// Returns whether two things that were read are equal; absent ones are equal to each other.
  func compare(_ left: Reading, _ right: Reading, depth: Int = 0) -> Answer {
    guard depth < ValueEquality.depth else {
      return .unknown([Cause(.limitExceeded, "values nested too deep to compare")])
    }
    switch (resolved(left), resolved(right)) {
    case (.unknown(let first), .unknown(let second)): return .unknown(first + second)
    case (.unknown(let causes), _), (_, .unknown(let causes)): return .unknown(causes)
    case (.absent, .absent): return .yes
    case (.absent, .value), (.value, .absent): return .no
    case (.value(let first), .value(let second)): return compare(first, second, depth: depth + 1)
    }
  }

  /// Returns whether two values are equal.
  private func compare(_ left: Value, _ right: Value, depth: Int) -> Answer {
    switch (left, right) {
    case (.list(let first), .list(let second)): return compareLists(first, second, depth)
    case (.set(let first), .set(let second)):
      return includes(first, second, depth).and(includes(second, first, depth))
    case (.map(let first, let missing), .map(let second, let others)):
      return compareMaps(first, second, missing: missing + others, depth)
        .and(agreeInLength(first.count, missing, second.count, others))
    case (.structure(_, let first), .structure(_, let second)):
      return zip(first, second).reduce(Answer(first.count == second.count)) {
        $0.and(compare($1.0.reading, $1.1.reading, depth: depth))
      }
    case (.cidrSet(let first, let missing), .cidrSet(let second, let others)):
      if missing.isEmpty, others.isEmpty { return Answer(first == second) }
      if missing.isEmpty, !first.isSuperset(of: second) { return .no }
      if others.isEmpty, !second.isSuperset(of: first) { return .no }
      return .unknown(missing + others)
    case (.portSet(let first, let missing), .portSet(let second, let others)):
      if missing.isEmpty, others.isEmpty { return Answer(first == second) }
      if missing.isEmpty, !first.isSuperset(of: second) { return .no }
      if others.isEmpty, !second.isSuperset(of: first) { return .no }
      return .unknown(missing + others)
    case (.json(let first), .json(let second)): return compareJson(first, second, depth)
    case (.json(let json), let other), (let other, .json(let json)):
      return Answer(isSpelled(json, other))
    default: return Answer(left == right)
    }
  }

  /// Returns whether `collection` holds something equal to `element`.
  func contains(_ collection: Collection, _ element: Reading, depth: Int = 0) -> Answer {
    var doubts = Doubts(collection.missing)
    for member in collection.elements {
      let answer = compare(member.reading, element, depth: depth)
      if answer == .yes { return .yes }
      doubts += answer.causes
    }
    return doubts.isEmpty ? .no : .unknown(doubts.causes)
  }

  /// Returns whether `collection` holds everything that `other` does.
  func includes(_ collection: Collection, _ other: Collection, _ depth: Int = 0) -> Answer {
    var answer = other.missing.isEmpty ? Answer.yes : .unknown(other.missing)
    for element in other.elements {
      answer = answer.and(contains(collection, element.reading, depth: depth))
      if answer == .no { return .no }
    }
    return answer
  }

  private func compareLists(_ left: Collection, _ right: Collection, _ depth: Int) -> Answer {
    let lengths = agreeInLength(
      left.elements.count, left.missing, right.elements.count,
      right.missing)
    guard left.missing.isEmpty, right.missing.isEmpty, lengths == .yes else { return lengths }
    var answer = Answer.yes
    for (first, second) in zip(left.elements, right.elements) {
      answer = answer.and(compare(first.reading, second.reading, depth: depth))
      if answer == .no { return .no }
    }
    return answer
  }

  /// Returns whether two collections, with those many known members, can be of one length.
  private func agreeInLength(
    _ left: Int, _ missing: [Cause], _ right: Int, _ others: [Cause]
  ) -> Answer {
    if missing.isEmpty, left < right { return .no }
    if others.isEmpty, right < left { return .no }
    return missing.isEmpty && others.isEmpty ? .yes : .unknown(missing + others)
  }

  private func compareMaps(
    _ left: [MapEntry], _ right: [MapEntry], missing: [Cause], _ depth: Int
  ) -> Answer {
    var answer = missing.isEmpty ? Answer.yes : .unknown(missing)
    for entry in left {
      if let other = right.first(where: { $0.key.withoutOrigins == entry.key.withoutOrigins }) {
        answer = answer.and(compare(entry.value.reading, other.value.reading, depth: depth))
      } else if missing.isEmpty {
        return .no
      }
      if answer == .no { return .no }
    }
    return answer
  }

  private func compareJson(_ left: RawValueID, _ right: RawValueID, _ depth: Int) -> Answer {
    if left == right { return isFullyKnown(left) }
    switch (rawValues[left], rawValues[right]) {
    case (.list, .list):
      let first = rawValues.children(of: left).map { Cell(.value(.json($0))) }
      let second = rawValues.children(of: right).map { Cell(.value(.json($0))) }
      return compareLists(Collection(first), Collection(second), depth)
    case (.object, .object):
      // A member that is null is as good as none.
      let names = (rawValues.members(of: left) + rawValues.members(of: right))
        .map { ExactText($0.name) }
      var answer = Answer.yes
      for name in Set(names).sorted() {
        let first =
          rawValues.member(name.text, of: left).map { Reading.value(.json($0)) } ?? .absent
        let second =
          rawValues.member(name.text, of: right).map { Reading.value(.json($0)) } ?? .absent
        answer = answer.and(compare(first, second, depth: depth))
        if answer == .no { return .no }
      }
      return answer
    case (.number(let first), .number(let second)):
      return Answer(first == second || Double(first) == Double(second))
    case (let first, let second): return Answer(first == second)
    }
  }

  /// Returns true if nothing in the value is unknown.
  private func isFullyKnown(_ id: RawValueID) -> Answer {
    var pending = [id]
    var causes: [Cause] = []
    while let next = pending.popLast() {
      if case .unknown(let cause, _) = rawValues[next] { causes.append(cause) }
      pending += rawValues.children(of: next)
    }
    return causes.isEmpty ? .yes : .unknown(causes)
  }

  /// Returns whether `Json` is how a source writes `value`.
  private func isSpelled(_ json: RawValueID, _ value: Value) -> Bool {
    switch (rawValues[json], value) {
    case (.boolean(let first), .bool(let second)): first == second
    case (.string(let text), .string(let other)): text.isSpelled(like: other)
    case (.string(let text), .arn(let arn)): text.isSpelled(like: arn.description)
    case (.string(let text), .version(let version)): (try? Version.parse(text)) == version
    case (.string(let text), .ipAddress(let address)): (try? IPAddress.parse(text)) == address
    case (.string(let text), .glob(let glob)): Glob(text) == glob
    case (.string(let text), .enumeration(let id, let index)):
      schema[id].index(ofSpelling: text) == index
    case (.number(let text), .int(let number)): Int64(integral: text) == number
    case (.number(let text), .float(let number)): Double(text) == number
    default: false
    }
  }

  /// Returns what was read, with `Json` that is null as absent, and `Json` that is not known as
  /// unknown.
  private func resolved(_ reading: Reading) -> Reading {
    guard case .value(.json(let id)) = reading else { return reading }
    switch rawValues[id] {
    case .null: return .absent
    case .unknown(let cause, _): return .unknown(cause)
    case .boolean, .number, .string, .list, .object: return reading
    }
  }
}
