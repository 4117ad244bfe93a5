/// The stable name of a kind of diagnostic: never renamed, only retired.
///
/// Each has a page in `docs/diagnostics`, named after its raw value.
package enum DiagnosticID: String, CaseIterable, Sendable {
  case bidirectionalControl = "bidirectional-control"
  case expectedExpression = "expected-expression"
  case jsonDuplicateKey = "json-duplicate-key"
  case jsonSyntax = "json-syntax"
  case yamlAlias = "yaml-alias"
  case yamlAmbiguousScalar = "yaml-ambiguous-scalar"
  case yamlComplexKey = "yaml-complex-key"
  case yamlControlCharacter = "yaml-control-character"
  case yamlDuplicateKey = "yaml-duplicate-key"
  case yamlEmpty = "yaml-empty"
  case yamlMultipleDocuments = "yaml-multiple-documents"
  case yamlNotUTF8 = "yaml-not-utf8"
  case yamlSyntax = "yaml-syntax"
  case yamlTag = "yaml-tag"
  case yamlTooDeep = "yaml-too-deep"
}
