import DomainValues
import PolicyIR
import ResourceModel
import SourceText

/// Sets of addresses and ports that are put together, and conditions on them.
extension RandomRules {
  /// Returns a set of the type, which is that of sets of addresses or of ports.
  mutating func madeSet(_ type: ValueType, _ depth: Int) throws -> TermID {
    switch world.below(4) {
    case 0:
      let elements = try (0..<world.below(4)).map { _ in try expression(type, depth - 1) }
      return term(.builtin(.union, [term(.list(elements), world.list(of: type))]), type)
    case 1:
      let left = try expression(type, depth - 1)
      let operation = world.pick(SetOperation.allCases)
      return term(.setOperation(operation, left, try expression(type, depth - 1)), type)
    default:
      return term(.builtin(.union, [try expression(world.list(of: type), depth - 1)]), type)
    }
  }

  /// Returns a condition on sets.
  mutating func setBool(_ depth: Int) throws -> TermID {
    let type = world.pick([ValueType.cidrSet, .portSet])
    switch world.below(7) {
    case 0, 1:
      let left = try expression(type, depth)
      return term(.covers(left, constant(try world.value(type), type)), .bool)
    case 2:
      let left = try expression(type, depth)
      return term(.meets(left, try expression(type, depth - 1)), .bool)
    case 3: return term(.isEmpty(try expression(type, depth)), .bool)
    case 4: return term(.isWorld(try expression(.cidrSet, depth)), .bool)
    case 5:
      let left = try expression(type, depth)
      let comparison = world.pick([Comparison.equal, .notEqual])
      return term(.compare(comparison, left, try expression(type, depth - 1)), .bool)
    default:
      let numbers = try (0..<world.below(4)).map { _ in Cell(.value(try world.value(.int))) }
      let list = constant(.list(Collection(numbers)), world.list(of: .int))
      var body = TermID(index: 0)
      let iteration = try iteration(over: list, .int, depth) {
        body = try $0.expression(.int, depth - 1)
      }.iteration
      let set = ValueType.set(world.type(.int))
      return term(.isEmpty(term(.comprehension(iteration, body: body, isSet: true), set)), .bool)
    }
  }
}
