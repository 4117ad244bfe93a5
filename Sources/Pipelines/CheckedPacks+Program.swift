internal import PolicyIR
internal import ResourceModel

extension CheckedPacks {
  /// The terms of the program by their numbers, then what uses them.
  package var programText: String {
    var text = ""
    for index in 0..<program.termCount {
      let id = TermID(index: UInt32(index))
      let type = program.schema.description(of: program.type(of: id))
      text += "t\(index): \(type) = \(program[id])\n"
    }
    for rule in program.rules {
      text += "rule \(rule.pack)/\(rule.name) of \(program.schema[rule.population].name)\n"
      for step in rule.steps { text += "  \(step)\n" }
    }
    return text
  }
}
