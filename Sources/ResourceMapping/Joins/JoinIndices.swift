internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// The indices of all joins of one run, each made once.
struct JoinIndices {
  private var indices: [JoinIndex] = []
  private var requests: [JoinIndex.Request] = []
  private var numbers: [JoinIndex.Request: Int] = [:]

  /// The types of the raw resources that each is asked for.
  private var askers: [Set<String>] = []

  /// Returns the number that the index for `request` will have, which is asked what names raw resources
  /// of `types`.
  mutating func demand(_ request: JoinIndex.Request, for types: [String]) -> Int {
    let number = numbers[request] ?? requests.count
    if number == requests.count {
      numbers[request] = number
      requests.append(request)
      askers.append([])
    }
    askers[number].formUnion(types)
    return number
  }

  /// Makes the indices that were demanded, of the raw resources in `index`.
  mutating func build(_ index: RawIndex, _ rawValues: RawValues) {
    indices = zip(requests, askers).map { request, askers in
      JoinIndex(request, askers: askers, index, rawValues)
    }
  }

  /// The index with the number.
  subscript(number: Int) -> JoinIndex {
    _read { yield indices[number] }
    _modify { yield &indices[number] }
  }

  /// The raw resources that name none of those that were asked for, ascending, each with the text by
  /// which it names another.
  var strays: [(holder: Int, text: ExactText)] {
    var attached: Set<Int> = []
    var strays: [Int: ExactText] = [:]
    for index in indices { index.collect(attached: &attached, strays: &strays) }
    return strays.filter { !attached.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}
