import PolicyIR
import PolicyTesting
import Testing

/// Cases with rows.
@Suite struct TableTests {
  private static let rule = """
    rule small(most: Int = 10 in 1..99) {
      for box in t.Box
      where box.color == Red
      require box.size <= most else "{box.id} is too large"
    }

    """

  private static func report(_ cases: String) throws -> TestReport {
    try TinySuite(rule + "test small {\n\(cases)\n}").runner.run()
  }

  @Test func eachRowIsACaseWithANameOfItsOwn() throws {
    let report = try Self.report(
      """
      case "{size} is {what}" for size, what: String {
        t.Box { color: Red, size: size }
        row 10, "fine" expect pass
        row 11, "large" expect fail because "too large"
        row 10 + 1, "a sum" expect fail
      }
      """)
    #expect(report.results.map(\.name) == ["10 is fine", "11 is large", "10 + 1 is a sum"])
    #expect(report.hasPassed)
  }

  @Test func aRowThatIsWrongFailsAlone() throws {
    let report = try Self.report(
      """
      case "{size}" for size {
        t.Box { id: "a", color: Red, size: size }
        row 10 expect pass
        row 11 expect pass
      }
      """)
    #expect(report.results.map(\.hasPassed) == [true, false])
    #expect(report.results[1].failures.map(\.kind) == [.wrongStatus])
    #expect(report.results[1].failures[0].actual.map(\.reasons) == [["a is too large"]])
  }

  @Test func whatTheCaseExpectsHoldsForEveryRow() throws {
    let report = try Self.report(
      """
      case "{color}" for color: t.Color {
        let box = t.Box { color: color, size: 11 }
        t.Box { color: Red }
        expect unknown
        row Red expect box fail
        row Green expect box not_applicable
      }
      """)
    #expect(report.results.map(\.hasPassed) == [true, true])
  }

  @Test func aColumnMayBeAParameter() throws {
    let report = try Self.report(
      """
      case "{most}" for most {
        with most = most
        t.Box { color: Red, size: 5 }
        row 4 expect fail
        row 5 expect pass
      }
      """)
    #expect(report.results.map(\.hasPassed) == [true, true])
  }

  @Test func aColumnMayBeAFixture() throws {
    let report = try Self.report(
      """
      case "{name}" for name, box {
        let same = box
        expect same pass
        row "small", t.Box { color: Red, size: 1 }
        row "fits", t.Box { color: Red, size: 10 }
      }
      """)
    #expect(report.results.map(\.hasPassed) == [true, true])
  }

  @Test func aFilterChoosesRows() throws {
    let suite = try TinySuite(
      Self.rule + """
        test small {
          case "{size}" for size {
            t.Box { color: Red, size: size }
            row 1 expect pass
            row 2 expect pass
          }
        }
        """)
    #expect(suite.runner.run(TestFilter("small/2")).results.map(\.name) == ["2"])
  }
}
