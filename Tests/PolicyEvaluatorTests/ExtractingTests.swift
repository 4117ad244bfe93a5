import DomainValues
import PolicyIR
import PolicyInterpreter
import ResourceModel
import SourceText
import Testing

/// Copies of terms mean what the terms mean, and stand alone.
struct ExtractingTests {
  private var program = Program(schema: Schema())
  private let text: TypeID

  init() { text = program.schema.types.demand(.string) }

  private mutating func term(_ term: Term) -> TermID {
    program.insert(term, type: text, at: RandomWorld.nowhere)
  }

  @Test mutating func onlyWhatIsReachedIsCopied() throws {
    let unused = term(.constant(.string("nobody asks for this")))
    let name = term(.variable(slot: 0))
    let whole = term(.text([.literal(ExactText("a literal of some length ")), .value(name)]))
    let list = Value.list(Collection([Cell(.value(.string("one of several texts")))]))
    let values = term(
      .constant(.map([MapEntry(key: .string("key"), value: Cell(.value(list)))], missing: [])))
    let (own, copies) = try #require(program.extracting([whole, values, name]))
    #expect(own.termCount == 3 && copies[unused] == nil)
    let instant = try Timestamp.parse("2026-01-01")
    func read(_ term: TermID?, of program: Program) throws -> Cell {
      let graph = GraphBuilder(schema: program.schema, rawValues: RawValues()).freeze()
      return Evaluation(program: program, graph: graph, now: instant)
        .read(try #require(term), slots: [Cell(.value(.string("and more")))])
    }
    for term in [whole, values, name] {
      let (copy, original) = (try read(copies[term], of: own), try read(term, of: program))
      #expect(copy == original && copy.reading.value != nil)
    }
    try own.verify()
  }

  @Test mutating func whatCallsAFunctionDoesNotStandAlone() {
    let call = term(.call(FunctionID(index: 0), []))
    let outer = term(.text([.value(call)]))
    #expect(program.extracting([outer]) == nil)
    #expect(program.extracting([])?.program.termCount == 0)
  }
}
