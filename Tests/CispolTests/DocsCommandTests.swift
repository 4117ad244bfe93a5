import Foundation
import TestSupport
import Testing

@Suite struct DocsCommandTests {
  private static let pack = "policies/cis-aws-foundations"

  /// Returns what the command writes about `pack`, by path.
  private static func pages(_ arguments: String..., of pack: String = pack) throws -> [String:
    String]
  {
    let folder = try Folder()
    let result = try Program.run(["docs", pack, "--output", folder.path] + arguments)
    #expect(result.code == 0, "\(result.problems)")
    #expect(result.problems.isEmpty)
    var pages: [String: String] = [:]
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for name in names where !URL(filePath: name).pathExtension.isEmpty {
      pages[name] = try String(contentsOf: folder.file(name), encoding: .utf8)
    }
    let noun = pages.count == 1 ? "file" : "files"
    #expect(result.output == "\(pages.count) \(noun) in \(folder.path)/\n")
    return pages
  }

  @Test func aRuleOfThePackStandsBeforeOneOfTheSameNameThatIsRequired() throws {
    func rule(_ title: String, _ count: Int) -> String {
      "/// \(title).\nrule same { for host in base.Host require host.cores > \(count) }\n"
    }
    let folder = try Folder([
      "base/pack.yaml": "pack: base\nversion: 1.0.0\ntitle: Base\n",
      "base/schema.cispol": "resource base.Host { name: String key  cores: Int }\n",
      "base/all.cispol": rule("Of base", 1),
      "own/pack.yaml": "pack: own\nversion: 1.0.0\ntitle: Own\nrequires:\n  base: 1.0.0\n",
      "own/all.cispol": rule("Of own", 2),
      "own/benchmarks/own.yaml": """
      benchmark: own
      version: "1.0"
      title: Own
      sections: [{id: "1", title: One}]
      controls:
        - {id: "1.1", slug: hosts, title: Hosts, section: "1", level: 1, assessment: automated,
           rules: [same]}

      """,
    ])
    let (site, first) = (folder.file("site").path, folder.file("own").path)
    let result = try Program.run(
      "docs", first, folder.file("base").path, "--output", site, "--format", "markdown")
    #expect(result.code == 0, "\(result.problems)")
    for page in ["controls/hosts", "rules/same"] {
      let text = try String(contentsOf: folder.file("site/own/\(page).md"), encoding: .utf8)
      #expect(text.contains("Of own") && !text.contains("Of base"))
    }
  }

