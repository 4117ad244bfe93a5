import Diagnostics
import DomainValues
import Foundation
import Pipelines
import PolicyIR
import PolicyPacks
import ResourceModel
import SourceText
import TestSupport
import Testing

/// The compiled form of the shipped packs says what their texts say, or nothing.
struct CompiledPacksTests {
  private func checked(_ request: CheckRequest) throws -> (CheckedPacks, SourceMap) {
    var pipeline = CheckPipeline()
    guard case .checked(let packs) = try pipeline.run(request) else {
      throw CompiledFormError.unsupported("a run without inputs that evaluates")
    }
    return (packs, pipeline.sources)
  }

  @Test func readBackItIsTheProgramOfTheTexts() throws {
    let bytes = try ShippedForm.bytes()
    let (plain, sources) = try checked(try ShippedForm.request())
    let form = try CompiledPacks(FileBytes(bytes), of: sources.files, firstFile: FileID(index: 0))
    #expect(form.programs.first == plain.packs)
    let program = try form.program(at: 0)
    let expected = plain.program
    try #require(program.termCount == expected.termCount)
    #expect(program.termCount > 1000)
    for index in 0..<expected.termCount {
      let id = TermID(index: UInt32(index))
      try #require(program[id] == expected[id])
      try #require(program.type(of: id) == expected.type(of: id))
      try #require(program.range(of: id) == expected.range(of: id))
    }
    #expect(program.schema.types.all == expected.schema.types.all)
    #expect("\(program.schema.resources)" == "\(expected.schema.resources)")
    #expect("\(program.schema.structures)" == "\(expected.schema.structures)")
    #expect("\(program.schema.enumerations)" == "\(expected.schema.enumerations)")
    #expect("\(program.functions)" == "\(expected.functions)")
    #expect("\(program.rules)" == "\(expected.rules)")
    #expect("\(program.mappings)" == "\(expected.mappings)")
    #expect(program.rules.count > 20 && program.mappings.count > 20)
    try program.verify()
    #expect(try checked(try ShippedForm.request(bytes)).0.programText == plain.programText)
  }

