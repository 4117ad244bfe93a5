/// Declarations that lead to others, put together where they lead to each other, all by their 0-based
/// numbers.
///
/// It is Tarjan's search with a stack of its own, because chains are as long as people write them.
struct Components {
  /// The groups of declarations that lead to each other, each after all that it leads to.
  private(set) var groups: [[Int]] = []

  private let edges: [[Int]]

  /// When each declaration was met, counted from 1; 0 of one that was not.
  private var times: [Int]

  /// The earliest time that is reached from each declaration that is in no group yet.
  private var earliest: [Int]

  /// The declarations that were met and are in no group yet.
  private var open: [Int] = []
  private var isOpen: [Bool]

  /// A declaration on the way that is being followed, and the number of its edges that were.
  private struct Step {
    let node: Int
    var followed = 0
  }

  /// Puts together declarations that lead to those at `edges`; one that is past the end leads nowhere.
  init(_ edges: [[Int]]) {
    self.edges = edges
    times = Array(repeating: 0, count: edges.count)
    earliest = times
    isOpen = Array(repeating: false, count: edges.count)
    var time = 0
    for root in edges.indices where times[root] == 0 { search(from: root, &time) }
  }

  private mutating func search(from root: Int, _ time: inout Int) {
    var way: [Step] = []
    func enter(_ node: Int, _ components: inout Components) {
      time += 1
      components.times[node] = time
      components.earliest[node] = time
      components.open.append(node)
      components.isOpen[node] = true
      way.append(Step(node: node))
    }
    enter(root, &self)
    while let step = way.last {
      let node = step.node
      if step.followed < edges[node].count {
        way[way.count - 1].followed += 1
        let target = edges[node][step.followed]
        guard edges.indices.contains(target) else { continue }
        if times[target] == 0 {
          enter(target, &self)
        } else if isOpen[target] {
          earliest[node] = min(earliest[node], times[target])
        }
        continue
      }
      way.removeLast()
      if let before = way.last?.node { earliest[before] = min(earliest[before], earliest[node]) }
      if earliest[node] == times[node] { close(node) }
    }
  }

  /// Makes a group of the declarations that were met since `first`.
  private mutating func close(_ first: Int) {
    var group: [Int] = []
    while let node = open.popLast() {
      isOpen[node] = false
      group.append(node)
      if node == first { break }
    }
    groups.append(group)
  }
}
