internal import DomainValues
package import ResourceModel

extension Program {
  /// Returns the value of a term that reads nothing, or `nil` when it reads something.
  package func constantValue(of id: TermID) -> Value? {
    switch self[id] {
    case .constant(let value): return value
    case .negate(let operand): return constantValue(of: operand).flatMap(Program.negated)
    case .list(let elements): return constants(elements).map { .list(Collection($0)) }
    case .set(let elements):
      guard let cells = constants(elements) else { return nil }
      var distinct: [Cell] = []
      for cell in cells where !distinct.contains(cell) { distinct.append(cell) }
      return .set(Collection(distinct))
    case .map(let entries):
      var result: [MapEntry] = []
      for entry in entries {
        guard let key = constantValue(of: entry.key), let value = constantValue(of: entry.value)
        else { return nil }
        result.append(MapEntry(key: key, value: Cell(.value(value))))
      }
      return .map(result, missing: [])
    case .portRange(let first, let last):
      guard case .int(let lower)? = constantValue(of: first),
        case .int(let upper)? = constantValue(of: last),
        let ports = PortSet(from: lower, through: upper)
      else { return nil }
      return .portSet(ports, missing: [])
    case .setOperation(.union, let left, let right):
      guard let first = constantValue(of: left), let second = constantValue(of: right) else {
        return nil
      }
      return Program.union(first, second)
    case .widen(let operand, let type):
      guard let value = constantValue(of: operand) else { return nil }
      return Program.widened(value, to: schema.types[schema.types.unwrapped(type)])
    default: return nil
    }
  }

  private func constants(_ elements: [TermID]) -> [Cell]? {
    var cells: [Cell] = []
    for element in elements {
      guard let value = constantValue(of: element) else { return nil }
      cells.append(Cell(.value(value)))
    }
    return cells
  }

  private static func negated(_ value: Value) -> Value? {
    switch value {
    case .int(let number): number == .min ? nil : .int(-number)
    case .float(let number): .float(-number)
    case .duration(let duration): duration.multiplied(by: -1).map { .duration($0) }
    case .bytes(let size): size.multiplied(by: -1).map { .bytes($0) }
    default: nil
    }
  }

  private static func union(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.cidrSet(let first, _), .cidrSet(let second, _)):
      .cidrSet(first.union(second), missing: [])
    case (.portSet(let first, _), .portSet(let second, _)):
      .portSet(first.union(second), missing: [])
    default: nil
    }
  }

  /// Returns `value` as one of the wider type `type`, or `nil` when it is out of its range.
  private static func widened(_ value: Value, to type: ValueType) -> Value? {
    switch (value, type) {
    case (.ipAddress(let address), .cidr): return .cidr(Cidr(address))
    case (.ipAddress(let address), .cidrSet):
      return .cidrSet(CidrSet([Cidr(address)]), missing: [])
    case (.cidr(let cidr), .cidrSet): return .cidrSet(CidrSet([cidr]), missing: [])
    case (.int(let port), .portSet):
      return PortSet(from: port, through: port).map { .portSet($0, missing: []) }
    case (.set(let collection), .portSet):
      var ports: [PortSet] = []
      for element in collection.elements {
        guard case .int(let port)? = element.reading.value,
          let one = PortSet(from: port, through: port)
        else { return nil }
        ports.append(one)
      }
      return .portSet(PortSet(union: ports), missing: [])
    case (.set(let collection), .cidrSet):
      var cidrs: [Cidr] = []
      for element in collection.elements {
        switch element.reading.value {
        case .cidr(let cidr)?: cidrs.append(cidr)
        case .ipAddress(let address)?: cidrs.append(Cidr(address))
        default: return nil
        }
      }
      return .cidrSet(CidrSet(cidrs), missing: [])
    case (_, .json): return nil
    default: return value
    }
  }
}
