internal import ResourceModel
internal import SourceText

extension CompiledWriter {
  /// Writes a program, whose ranges lie in files that are numbered from 0.
  ///
  /// - Throws: a `CompiledFormError` if it has tests, or constants that no policy can write.
  package mutating func write(_ program: Program) throws(CompiledFormError) {
    guard program.tests.isEmpty, program.survivors.isEmpty else {
      throw .unsupported("tests")
    }
    try write(program.schema)
    write(program.functions.count)
    write(program.termCount)
    for index in 0..<program.termCount {
      let id = TermID(index: UInt32(index))
      termCount = index
      try write(program[id])
      write(UInt64(program.type(of: id).index))
      write(program.range(of: id))
    }
    termCount = program.termCount
    for function in program.functions { try write(function) }
    try write(list: program.rules) { (writer, rule) throws(CompiledFormError) in
      try writer.write(rule)
    }
    try write(list: program.mappings) { (writer, mapping) throws(CompiledFormError) in
      try writer.write(mapping)
    }
  }
}

extension CompiledReader {
  /// Returns the program that was written, with room for `spare` more terms.
  package mutating func program(spare: Int = 0) throws(CompiledFormError) -> Program {
    var context = try context()
    context.functionCount = try count()
    let count = try count()
    var (terms, types, ranges): ([Term], [TypeID], [SourceRange]) = ([], [], [])
    terms.reserveCapacity(count + spare)
    types.reserveCapacity(count + spare)
    ranges.reserveCapacity(count + spare)
    for index in 0..<count {
      termCount = index
      terms.append(try term(context))
      types.append(try typeID(context))
      ranges.append(try range())
    }
    termCount = count
    var program = Program(schema: context.schema, terms: terms, types: types, ranges: ranges)
    program.functions.reserveCapacity(context.functionCount)
    for _ in 0..<context.functionCount { program.functions.append(try function(context)) }
    program.rules = try list { (reader) throws(CompiledFormError) in try reader.rule(context) }
    program.mappings = try list { (reader) throws(CompiledFormError) in
      try reader.mapping(context)
    }
    return program
  }
}
