import Diagnostics
import Foundation
import Pipelines
import PolicyIR
import PolicyPacks
import SourceText
import TestSupport
import Testing

/// Packs that are checked on the compiled program of the packs that they require are what they are
/// with these as texts, and so is all that is wrong with them.
@Suite struct CompiledBaseTests {
  /// Folders of packs that require shipped ones.
  private static let folders = ["examples/org-rules", "examples/overlay", "benchmarks/pack"]

  /// Returns packs that require shipped ones.
  private static func packs() throws -> [PackFolder] {
    try folders.map { try ShippedPacks.folder($0) } + [own]
  }

  /// A pack that sees what shipped ones declare, and declares what could be confused with it.
  private static let own = PackFolder(
    name: "own",
    files: [
      ("pack.yaml", "pack: own\nversion: 1.0.0\ntitle: Own\nrequires: {aws: 0.1.0}\n"),
      (
        "own.cispol",
        """
        resource own.Bucket {
          name: String key
          bucket: aws.s3.Bucket?
          trail: aws.cloudtrail.Trail?
        }
        resource own.Owner {
          name: String key
          buckets: [own.Owned] inverse of owner
        }
        resource own.Owned {
          name: String key
          owner: own.Owner
        }
        struct own.Rule {
          port: Int
          next: [own.Part]
        }
        struct own.Part {
          sort: own.ReadWriteType
        }
        enum own.ReadWriteType {
          All
          Some
        }
        map terraform "own_bucket" to own.Bucket {
          name = raw.name
          bucket = raw.bucket as aws.s3.Bucket?
        }
        fn is_recording_everywhere(owner: own.Owner) -> Bool = owner.buckets is not empty
        fn calls(trail: aws.cloudtrail.Trail) -> Bool = trail.is_multi_region and twice(trail)
        fn twice(trail: aws.cloudtrail.Trail) -> Bool = trail.is_logging
        /// Trails log.
        rule trails_log {
          for trail in aws.cloudtrail.Trail
          where calls(trail)
          require trail.name != ""
            else "{trail.name} is silent"
        }
        rule owners_own {
          for owner in own.Owner
          require is_recording_everywhere(owner)
        }
        """
      ),
    ].map { .init(path: $0.0, bytes: Array($0.1.utf8)) })

  /// Returns what is said of `packs`: their program, or what is wrong with them, and the report on the
  /// plan of the examples.
  private func answer(_ packs: [PackFolder], _ form: [UInt8]) throws -> String {
    var request = try ShippedForm.request(form)
    request.packs = packs
    var text = ""
    for inputs in [[], [try plan()]] {
      request.inputs = inputs
      var pipeline = CheckPipeline()
      do {
        switch try pipeline.run(request) {
        case .checked(let checked):
          // Its terms may have other numbers.
          let names = Set(checked.program.rules.map(\.pack))
          text += ProgramText(checked.program).text(ofPacks: names)
          try checked.program.verify()
        case .evaluated(let run): text += run.json
        }
      } catch let failure as CheckFailure {
        text += "\(failure)"
      }
      text += pipeline.diagnostics.report(in: pipeline.sources)
    }
    return text
  }

  private func plan() throws -> InputFile {
    let path = ShippedPacks.project.appending(path: "examples/quickstart/plan.json")
    return InputFile(name: "plan.json", bytes: [UInt8](try Data(contentsOf: path)))
  }

  @Test func thereIsAProgramOfEachPackWithThoseItRequires() throws {
    var pipeline = CheckPipeline()
    _ = try pipeline.run(try ShippedForm.request())
    let form = try CompiledPacks(
      FileBytes(try ShippedForm.bytes()), of: pipeline.sources.files, firstFile: FileID(index: 0))
    #expect(
      form.programs == [
        ["aws", "cis-aws-foundations", "aws-extras"], ["aws"], ["aws", "cis-aws-foundations"],
      ])
    for index in form.programs.indices { try form.program(at: index).verify() }
  }

  @Test(arguments: 0..<4) func theyAreTheSameOnIt(_ index: Int) throws {
    let pack = try Self.packs()[index]
    let plain = try answer([pack], [])
    #expect(plain.count > 1000, "\(plain)")
    #expect(try answer([pack], try ShippedForm.bytes()) == plain)
  }

  @Test func severalAreTheSameOnIt() throws {
    let all = try Self.packs()
    for packs in [[0, 1], [1, 0], [2, 3, 0]].map({ $0.map { all[$0] } }) {
      #expect(try answer(packs, try ShippedForm.bytes()) == answer(packs, []))
    }
  }

  @Test func onesThatStandInForShippedOnesAreRead() throws {
    let aws = try #require(ShippedForm.packs().first { $0.name.hasSuffix("aws") })
    let files = aws.files.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      let changed = text.replacing("fn is_recording_everywhere(", with: "fn is_recording(")
      return PackFolder.File(path: file.path, bytes: Array(changed.utf8))
    }
    let other = PackFolder(name: "aws", files: files)
    for packs in [[other], [other, Self.own], [Self.own, other]] {
      #expect(try answer(packs, try ShippedForm.bytes()) == answer(packs, []))
    }
  }

  /// Whatever is wrong with them.
  @Test func mistakesAreTheSameOnIt() throws {
    let packs = try Self.packs()
    var random = SeededRandom(seed: 11)
    var answers: Set<String> = []
    for round in 0..<24 {
      let pack = packs[round % packs.count]
      let policies = pack.files.indices.filter { pack.files[$0].path.hasSuffix(".cispol") }
      let file = pack.files[random.pick(policies)]
      var words = String(decoding: file.bytes, as: UTF8.self).split(
        separator: " ", omittingEmptySubsequences: false)
      let place = Int(random.next() % UInt64(words.count))
      switch random.next() % 3 {
      case 0: words.remove(at: place)
      case 1: words[place] = random.pick(words)
      default: words.swapAt(place, Int(random.next() % UInt64(words.count)))
      }
      let changed = PackFolder.File(
        path: file.path, bytes: Array(words.joined(separator: " ").utf8))
      let broken = PackFolder(
        name: pack.name, files: pack.files.map { $0.path == file.path ? changed : $0 })
      let plain = try answer([broken], [])
      #expect(try answer([broken], try ShippedForm.bytes()) == plain, "round \(round)")
      answers.insert(plain)
    }
    #expect(answers.count > 10)
  }
}