  @Test func aFolderWithoutANameIsRefused() throws {
    let result = try Program.run("docs", Self.pack, "--output", "")
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.problems.contains("--output must name a folder"))
  }

  @Test func everyRuleControlAndBenchmarkHasItsPages() throws {
    let pages = try Self.pages()
    let root = "cis-aws-foundations"
    for ending in ["html", "md"] {
      for page in ["index", "rules/access_keys_rotated", "controls/iam-root-mfa"] {
        #expect(pages["\(root)/\(page).\(ending)"] != nil)
      }
      for version in ["1.2.0", "1.3.0", "1.4.0"] {
        #expect(pages["\(root)/benchmarks/\(root)-\(version).\(ending)"] != nil)
        #expect(pages["\(root)/benchmarks/\(root)-\(version)-matrix.\(ending)"] != nil)
      }
    }
    let rule = try #require(pages["\(root)/rules/access_keys_rotated.md"])
    for part in [
      "Active access keys are young", "applies where `key.status == Active`",
      "requires `age < max_age + 1d`", "| `max_age` | `Duration` | `90d` | 1d to 365d |",
      "`aws.iam.AccessKey.created_at`", "## What to do", "## Corner cases and tests", "`unknown`",
      "## Controls that it decides", "[1.14](../controls/", "**Impact:** possible;",
      "| `aws.iam.AccessKey.created_at` | When the key was created. | `iam:ListAccessKeys` |",
    ] {
      #expect(rule.contains(part), "the page of the rule lacks \(part)")
    }
    let control = try #require(pages["\(root)/controls/iam-root-mfa.md"])
    for part in [
      "[root\\_has\\_mfa](../rules/root_has_mfa.md)", "## Why it matters", "## How it is decided",
      "## What is read", "must be allowed `iam:Ge", "## What to do", "**Impact:** safe;",
      "## In each version",
    ] {
      #expect(control.contains(part), "the page of the control lacks \(part)")
    }
    let newest = try #require(pages["\(root)/benchmarks/\(root)-7.0.0.md"])
    let section = try #require(newest.range(of: "\n## 2 Identity and Access Management\n"))
    let part = try #require(newest.range(of: "\n### 2.1 Organizations\n"))
    #expect(section.upperBound < part.lowerBound)
  }

  @Test func everyLinkLeadsToAPage() throws {
    let pages = try Self.pages("--format", "html")
    var count = 0
    for (path, text) in pages where path.hasSuffix(".html") {
      for match in text.matches(of: /href="([^"]+)"/) where !match.1.hasPrefix("http") {
        let target = URL(filePath: "/" + path).deletingLastPathComponent()
          .appending(path: String(match.1)).standardized.path.dropFirst()
        #expect(pages[String(target)] != nil, "\(path) leads to \(match.1)")
        count += 1
      }
    }
    #expect(count > 1000)
  }

  @Test func twoRunsWriteTheSame() throws {
    #expect(try Self.pages() == Self.pages())
  }

  @Test func aShippedPackIsKnownByItsName() throws {
    let pages = try Self.pages("--format", "markdown", of: "aws")
    #expect(pages["aws/index.md"]?.contains("# Amazon Web Services") == true)
    #expect(pages.keys.allSatisfy { $0.hasSuffix(".md") })
  }

  @Test func aFolderThatIsThereIsMeantAndNotTheShippedPack() throws {
    let rule = "rule r {\n  for b in aws.s3.Bucket\n  require b.is_versioned\n}\n"
    let folder = try Folder([
      "aws-extras/pack.yaml": "pack: own\nversion: 1.0.0\ntitle: Own\nrequires:\n  aws: 0.1.0\n",
      "aws-extras/own.cispol": rule,
    ])
    let arguments = ["docs", "aws-extras", "--output", "site"]
    #expect(try Program.run(arguments, in: folder).code == 0)
    let exists = FileManager.default.fileExists(atPath: folder.file("site/own/index.md").path)
    #expect(exists)
  }

  @Test(arguments: ["..", ".", ".hidden"])
  func noNameLeadsOutOfTheFolderOfThePages(_ name: String) throws {
    let rule = "rule r {\n  for b in aws.s3.Bucket\n  require b.is_versioned\n}\n"
    let folder = try Folder([
      "p/pack.yaml": "pack: \"\(name)\"\nversion: 1.0.0\ntitle: T\nrequires:\n  aws: 0.1.0\n",
      "p/own.cispol": rule,
    ])
    let result = try Program.run(["docs", "p", "--output", "site"], in: folder)
    #expect(result.code == 2)
    #expect(result.problems.contains("expected a name of letters, digits, `-`, `_` and `.`, which"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["p"])
  }

  @Test func packsWithMistakesHaveNoPages() throws {
    let folder = try Folder.pack("rule r { for b in aws.s3.Bucket require b.nmae == 1 }")
    let result = try Program.run("docs", folder.path, "--output", folder.file("site").path)
    #expect(result.code == 2)
    #expect(result.problems.contains("unknown-attribute"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("site").path))
  }

  @Test(arguments: [
    (
      "permissions:\n  aws.s3.Buckt:\n    list: [s3:ListAllMyBuckets]\n",
      "did you mean `aws.s3.Bucket`?"
    ),
    (
      "permissions:\n  aws.s3.Bucket:\n    attributes: {polcy: s3:GetBucketPolicy}\n",
      "did you mean `policy`?"
    ),
    ("permissions:\n  aws.s3.Bucket:\n    lists: [s3:ListAllMyBuckets]\n", "lists"),
    ("actions: []\n", "permissions"),
  ])
  func permissionsAreReadStrictly(text: String, expected: String) throws {
    let rule = "rule r {\n  for b in aws.s3.Bucket\n  require b.name is not empty\n}\n"
    let folder = try Folder([
      "pack.yaml": "pack: own\nversion: 1.0.0\ntitle: Own\nrequires:\n  aws: 0.1.0\n",
      "own.cispol": rule, "permissions.yaml": text,
    ])
    let result = try Program.run("docs", folder.path, "--output", folder.file("site").path)
    #expect(result.code == 2)
    #expect(result.problems.contains(expected), "\(result.problems)")
  }

  @Test func permissionsAreShownWithWhatNeedsThem() throws {
    let rule = "rule r {\n  for b in aws.s3.Bucket\n  require b.is_versioned\n}\n"
    let folder = try Folder([
      "pack.yaml": "pack: own\nversion: 1.0.0\ntitle: Own\nrequires:\n  aws: 0.1.0\n",
      "own.cispol": rule,
      "permissions.yaml":
        "permissions:\n  aws.s3.Bucket:\n    list: [s3:ListAllMyBuckets]\n    attributes:\n      is_versioned: s3:GetBucketVersioning\n      policy: s3:GetBucketPolicy\n",
    ])
    let pages = try Self.pages("--format", "markdown", of: folder.path)
    let page = try #require(pages["own/rules/r.md"])
    #expect(page.contains("must be allowed"))
    #expect(page.contains("`s3:GetBucketVersioning`") && page.contains("`s3:ListAllMyBuckets`"))
    #expect(!page.contains("s3:GetBucketPolicy"))
  }
}
