internal import PolicyIR
internal import PolicyInterpreter
internal import ResourceModel
internal import SourceText

/// Tells resources apart that are called the same, by how many of them come before, over all inputs.
struct Namesakes {
  /// What resources of one type are known by.
  private struct Name: Hashable {
    let name: ExactText
    let account: ExactText?
    let region: ExactText?

    init(_ resource: ResourceReference) {
      name = ExactText(resource.name)
      account = resource.account.map { ExactText($0) }
      region = resource.region.map { ExactText($0) }
    }
  }

  /// A resource of one type.
  private struct Place: Hashable {
    let input: Int
    let row: Int
  }

  /// The numbers of resources called the same that come before, where there are some.
  private var numbers: [Place: Int] = [:]

  /// Creates the numbers of the resources of `type` at the 0-based indices `rows`, which ascend, in
  /// each of `graphs`.
  ///
  /// - Complexity: O(*n*) in the number of resources before the last of them, a few nanoseconds for
  ///   each that has another name.
  init(_ type: ResourceTypeID, in graphs: [ResourceGraph], at rows: [[Int]]) {
    guard let lastInput = rows.lastIndex(where: { !$0.isEmpty }) else { return }
    var names: Set<ExactText> = []
    for (graph, wanted) in zip(graphs, rows) {
      for row in wanted { names.insert(ExactText(graph.name(of: RowID(type: type, index: row)))) }
    }
    var counts: [Name: Int] = [:]
    for input in 0...lastInput {
      let graph = graphs[input]
      let end = input < lastInput ? graph.count(of: type) : (rows[input].last ?? -1) + 1
      let texts = Set(names.compactMap { graph.pools.strings.number(of: $0.text) })
      for row in 0..<end {
        let id = RowID(type: type, index: row)
        if let text = graph.nameText(of: id), !texts.contains(text) { continue }
        let resource = ResourceReference(id, of: graph, input: input)
        let before = counts[Name(resource), default: 0]
        counts[Name(resource)] = before + 1
        if before > 0 { numbers[Place(input: input, row: row)] = before }
      }
    }
  }

  /// Returns how many resources called the same come before the one at the 0-based index `row` of
  /// the 0-based `input`.
  func number(of row: Int, in input: Int) -> Int {
    numbers[Place(input: input, row: row)] ?? 0
  }
}
