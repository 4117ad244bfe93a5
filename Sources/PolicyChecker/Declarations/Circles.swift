/// The circles among declarations that lead to others, all by their 0-based numbers; each circle is
/// one mistake, told at its first part.
struct Circles {
  private let edges: [[Int]]

  /// The groups of declarations that lead to each other, each after all that it leads to.
  let groups: [[Int]]

  /// Creates the search in declarations that lead to those at `edges`; one that is past the end leads
  /// nowhere.
  init(_ edges: [[Int]]) {
    self.edges = edges
    groups = Components(edges).groups
  }

  /// The first part of each circle, in order, with the parts on a shortest way from it back to it.
  var firsts: [(first: Int, others: [Int])] {
    var firsts: [(first: Int, others: [Int])] = []
    for group in groups {
      guard let first = group.min(), let others = way(backTo: first, in: Set(group)) else {
        continue
      }
      firsts.append((first, others))
    }
    return firsts.sorted { $0.first < $1.first }
  }

  /// Returns the nodes on a shortest way from `start` back to it, without `start`, by those in
  /// `group`; `nil` if there is no such way.
  private func way(backTo start: Int, in group: Set<Int>) -> [Int]? {
    var origins: [Int: Int] = [:]
    var open = [start]
    var next = 0
    while next < open.count {
      let node = open[next]
      next += 1
      for target in edges[node] where group.contains(target) {
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
}
