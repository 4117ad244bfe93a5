internal import PolicyIR

/// How high the bodies of functions are, in terms inside each other, where each call has the body of
/// what it calls inside it; this is how deep it is to evaluate them.
struct CallHeights {
  private let program: Program

  /// The height of each function that was looked at; 0 while it is, since a circle is told as such.
  private var functions: [Int?]

  /// The height of each term that was looked at, else 0.
  private var terms: [Int]

  /// The functions that are too high although none is that they call, in the order of the visits.
  private(set) var tooHigh: [Int] = []

  /// The height of a function that is told, or calls one that is.
  private static let told = 1 << 30

  /// Creates the heights of functions of `program`, none of which was looked at yet.
  init(_ program: Program) {
    self.program = program
    functions = Array(repeating: nil, count: program.functions.count)
    terms = Array(repeating: 0, count: program.termCount)
  }

  /// Looks at the function with the 0-based number `index`.
  ///
  /// Visit what it calls before, so that this goes no deeper than a single body.
  @discardableResult
  mutating func visit(_ index: Int) -> Int {
    if let known = functions[index] { return known }
    functions[index] = 0
    var height = height(of: program.functions[index].body)
    if height > Program.greatestDepth {
      if height < CallHeights.told { tooHigh.append(index) }
      height = CallHeights.told
    }
    functions[index] = height
    return height
  }

  private mutating func height(of id: TermID) -> Int {
    let place = Int(id.index)
    if terms[place] > 0 { return terms[place] }
    var height = 0
    for operand in program[id].operands { height = max(height, self.height(of: operand)) }
    if case .call(let function, _) = program[id] { height = max(height, visit(function.index)) }
    terms[place] = height + 1
    return height + 1
  }
}
