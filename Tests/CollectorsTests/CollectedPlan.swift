import Collectors
import ResourceModel
import SourceText
import StructuredText

/// A plan that was collected, with shortcuts to what tests ask of it.
struct CollectedPlan {
  /// A step to a value.
  enum Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case member(String)
    case element(Int)

    init(stringLiteral value: String) { self = .member(value) }

    init(integerLiteral value: Int) { self = .element(value) }
  }

  /// What was collected.
  let inventory: RawInventory

  /// The text of the plan.
  let file: SourceFile

  /// Collects the plan `text`.
  init(_ text: String) throws(CollectError) {
    try self.init(bytes: Array(text.utf8))
  }

  /// Collects the plan `bytes`.
  init(bytes: [UInt8]) throws(CollectError) {
    file = SourceFile(name: "plan.json", bytes: bytes)
    inventory = try TerraformPlanCollector.collect(file, id: FileID(index: 0))
  }

  /// The addresses, in order.
  var addresses: [String] { inventory.resources.map(\.address) }

  /// Returns the resource at `address`.
  func resource(_ address: String) -> RawResource? {
    inventory.resources.first { $0.address == address }
  }

  /// Returns the identity of the value that `steps` lead to.
  func id(_ address: String, _ steps: [Step]) -> RawValueID? {
    guard var id = resource(address)?.attributes else { return nil }
    for step in steps {
      switch step {
      case .member(let name):
        guard let next = inventory.values.member(name, of: id) else { return nil }
        id = next
      case .element(let index):
        let children = inventory.values.children(of: id)
        guard index < children.count else { return nil }
        id = children[children.startIndex + index]
      }
    }
    return id
  }

  /// Returns the value that `steps` lead to.
  func value(_ address: String, _ steps: Step...) -> RawValue? {
    id(address, steps).map { inventory.values[$0] }
  }

  /// Returns why the value that `steps` lead to is unknown and whether it is computed.
  func unknown(_ address: String, _ steps: Step...) -> (kind: CauseKind, isComputed: Bool)? {
    guard let id = id(address, steps), case .unknown(let cause, let flag) = inventory.values[id]
    else { return nil }
    return (cause.kind, flag)
  }

  /// Returns the text of the plan in which the value stands that `steps` lead to.
  func text(_ address: String, _ steps: Step...) -> String? {
    guard let id = id(address, steps), let range = inventory.values.origin(of: id) else {
      return nil
    }
    return file.text(in: Int(range.lower)..<Int(range.upper))
  }

  /// Returns the addresses that the value refers to that `steps` lead to, with the attributes;
  /// what the input does not hold in brackets.
  func references(_ address: String, _ steps: Step...) -> [String] {
    guard let id = id(address, steps) else { return ["no such value"] }
    return inventory.values.references(of: id).map { reference in
      let target = reference.resource.map { inventory.resources[$0].address }
      let suffix = reference.attribute.isEmpty ? "" : " " + reference.attribute
      let name = target.map { $0 + suffix } ?? "(\(reference.text))"
      return reference.isGiven ? "given \(name)" : name
    }
  }
}
