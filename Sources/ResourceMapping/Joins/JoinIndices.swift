internal import PolicyInterpreter
internal import ResourceModel

/// The indices of all joins of one run, each made once.
struct JoinIndices {
  private var indices: [JoinIndex] = []
  private var numbers: [JoinIndex.Request: Int] = [:]

  /// Returns the number of the index for `request`, of the raw resources that `evaluator` knows.
  mutating func demand(_ request: JoinIndex.Request, _ evaluator: TermEvaluator) -> Int {
    if let known = numbers[request] { return known }
    guard let resources = evaluator.rawResources else {
      preconditionFailure("joins are made while raw resources are mapped")
    }
    indices.append(JoinIndex(request, resources, evaluator.values))
    numbers[request] = indices.count - 1
    return indices.count - 1
  }

  /// The index with the number.
  subscript(number: Int) -> JoinIndex { indices[number] }
}
