/// The stable name of a lint rule: never renamed, only retired.
///
/// Each has a page in `docs/lint` and a folder of cases, both named after its raw value.
package enum LintRuleID: String, CaseIterable, Hashable, Sendable {
  case braceInMessage = "brace-in-message"
  case broadWaiver = "broad-waiver"
  case constantCondition = "constant-condition"
  case controlWithoutRule = "control-without-rule"
  case deprecatedName = "deprecated-name"
  case malformedAllowance = "malformed-allowance"
  case messageNamesNoResource = "message-names-no-resource"
  case missingDoc = "missing-doc"
  case missingMessage = "missing-message"
  case missingRemediation = "missing-remediation"
  case missingSeverity = "missing-severity"
  case missingTest = "missing-test"
  case plainRegex = "plain-regex"
  case regexForDomainType = "regex-for-domain-type"
  case ruleInNoBenchmark = "rule-in-no-benchmark"
  case ruleNeverApplies = "rule-never-applies"
  case ruleNeverFails = "rule-never-fails"
  case ruleNeverPasses = "rule-never-passes"
  case shadowedName = "shadowed-name"
  case textForDomainType = "text-for-domain-type"
  case unusedAllowance = "unused-allowance"
  case unusedFunction = "unused-function"
  case unusedImport = "unused-import"
  case unusedLet = "unused-let"
  case unusedParameter = "unused-parameter"
  case worldAsBlock = "world-as-block"

  /// The rule of this name.
  package var rule: any LintRule.Type {
    switch self {
    case .braceInMessage: BraceInMessageRule.self
    case .broadWaiver: BroadWaiverRule.self
    case .constantCondition: ConstantConditionRule.self
    case .controlWithoutRule: ControlWithoutRuleRule.self
    case .deprecatedName: DeprecatedNameRule.self
    case .malformedAllowance: MalformedAllowanceRule.self
    case .messageNamesNoResource: MessageNamesNoResourceRule.self
    case .missingDoc: MissingDocRule.self
    case .missingMessage: MissingMessageRule.self
    case .missingRemediation: MissingRemediationRule.self
    case .missingSeverity: MissingSeverityRule.self
    case .missingTest: MissingTestRule.self
    case .plainRegex: PlainRegexRule.self
    case .regexForDomainType: RegexForDomainTypeRule.self
    case .ruleInNoBenchmark: RuleInNoBenchmarkRule.self
    case .ruleNeverApplies: RuleNeverAppliesRule.self
    case .ruleNeverFails: RuleNeverFailsRule.self
    case .ruleNeverPasses: RuleNeverPassesRule.self
    case .shadowedName: ShadowedNameRule.self
    case .textForDomainType: TextForDomainTypeRule.self
    case .unusedAllowance: UnusedAllowanceRule.self
    case .unusedFunction: UnusedFunctionRule.self
    case .unusedImport: UnusedImportRule.self
    case .unusedLet: UnusedLetRule.self
    case .unusedParameter: UnusedParameterRule.self
    case .worldAsBlock: WorldAsBlockRule.self
    }
  }
}
