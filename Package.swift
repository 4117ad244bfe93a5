// swift-tools-version: 6.3

import PackageDescription

// One section per layer, lowest first; targets alphabetical inside a section. Which target may
// import which is the table in docs/modules.md, and LayeringTests holds both to it.

/// The settings every Swift target shares.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Returns a library target named `name`.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The targets below that have a test target, and `Architecture`, which looks at all of them.
let tested = [
  "Architecture",
  "Cispol",
  "Collectors",
  "Compliance",
  "DomainValues",
  "GraphIngest",
  "PackDocumentation",
  "Parallelism",
  "PolicyChecker",
  "PolicyEvaluator",
  "PolicyFormatter",
  "PolicyInterpreter",
  "PolicyLinter",
  "PolicyPacks",
  "PolicyParser",
  "PolicyTesting",
  "Reporters",
  "ResourceMapping",
  "ResourceModel",
  "StructuredText",
]

/// What tests may look at.
let testDependencies: [Target.Dependency] = [
  "Collectors", "Compliance", "Diagnostics", "DomainValues", "GraphIngest", "PackDocumentation",
  "Parallelism", "Pipelines", "PolicyChecker", "PolicyEvaluator", "PolicyFormatter", "PolicyIR",
  "PolicyInterpreter", "PolicyLinter", "PolicyPacks", "PolicyParser",
  "PolicySyntax", "PolicyTesting", "Reporters", "ResourceMapping", "ResourceModel", "SourceText",
  "StructuredText",
]

/// The folders below those of test targets whose files tests read by their paths.
let caseFolders = [
  "DomainValues": ["Cases"],
  "PolicyChecker": ["Cases", "Prelude"],
  "PolicyFormatter": ["Cases"],
  "PolicyLinter": ["Cases"],
  "PolicyParser": ["Cases"],
  "PolicyTesting": ["Cases"],
  "Reporters": ["Cases"],
]

/// Returns the test target of the target called `name`; tests may look at every other one too.
func tests(of name: String) -> Target {
  .testTarget(
    name: "\(name)Tests",
    // The tests of the program run it, so it has to be there.
    dependencies: testDependencies + ["TestSupport"] + (name == "Cispol" ? ["cispol"] : []),
    exclude: caseFolders[name] ?? [], swiftSettings: strict)
}

let package = Package(
  name: "cispol",
  products: [
    .executable(name: "cispol", targets: ["cispol"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Layer 0: text and what can be said about it.
    .target(name: "CByteScan"),
    .target(name: "CLargePages"),
    .systemLibrary(
      name: "CLibPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    library("Diagnostics", ["SourceText"]),
    library("Parallelism"),
    library("SourceText", ["CByteScan", "CLargePages"]),

    // Layer 1: readers of text.
    library("DomainValues", ["CLibPCRE2", "SourceText", "StructuredText"]),
    library(
      "PolicyParser",
      ["CByteScan", "Diagnostics", "PolicySyntax", "SourceText", "StructuredText"]),
    library("PolicySyntax", ["SourceText"]),
    library("StructuredText", ["CByteScan", "CLibYAML", "Diagnostics", "SourceText"]),

    // Layer 2: what rules speak about, and the typed program.
    library("PolicyIR", ["DomainValues", "ResourceModel", "SourceText"]),
    library("ResourceModel", ["CByteScan", "DomainValues", "Parallelism", "SourceText"]),

    // Layer 3: from text to program, from source to graph, from both to statuses.
    library("Collectors", ["Diagnostics", "ResourceModel", "SourceText", "StructuredText"]),
    library(
      "PolicyChecker",
      [
        "Diagnostics", "DomainValues", "PolicyIR", "PolicySyntax", "ResourceModel", "SourceText",
      ]),
    library(
      "GraphIngest",
      [
        "CByteScan", "Diagnostics", "DomainValues", "PolicyIR", "ResourceModel", "SourceText",
        "StructuredText",
      ]),
    library(
      "PolicyInterpreter",
      ["CByteScan", "DomainValues", "PolicyIR", "ResourceModel", "SourceText", "StructuredText"]),
    library(
      "PolicyEvaluator",
      [
        "CByteScan", "DomainValues", "Parallelism", "PolicyIR", "PolicyInterpreter",
        "ResourceModel", "SourceText",
      ]),
    library(
      "ResourceMapping",
      ["DomainValues", "PolicyIR", "PolicyInterpreter", "ResourceModel", "SourceText"]),

    // Layer 4: what to run, and what it means.
    library(
      "Compliance",
      [
        "DomainValues", "Parallelism", "PolicyEvaluator", "PolicyInterpreter", "PolicyIR",
        "PolicyPacks", "ResourceModel", "SourceText",
      ]
    ),
    .target(name: "EmbeddedPacks"),
    library(
      "PolicyPacks",
      ["Diagnostics", "DomainValues", "PolicyIR", "ResourceModel", "SourceText", "StructuredText"]),

    // Layer 5: what people and programs see.
    library(
      "PackDocumentation",
      [
        "PolicyIR", "PolicyInterpreter", "PolicyPacks", "ResourceModel", "SourceText",
        "StructuredText",
      ]),
    library(
      "PolicyFormatter",
      ["Diagnostics", "PolicyParser", "PolicySyntax", "SourceText"]),
    library(
      "PolicyLinter",
      [
        "Diagnostics", "DomainValues", "PolicyIR", "PolicyPacks", "PolicySyntax", "ResourceModel",
        "SourceText", "StructuredText",
      ]),
    library("PolicyScaffolds", ["ResourceModel"]),
    library(
      "PolicyTesting",
      [
        "Collectors", "Compliance", "Diagnostics", "DomainValues", "Parallelism", "PolicyIR",
        "PolicyInterpreter", "PolicyPacks", "ResourceMapping", "ResourceModel", "SourceText",
      ]),
    library(
      "Reporters",
      [
        "Compliance", "Diagnostics", "DomainValues", "PolicyIR", "PolicyInterpreter",
        "PolicyLinter", "PolicyPacks", "ResourceModel", "SourceText",
      ]),

    // Layer 6: the only place where stages are put in order.
    library(
      "Pipelines",
      [
        "Collectors", "Compliance", "Diagnostics", "DomainValues", "GraphIngest",
        "PackDocumentation", "Parallelism", "PolicyChecker", "PolicyFormatter", "PolicyIR",
        "PolicyInterpreter", "PolicyLinter", "PolicyPacks", "PolicyParser", "PolicyScaffolds",
        "PolicySyntax", "PolicyTesting", "Reporters", "ResourceMapping", "ResourceModel",
        "SourceText", "StructuredText",
      ]),

    // Layer 7: the program.
    .executableTarget(
      name: "cispol",
      dependencies: [
        "Compliance", "Diagnostics", "DomainValues", "EmbeddedPacks", "GraphIngest", "Pipelines",
        "PolicyLinter", "PolicyPacks", "PolicyScaffolds", "PolicyTesting", "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // What the tests share.
    .target(
      name: "TestSupport", dependencies: testDependencies, path: "Tests/Support",
      swiftSettings: strict),
  ] + tested.map(tests(of:)),
  swiftLanguageModes: [.v6]
)
