import Foundation
import TestSupport
import Testing

@Suite struct TestCommandTests {
  private static func pack(given path: String) throws -> Folder {
    let plan = try String(contentsOfFile: Program.plan, encoding: .utf8)
    return try Folder([
      "outside.json": plan,
      "own/pack.yaml": "pack: own\nversion: 1.0.0\ntitle: Own\nrequires:\n  aws: 0.1.0\n",
      "own/rules.cispol": """
      rule buckets_named {
        for bucket in aws.s3.Bucket
        require bucket.name is not empty
      }
      """,
      "own/fixtures/plan.json": plan,
      "own/tests/area/buckets.cispol": """
      test buckets_named {
        case "a plan" {
          given terraform "\(path)"
          expect pass
        }
      }
      """,
    ])
  }

  @Test(arguments: ["../../fixtures/plan.json", "./../../fixtures/./plan.json"])
  func aPlanMayStandAnywhereInThePack(path: String) throws {
    let folder = try Self.pack(given: path)
    let result = try Program.run("test", folder.file("own").path)
    #expect(result.code == 0, "\(result.output)\(result.problems)")
    #expect(result.output.contains("1 case of 1 rule: all pass"))
  }

  @Test(arguments: ["../../../outside.json", "../../../own/fixtures/plan.json", "/etc/passwd"])
  func aPlanOutsideOfThePackIsNotRead(path: String) throws {
    let folder = try Self.pack(given: path)
    let result = try Program.run("test", folder.file("own").path)
    #expect(result.code == 1)
    #expect(result.output.contains("is not in the pack of the test"), "\(result.output)")
  }

  @Test func theShippedPacksPass() throws {
    let result = try Program.run("test", "policies")
    #expect(result.code == 0, "\(result.output)\(result.problems)")
  }
}
