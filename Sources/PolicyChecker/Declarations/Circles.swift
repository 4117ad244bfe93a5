/// The circles among declarations that lead to others, all by their 0-based numbers; each circle is
/// one mistake, told at its first part.
struct Circles {
  private let edges: [[Int]]

  /// Creates the search in declarations that lead to those at `edges`; one that is past the end leads
  /// nowhere.
  init(_ edges: [[Int]]) {
    self.edges = edges
  }

  /// The first part of each circle, in order, with the parts on a shortest way from it back to it.
  var firsts: [(first: Int, others: [Int])] {
    var told: Set<Int> = []
    var firsts: [(first: Int, others: [Int])] = []
    for index in edges.indices where !told.contains(index) {
      guard let others = way(backTo: index) else { continue }
      told.formUnion(reached(from: index).filter { reached(from: $0).contains(index) })
      firsts.append((index, others))
    }
    return firsts
  }

  private func targets(of node: Int) -> [Int] { edges.indices.contains(node) ? edges[node] : [] }

  /// Returns the nodes on a shortest way from `start` back to it, without `start`; `nil` if there is
  /// no such way.
  private func way(backTo start: Int) -> [Int]? {
    var origins: [Int: Int] = [:]
    var open = [start]
    var next = 0
    while next < open.count {
      let node = open[next]
      next += 1
      for target in targets(of: node) {
        if target == start {
          var way: [Int] = []
          var place = node
          while place != start {
            way.append(place)
            guard let origin = origins[place] else { break }
            place = origin
          }
          return way.reversed()
        }
        if origins[target] == nil {
          origins[target] = node
          open.append(target)
        }
      }
    }
    return nil
  }

  /// Returns the nodes that are reached from `start` in one step or more.
  private func reached(from start: Int) -> Set<Int> {
    var reached: Set<Int> = []
    var open = [start]
    while let node = open.popLast() {
      for target in targets(of: node) where reached.insert(target).inserted { open.append(target) }
    }
    return reached
  }
}
