internal import DomainValues
internal import ResourceModel

/// Constants as vectors hold them.
enum ConstantWords {
  /// Stands for what is not in the pool, and so is equal to nothing in it.
  static let inNoPool = Int64(UInt32.max)

  /// Returns the truth byte, case, number or pool number of `value`; `nil` if vectors of the shape
  /// cannot hold it.
  static func word(of value: Value, as shape: Shape, in pools: GraphPools) -> Int64? {
    switch (shape, value) {
    case (.truth, .bool(let isTrue)), (.bits, .bool(let isTrue)): isTrue ? 2 : 0
    case (.words, .int(let number)): number
    case (.words, .duration(let duration)): duration.milliseconds
    case (.words, .timestamp(let timestamp)): timestamp.milliseconds
    case (.words, .bytes(let size)): size.bytes
    case (.words, .float(let number)): Int64(bitPattern: number.bitPattern)
    case (.cases(let id), .enumeration(let other, let index)): id == other ? Int64(index) : nil
    case (.texts, .string(let text)): pools.strings.number(of: text).map { Int64($0) }
    case (.arns, .arn(let arn)): pools.strings.number(of: arn.description).map { Int64($0) }
    case (.values, _): pools.values.number(of: value).map { Int64($0) }
    case (.runs, .list(let collection)), (.runs, .set(let collection)),
      (.groups, .list(let collection)):
      collection.elements.isEmpty && collection.missing.isEmpty ? 0 : nil
    case (.pairs, .map(let entries, let missing)): entries.isEmpty && missing.isEmpty ? 0 : nil
    case (.truth, _), (.bits, _), (.words, _), (.cases, _), (.texts, _), (.arns, _), (.edges, _),
      (.runs, _), (.pairs, _), (.groups, _), (.structure, _), (.bounds, _):
      nil
    }
  }
}