  /// Returns the policy without its tests, which have no compiled form.
  private static func withoutTests(_ text: String) -> String {
    var isInTest = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("test ") { isInTest = true }
      defer { if line == "}" { isInTest = false } }
      return !isInTest
    }.joined(separator: "\n")
  }

  /// Every kind of term, and kinds of values that the shipped packs have none of, are on the pages
  /// about the language.
  @Test func everyExampleOfTheLanguageIsReadBackAsItWas() throws {
    let files = ShippedPacks.files(below: "docs/language", extension: "md")
    let pages = files.compactMap { MarkdownPage("docs/language/\($0.lastPathComponent)") }
    var kinds: Set<String> = []
    for block in pages.flatMap(\.blocks) where block.tags == ["cispol"] {
      let policy = CheckedPolicy([UInt8](CompiledPacksTests.withoutTests(block.text).utf8))
      try #require(policy.diagnostics.isEmpty, "\(block)\n\(policy.report)")
      var program = policy.program
      program.survivors = []
      var writer = CompiledWriter()
      #expect(throws: Never.self, "\(block)") { try writer.write(program) }
      let found = try CompiledReader.read(
        FileBytes(writer.bytes), in: 0..<writer.bytes.count,
        fileSizes: policy.sources.files.map(\.byteCount), firstFile: FileID(index: 0)
      ) { (reader) throws(CompiledFormError) in try reader.program() }
      try #require(found.termCount == program.termCount, "\(block)")
      for index in 0..<program.termCount {
        let id = TermID(index: UInt32(index))
        try #require(found[id] == program[id], "\(block)")
        try #require(found.type(of: id) == program.type(of: id), "\(block)")
        kinds.insert(Mirror(reflecting: program[id]).children.first?.label ?? "\(program[id])")
      }
      #expect(found.schema.types.all == program.schema.types.all, "\(block)")
      #expect("\(found.schema.resources)" == "\(program.schema.resources)", "\(block)")
      #expect("\(found.functions)" == "\(program.functions)", "\(block)")
      #expect("\(found.rules)" == "\(program.rules)", "\(block)")
      #expect("\(found.mappings)" == "\(program.mappings)", "\(block)")
      try found.verify()
    }
    #expect(
      kinds == [
        "absent", "and", "arithmetic", "attribute", "builtin", "call", "chain", "closure",
        "coalesce", "compare", "comprehension", "conditional", "constant", "count", "covers",
        "decode", "element", "exactly", "field", "fold", "groups", "implies", "isEmpty",
        "isPresent", "isWorld", "list", "lookup", "map", "mapComprehension", "match", "matches",
        "meets", "member", "membership", "negate", "not", "now", "or", "parameter", "portRange",
        "quantifier", "set", "setOperation", "structure", "text", "variable", "widen",
      ])
  }

  @Test func readBackItsPacksAreThoseOfTheTexts() throws {
    let plain = try checked(try ShippedForm.request()).0.library
    let read = try checked(try ShippedForm.request(try ShippedForm.bytes())).0.library
    #expect(plain.packs.flatMap(\.benchmarks).count > 10)
    #expect(plain.packs.flatMap(\.benchmarks).flatMap(\.controls).count > 500)
    #expect("\(read.packs)" == "\(plain.packs)")
    #expect(read.named == plain.named && read.standard == plain.standard)
  }

  @Test func itsPlacesMoveWithItsFiles() throws {
    let bytes = try ShippedForm.bytes()
    let (plain, sources) = try checked(try ShippedForm.request())
    let form = try CompiledPacks(FileBytes(bytes), of: sources.files, firstFile: FileID(index: 7))
    let moved = try #require(try form.program(at: 0).rules.first?.range)
    let original = try #require(plain.program.rules.first?.range)
    #expect(moved.file.index == original.file.index + 7)
    #expect(moved.lower == original.lower && moved.upper == original.upper)
  }

  @Test func aRunSaysTheSameWithItAsWithout() throws {
    let bytes = try ShippedForm.bytes()
    let path = ShippedPacks.project.appending(path: "examples/quickstart/plan.json")
    let plan = [UInt8](try Data(contentsOf: path))
    var reports: [[UInt8]] = []
    let requests = [nil, "cis-aws-foundations@1.3.0", "aws-extras@1.0.0"]
    for (form, benchmark) in requests.flatMap({ [([], $0), (bytes, $0)] }) {
      var request = try ShippedForm.request(form)
      request.inputs = [InputFile(name: "plan.json", bytes: plan)]
      if let benchmark { request.benchmarks = [try BenchmarkRequest.parse(benchmark)] }
      var pipeline = CheckPipeline()
      guard case .evaluated(let run) = try pipeline.run(request) else { continue }
      let collected = Collected()
      run.render(as: .json, RenderOptions()) { collected.bytes += $0 }
      reports.append(collected.bytes)
    }
    try #require(reports.count == 6)
    for index in [0, 2, 4] { #expect(reports[index] == reports[index + 1]) }
    #expect(Set(reports).count == 3)
  }

  /// Returns the report of a run over the plan of the examples, to which `prepare` adds.
  private func report(
    _ compiled: [UInt8], _ prepare: (inout CheckRequest) throws -> Void
  ) throws -> [UInt8] {
    let path = ShippedPacks.project.appending(path: "examples/quickstart/plan.json")
    var request = try ShippedForm.request(compiled)
    request.inputs = [InputFile(name: "plan.json", bytes: [UInt8](try Data(contentsOf: path)))]
    try prepare(&request)
    var pipeline = CheckPipeline()
    guard case .evaluated(let run) = try pipeline.run(request) else { return [] }
    return Array(run.json.utf8)
  }

  @Test func whatPeopleSayOfBenchmarksThatAreNotAskedForIsUnderstood() throws {
    let bytes = try ShippedForm.bytes()
    // Neither the slug nor the version is in the benchmark that is evaluated.
    let waivers = """
      waivers:
        - {id: a, control: sg-no-public-ssh, reason: r, owner: o, granted: 2025-12-01, \
      expires: 2026-02-01}
        - {id: b, control: "1.1", benchmark: cis-aws-foundations@1.2.0, reason: r, owner: o, \
      granted: 2025-12-01, expires: 2026-02-01}
      """
    let attestations = """
      attestations:
        - {control: account-security-questions, statement: s, by: b, stated: 2025-12-01, \
      valid_until: 2026-12-01}
      """
    let configuration = """
      profiles:
        ours: {exclude: [{control: iam-billing-detailed, reason: r}]}
      """
    var pipeline = ConfigurationPipeline()
    let read = pipeline.read(PolicyFile(name: "cispol.yaml", bytes: Array(configuration.utf8)))
    let project = try #require(read)
    let sources = pipeline.sources
    let reports = try [[], bytes].map { form in
      try report(form) { request in
        request.configuration = project
        request.sources = sources
        request.waivers = [PolicyFile(name: "w.yaml", bytes: Array(waivers.utf8))]
        request.attestations = [PolicyFile(name: "a.yaml", bytes: Array(attestations.utf8))]
      }
    }
    #expect(reports[0].count > 1000)
    #expect(reports[0] == reports[1])
  }

  @Test func aBenchmarkThatIsExtendedIsReadThoughNobodyAskedForIt() throws {
    let bytes = try ShippedForm.bytes()
    let files = ["pack.yaml", "benchmarks/1.0.yaml", "rules/logs.cispol"].map { path in
      let url = ShippedPacks.project.appending(path: "examples/overlay/\(path)")
      return PackFolder.File(path: path, bytes: [UInt8]((try? Data(contentsOf: url)) ?? Data()))
    }
    let reports = try [[], bytes].map { form in
      try report(form) { $0.packs = [PackFolder(name: "overlay", files: files)] }
    }
    #expect(reports[0].count > 1000)
    #expect(reports[0] == reports[1])
  }

  @Test func anUnknownBenchmarkIsAnsweredWithAllThereAre() throws {
    let bytes = try ShippedForm.bytes()
    for form in [[], bytes] {
      var request = try ShippedForm.request(form)
      request.inputs = [InputFile(name: "plan.json", bytes: Array("{}".utf8))]
      request.benchmarks = [try BenchmarkRequest.parse("cis-aws-foundations@9.9.9")]
      var pipeline = CheckPipeline()
      do throws(CheckFailure) {
        _ = try pipeline.run(request)
        Issue.record("there is no such benchmark")
      } catch {
        guard case .selection(.unknownBenchmark(_, let known)) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(known.count >= 3)
      }
    }
  }

  @Test func ofOtherTextsItIsStale() throws {
    let bytes = try ShippedForm.bytes()
    var pipeline = CheckPipeline()
    _ = try pipeline.run(try ShippedForm.request())
    var files = pipeline.sources.files
    let last = try #require(files.last)
    files.removeLast()
    let stale: [[SourceFile]] = [
      files, files + [SourceFile(name: last.name, bytes: last.bytes + [0x0A])],
      files + [SourceFile(name: last.name + "x", bytes: last.bytes)], files + [last, last],
    ]
    for files in stale {
      #expect(throws: CompiledFormError.stale) {
        try CompiledPacks(FileBytes(bytes), of: files, firstFile: FileID(index: 0))
      }
    }
  }

  @Test func damagedOneIsRefusedAndTheTextsAreRead() throws {
    let bytes = try ShippedForm.bytes()
    let (plain, sources) = try checked(try ShippedForm.request())
    func read(_ bytes: [UInt8]) throws {
      let form = try CompiledPacks(
        FileBytes(bytes), of: sources.files, firstFile: FileID(index: 0))
      for index in form.programs.indices { _ = try form.program(at: index) }
    }
    try read(bytes)
    for count in [0, 1, 7, 8, 23, 24, 31, 32, 33, bytes.count / 2, bytes.count - 1] {
      #expect(throws: CompiledFormError.self, "\(count) bytes") {
        try read(Array(bytes.prefix(count)))
      }
    }
    #expect(throws: CompiledFormError.self) { try read(bytes + [0]) }
    for offset in stride(from: 0, to: bytes.count, by: 1 + bytes.count / 100) {
      var damaged = bytes
      damaged[offset] ^= 0x10
      #expect(throws: CompiledFormError.self, "byte \(offset)") { try read(damaged) }
    }
    var damaged = bytes
    damaged[bytes.count / 2] ^= 1
    let again = try checked(try ShippedForm.request(damaged)).0
    #expect(again.programText == plain.programText)
  }

  @Test func noBytesMakeTheReaderTrap() throws {
    let (plain, sources) = try checked(try ShippedForm.request())
    var writer = CompiledWriter()
    try writer.write(plain.program)
    let sizes = sources.files.map(\.bytes.count)
    func read(_ bytes: [UInt8]) throws -> Program {
      try CompiledReader.read(
        FileBytes(bytes), in: 0..<bytes.count, fileSizes: sizes, firstFile: FileID(index: 0)
      ) { (reader) throws(CompiledFormError) in try reader.program() }
    }
    _ = try read(writer.bytes)
    var state: UInt64 = 42
    var refused = 0
    for _ in 0..<60 {
      var bytes = writer.bytes
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 25)
      if (try? read(bytes)) == nil { refused += 1 }
    }
    #expect(refused > 0)
    for count in stride(from: 0, to: writer.bytes.count, by: 1 + writer.bytes.count / 20) {
      #expect(throws: CompiledFormError.self) { try read(Array(writer.bytes.prefix(count))) }
    }
  }

  /// Returns the pack in `folder` as it is read with `form`, which is sealed as if it were right.
  private func read(_ folder: PackFolder, _ form: [UInt8]) throws -> String {
    var sources = SourceMap()
    let ids = PackLoader.insert(folder, into: &sources)
    let bytes = FileBytes(CompiledPacks.sealed(form, [], of: sources.files))
    let compiled = try? CompiledPacks(bytes, of: sources.files, firstFile: FileID(index: 0))
    let (pack, problems) = PackLoader.load(folder, ids, into: &sources, compiled: compiled)
    #expect(problems.isEmpty)
    return "\(try #require(pack))"
  }

  @Test func noBytesMakeTheReaderOfBenchmarksTrap() throws {
    let folder = try #require(ShippedForm.packs().first { $0.name.hasSuffix("extras") })
    var sources = SourceMap()
    _ = PackLoader.insert(folder, into: &sources)
    let form = try CompiledPacks.compile(
      [folder], files: sources.files, programs: [])
    let content = Array(form.dropFirst(32))
    let plain = try read(folder, [])
    #expect(try read(folder, content) == plain)
    var changed = 0
    for offset in stride(from: 0, to: content.count, by: 1 + content.count / 200) {
      var damaged = content
      damaged[offset] ^= 0x41
      if try read(folder, damaged) != plain { changed += 1 }
    }
    #expect(changed > 0)
    for count in stride(from: 0, to: content.count, by: 1 + content.count / 20) {
      #expect(try read(folder, Array(content.prefix(count))) == plain)
    }
  }
}
