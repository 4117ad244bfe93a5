// Written by scripts/embed-packs.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "EmbeddedPacks.h"

static const unsigned char file_0[] = {
#embed "../../docs/diagnostics/absent-without-context.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../docs/diagnostics/ambiguous-function.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../docs/diagnostics/ambiguous-type.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../docs/diagnostics/assigned-inverse.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../docs/diagnostics/attestation-of-automated.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../docs/diagnostics/bare-negation.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../docs/diagnostics/bidirectional-control.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../docs/diagnostics/case-name-is-no-column.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../docs/diagnostics/case-without-expectation.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../docs/diagnostics/case-without-rows.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../docs/diagnostics/cast-of-typed.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../docs/diagnostics/chained-comparison.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../docs/diagnostics/constant-comparison.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../docs/diagnostics/control-character.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../docs/diagnostics/control-without-version.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../docs/diagnostics/duplicate-benchmark.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../docs/diagnostics/duplicate-control.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../docs/diagnostics/duplicate-name.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_18[] = {
#embed "../../docs/diagnostics/duplicate-pack.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_19[] = {
#embed "../../docs/diagnostics/duplicate-section.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_20[] = {
#embed "../../docs/diagnostics/duplicate-waiver.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_21[] = {
#embed "../../docs/diagnostics/empty-pack.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_22[] = {
#embed "../../docs/diagnostics/empty-policy.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_23[] = {
#embed "../../docs/diagnostics/empty-reason.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_24[] = {
#embed "../../docs/diagnostics/enum-case-without-context.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_25[] = {
#embed "../../docs/diagnostics/expected-declaration.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_26[] = {
#embed "../../docs/diagnostics/expected-expression.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_27[] = {
#embed "../../docs/diagnostics/expected-item.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_28[] = {
#embed "../../docs/diagnostics/expected-name.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_29[] = {
#embed "../../docs/diagnostics/expected-string.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_30[] = {
#embed "../../docs/diagnostics/expected-token.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_31[] = {
#embed "../../docs/diagnostics/expected-type-member.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_32[] = {
#embed "../../docs/diagnostics/expected-type-name.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_33[] = {
#embed "../../docs/diagnostics/fixture-outside-test.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_34[] = {
#embed "../../docs/diagnostics/folded-comment.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_35[] = {
#embed "../../docs/diagnostics/foreign-operator.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_36[] = {
#embed "../../docs/diagnostics/former-name.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_37[] = {
#embed "../../docs/diagnostics/function-parameter-default.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_38[] = {
#embed "../../docs/diagnostics/input-binary-plan.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_39[] = {
#embed "../../docs/diagnostics/input-empty.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_40[] = {
#embed "../../docs/diagnostics/input-graph-shape.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_41[] = {
#embed "../../docs/diagnostics/input-is-state.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_42[] = {
#embed "../../docs/diagnostics/input-not-a-plan.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_43[] = {
#embed "../../docs/diagnostics/input-not-json.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_44[] = {
#embed "../../docs/diagnostics/input-truncated.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_45[] = {
#embed "../../docs/diagnostics/input-unsupported-version.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_46[] = {
#embed "../../docs/diagnostics/input-wrong-shape.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_47[] = {
#embed "../../docs/diagnostics/invalid-utf8.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_48[] = {
#embed "../../docs/diagnostics/inverse-is-no-list.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_49[] = {
#embed "../../docs/diagnostics/inverse-of-another.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_50[] = {
#embed "../../docs/diagnostics/inverse-of-inverse.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_51[] = {
#embed "../../docs/diagnostics/invisible-type.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_52[] = {
#embed "../../docs/diagnostics/json-duplicate-key.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_53[] = {
#embed "../../docs/diagnostics/json-needs-cast.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_54[] = {
#embed "../../docs/diagnostics/json-syntax.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_55[] = {
#embed "../../docs/diagnostics/key-outside-resource.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_56[] = {
#embed "../../docs/diagnostics/malformed-bounds.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_57[] = {
#embed "../../docs/diagnostics/malformed-literal.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_58[] = {
#embed "../../docs/diagnostics/malformed-number.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_59[] = {
#embed "../../docs/diagnostics/mapping-function-outside-mapping.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_60[] = {
#embed "../../docs/diagnostics/misplaced-statement.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_61[] = {
#embed "../../docs/diagnostics/missing-cases.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_62[] = {
#embed "../../docs/diagnostics/missing-pack-file.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_63[] = {
#embed "../../docs/diagnostics/missing-statement.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_64[] = {
#embed "../../docs/diagnostics/missing-yaml-key.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_65[] = {
#embed "../../docs/diagnostics/needless-default.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_66[] = {
#embed "../../docs/diagnostics/needless-guard.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_67[] = {
#embed "../../docs/diagnostics/nesting-too-deep.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_68[] = {
#embed "../../docs/diagnostics/non-ascii-name.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_69[] = {
#embed "../../docs/diagnostics/not-a-collection.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_70[] = {
#embed "../../docs/diagnostics/not-a-starting-point.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_71[] = {
#embed "../../docs/diagnostics/not-a-structure.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_72[] = {
#embed "../../docs/diagnostics/not-an-enumeration.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_73[] = {
#embed "../../docs/diagnostics/not-constant.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_74[] = {
#embed "../../docs/diagnostics/not-iterable.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_75[] = {
#embed "../../docs/diagnostics/not-subscriptable.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_76[] = {
#embed "../../docs/diagnostics/number-out-of-range.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_77[] = {
#embed "../../docs/diagnostics/operator-mismatch.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_78[] = {
#embed "../../docs/diagnostics/optional-needs-guard.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_79[] = {
#embed "../../docs/diagnostics/pack-version-mismatch.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_80[] = {
#embed "../../docs/diagnostics/pack-without-rules.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_81[] = {
#embed "../../docs/diagnostics/pair-needs-map.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_82[] = {
#embed "../../docs/diagnostics/parameter-out-of-bounds.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_83[] = {
#embed "../../docs/diagnostics/parameter-without-default.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_84[] = {
#embed "../../docs/diagnostics/path-leads-elsewhere.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_85[] = {
#embed "../../docs/diagnostics/population-is-no-resource.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_86[] = {
#embed "../../docs/diagnostics/private-function.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_87[] = {
#embed "../../docs/diagnostics/recursive-function.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_88[] = {
#embed "../../docs/diagnostics/recursive-structure.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_89[] = {
#embed "../../docs/diagnostics/reserved-name.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_90[] = {
#embed "../../docs/diagnostics/row-without-columns.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_91[] = {
#embed "../../docs/diagnostics/stray-file.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_92[] = {
#embed "../../docs/diagnostics/stray-yaml-else.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_93[] = {
#embed "../../docs/diagnostics/type-mismatch.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_94[] = {
#embed "../../docs/diagnostics/unclosed-brace.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_95[] = {
#embed "../../docs/diagnostics/unexpected-text.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_96[] = {
#embed "../../docs/diagnostics/unexpected-word.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_97[] = {
#embed "../../docs/diagnostics/unknown-attribute.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_98[] = {
#embed "../../docs/diagnostics/unknown-benchmark.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_99[] = {
#embed "../../docs/diagnostics/unknown-control.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_100[] = {
#embed "../../docs/diagnostics/unknown-enum-case.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_101[] = {
#embed "../../docs/diagnostics/unknown-escape.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_102[] = {
#embed "../../docs/diagnostics/unknown-function.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_103[] = {
#embed "../../docs/diagnostics/unknown-name.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_104[] = {
#embed "../../docs/diagnostics/unknown-pack.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_105[] = {
#embed "../../docs/diagnostics/unknown-parameter.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_106[] = {
#embed "../../docs/diagnostics/unknown-rule.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_107[] = {
#embed "../../docs/diagnostics/unknown-section.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_108[] = {
#embed "../../docs/diagnostics/unknown-survivor.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_109[] = {
#embed "../../docs/diagnostics/unknown-type.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_110[] = {
#embed "../../docs/diagnostics/unknown-unit.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_111[] = {
#embed "../../docs/diagnostics/unknown-yaml-key.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_112[] = {
#embed "../../docs/diagnostics/unrecognized-character.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_113[] = {
#embed "../../docs/diagnostics/unsound-format.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_114[] = {
#embed "../../docs/diagnostics/unterminated-regex.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_115[] = {
#embed "../../docs/diagnostics/unterminated-string.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_116[] = {
#embed "../../docs/diagnostics/waived-without-waiver.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_117[] = {
#embed "../../docs/diagnostics/waiver-too-long.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_118[] = {
#embed "../../docs/diagnostics/wrong-argument-count.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_119[] = {
#embed "../../docs/diagnostics/wrong-row-length.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_120[] = {
#embed "../../docs/diagnostics/wrong-yaml-kind.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_121[] = {
#embed "../../docs/diagnostics/yaml-alias.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_122[] = {
#embed "../../docs/diagnostics/yaml-ambiguous-scalar.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_123[] = {
#embed "../../docs/diagnostics/yaml-complex-key.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_124[] = {
#embed "../../docs/diagnostics/yaml-control-character.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_125[] = {
#embed "../../docs/diagnostics/yaml-duplicate-key.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_126[] = {
#embed "../../docs/diagnostics/yaml-empty.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_127[] = {
#embed "../../docs/diagnostics/yaml-multiple-documents.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_128[] = {
#embed "../../docs/diagnostics/yaml-not-utf8.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_129[] = {
#embed "../../docs/diagnostics/yaml-syntax.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_130[] = {
#embed "../../docs/diagnostics/yaml-tag.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_131[] = {
#embed "../../docs/diagnostics/yaml-too-deep.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_132[] = {
#embed "../../docs/lint/brace-in-message.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_133[] = {
#embed "../../docs/lint/broad-waiver.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_134[] = {
#embed "../../docs/lint/constant-condition.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_135[] = {
#embed "../../docs/lint/control-without-rule.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_136[] = {
#embed "../../docs/lint/deprecated-name.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_137[] = {
#embed "../../docs/lint/malformed-allowance.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_138[] = {
#embed "../../docs/lint/message-names-no-resource.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_139[] = {
#embed "../../docs/lint/missing-doc.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_140[] = {
#embed "../../docs/lint/missing-message.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_141[] = {
#embed "../../docs/lint/missing-remediation.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_142[] = {
#embed "../../docs/lint/missing-severity.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_143[] = {
#embed "../../docs/lint/missing-test.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_144[] = {
#embed "../../docs/lint/plain-regex.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_145[] = {
#embed "../../docs/lint/regex-for-domain-type.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_146[] = {
#embed "../../docs/lint/rule-in-no-benchmark.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_147[] = {
#embed "../../docs/lint/rule-never-applies.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_148[] = {
#embed "../../docs/lint/rule-never-fails.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_149[] = {
#embed "../../docs/lint/rule-never-passes.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_150[] = {
#embed "../../docs/lint/shadowed-name.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_151[] = {
#embed "../../docs/lint/text-for-domain-type.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_152[] = {
#embed "../../docs/lint/unused-allowance.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_153[] = {
#embed "../../docs/lint/unused-function.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_154[] = {
#embed "../../docs/lint/unused-import.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_155[] = {
#embed "../../docs/lint/unused-let.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_156[] = {
#embed "../../docs/lint/unused-parameter.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_157[] = {
#embed "../../docs/lint/world-as-block.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_158[] = {
#embed "../../policies/aws-extras/README.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_159[] = {
#embed "../../policies/aws-extras/benchmarks/1.0.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_160[] = {
#embed "../../policies/aws-extras/controls.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_161[] = {
#embed "../../policies/aws-extras/pack.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_162[] = {
#embed "../../policies/aws-extras/permissions.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_163[] = {
#embed "../../policies/aws-extras/rules/iam.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_164[] = {
#embed "../../policies/aws-extras/rules/secrets.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_165[] = {
#embed "../../policies/aws-extras/rules/security_groups.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_166[] = {
#embed "../../policies/aws-extras/rules/temporary_groups.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_167[] = {
#embed "../../policies/aws/README.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_168[] = {
#embed "../../policies/aws/accessanalyzer/analyzer.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_169[] = {
#embed "../../policies/aws/account.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_170[] = {
#embed "../../policies/aws/alternate_contact.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_171[] = {
#embed "../../policies/aws/apigateway/stage.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_172[] = {
#embed "../../policies/aws/attached.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_173[] = {
#embed "../../policies/aws/billing/cost_report.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_174[] = {
#embed "../../policies/aws/cloudfront/distribution.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_175[] = {
#embed "../../policies/aws/cloudtrail/recording.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_176[] = {
#embed "../../policies/aws/cloudtrail/trail.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_177[] = {
#embed "../../policies/aws/cloudwatch/alarm.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_178[] = {
#embed "../../policies/aws/config/recorder.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_179[] = {
#embed "../../policies/aws/ec2/instance.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_180[] = {
#embed "../../policies/aws/ec2/launch_template.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_181[] = {
#embed "../../policies/aws/ec2/network_acl.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_182[] = {
#embed "../../policies/aws/ec2/protocol.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_183[] = {
#embed "../../policies/aws/ec2/route_table.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_184[] = {
#embed "../../policies/aws/ec2/security_group.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_185[] = {
#embed "../../policies/aws/ec2/volume.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_186[] = {
#embed "../../policies/aws/ec2/vpc.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_187[] = {
#embed "../../policies/aws/ec2/vpc_endpoint.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_188[] = {
#embed "../../policies/aws/ecr/repository.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_189[] = {
#embed "../../policies/aws/ecs/cluster.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_190[] = {
#embed "../../policies/aws/ecs/task_definition.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_191[] = {
#embed "../../policies/aws/efs/file_system.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_192[] = {
#embed "../../policies/aws/eks/cluster.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_193[] = {
#embed "../../policies/aws/elasticloadbalancing/load_balancer.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_194[] = {
#embed "../../policies/aws/events/event_bus.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_195[] = {
#embed "../../policies/aws/glacier/vault.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_196[] = {
#embed "../../policies/aws/iam/access_key.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_197[] = {
#embed "../../policies/aws/iam/group.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_198[] = {
#embed "../../policies/aws/iam/inline_policy.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_199[] = {
#embed "../../policies/aws/iam/instance_profile.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_200[] = {
#embed "../../policies/aws/iam/oidc_provider.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_201[] = {
#embed "../../policies/aws/iam/password_policy.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_202[] = {
#embed "../../policies/aws/iam/policy.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_203[] = {
#embed "../../policies/aws/iam/policy_attachment.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_204[] = {
#embed "../../policies/aws/iam/policy_document.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_205[] = {
#embed "../../policies/aws/iam/role.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_206[] = {
#embed "../../policies/aws/iam/root_management.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_207[] = {
#embed "../../policies/aws/iam/saml_provider.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_208[] = {
#embed "../../policies/aws/iam/server_certificate.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_209[] = {
#embed "../../policies/aws/iam/user.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_210[] = {
#embed "../../policies/aws/iam/virtual_mfa_device.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_211[] = {
#embed "../../policies/aws/kms/key.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_212[] = {
#embed "../../policies/aws/lambda/function.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_213[] = {
#embed "../../policies/aws/logs/delivery.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_214[] = {
#embed "../../policies/aws/logs/log_group.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_215[] = {
#embed "../../policies/aws/macie/session.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_216[] = {
#embed "../../policies/aws/organizations/delegation.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_217[] = {
#embed "../../policies/aws/organizations/organization.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_218[] = {
#embed "../../policies/aws/organizations/policy.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_219[] = {
#embed "../../policies/aws/pack.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_220[] = {
#embed "../../policies/aws/partition.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_221[] = {
#embed "../../policies/aws/permissions.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_222[] = {
#embed "../../policies/aws/primary_contact.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_223[] = {
#embed "../../policies/aws/rds/instance.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_224[] = {
#embed "../../policies/aws/s3/account_public_access_block.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_225[] = {
#embed "../../policies/aws/s3/bucket.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_226[] = {
#embed "../../policies/aws/secretsmanager/secret.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_227[] = {
#embed "../../policies/aws/securityhub/hub.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_228[] = {
#embed "../../policies/aws/sns/topic.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_229[] = {
#embed "../../policies/aws/sqs/queue.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_230[] = {
#embed "../../policies/aws/ssm/parameter.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_231[] = {
#embed "../../policies/aws/tags.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_232[] = {
#embed "../../policies/cis-aws-foundations/README.md" suffix(, 0) if_empty(0)
};
static const unsigned char file_233[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/1.0.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_234[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/1.1.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_235[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/1.2.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_236[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/1.3.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_237[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/1.4.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_238[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/1.5.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_239[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/2.0.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_240[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/3.0.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_241[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/4.0.1.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_242[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/5.0.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_243[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/6.0.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_244[] = {
#embed "../../policies/cis-aws-foundations/benchmarks/7.0.0.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_245[] = {
#embed "../../policies/cis-aws-foundations/controls.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_246[] = {
#embed "../../policies/cis-aws-foundations/pack.yaml" suffix(, 0) if_empty(0)
};
static const unsigned char file_247[] = {
#embed "../../policies/cis-aws-foundations/rules/account/billing.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_248[] = {
#embed "../../policies/cis-aws-foundations/rules/account/contact_details.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_249[] = {
#embed "../../policies/cis-aws-foundations/rules/account/root.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_250[] = {
#embed "../../policies/cis-aws-foundations/rules/account/security_contact.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_251[] = {
#embed "../../policies/cis-aws-foundations/rules/cloudtrail/all_regions.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_252[] = {
#embed "../../policies/cis-aws-foundations/rules/cloudtrail/object_events.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_253[] = {
#embed "../../policies/cis-aws-foundations/rules/cloudtrail/trails.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_254[] = {
#embed "../../policies/cis-aws-foundations/rules/compute/instances.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_255[] = {
#embed "../../policies/cis-aws-foundations/rules/iam/access_analyzer.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_256[] = {
#embed "../../policies/cis-aws-foundations/rules/iam/administrators.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_257[] = {
#embed "../../policies/cis-aws-foundations/rules/iam/cloudshell.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_258[] = {
#embed "../../policies/cis-aws-foundations/rules/iam/credentials.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_259[] = {
#embed "../../policies/cis-aws-foundations/rules/iam/federation.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_260[] = {
#embed "../../policies/cis-aws-foundations/rules/iam/password_policy.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_261[] = {
#embed "../../policies/cis-aws-foundations/rules/iam/server_certificates.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_262[] = {
#embed "../../policies/cis-aws-foundations/rules/iam/support_role.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_263[] = {
#embed "../../policies/cis-aws-foundations/rules/iam/users.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_264[] = {
#embed "../../policies/cis-aws-foundations/rules/kms/rotation.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_265[] = {
#embed "../../policies/cis-aws-foundations/rules/logging/config.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_266[] = {
#embed "../../policies/cis-aws-foundations/rules/logging/flow_logs.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_267[] = {
#embed "../../policies/cis-aws-foundations/rules/logging/front_ends.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_268[] = {
#embed "../../policies/cis-aws-foundations/rules/monitoring/chain.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_269[] = {
#embed "../../policies/cis-aws-foundations/rules/monitoring/data.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_270[] = {
#embed "../../policies/cis-aws-foundations/rules/monitoring/identity.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_271[] = {
#embed "../../policies/cis-aws-foundations/rules/monitoring/network.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_272[] = {
#embed "../../policies/cis-aws-foundations/rules/monitoring/organization.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_273[] = {
#embed "../../policies/cis-aws-foundations/rules/monitoring/records.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_274[] = {
#embed "../../policies/cis-aws-foundations/rules/monitoring/security_hub.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_275[] = {
#embed "../../policies/cis-aws-foundations/rules/monitoring/subscribers.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_276[] = {
#embed "../../policies/cis-aws-foundations/rules/networking/endpoints.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_277[] = {
#embed "../../policies/cis-aws-foundations/rules/networking/network_acls.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_278[] = {
#embed "../../policies/cis-aws-foundations/rules/networking/peering.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_279[] = {
#embed "../../policies/cis-aws-foundations/rules/networking/security_groups.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_280[] = {
#embed "../../policies/cis-aws-foundations/rules/organizations/delegation.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_281[] = {
#embed "../../policies/cis-aws-foundations/rules/organizations/guardrails.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_282[] = {
#embed "../../policies/cis-aws-foundations/rules/organizations/management_account.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_283[] = {
#embed "../../policies/cis-aws-foundations/rules/organizations/root_access.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_284[] = {
#embed "../../policies/cis-aws-foundations/rules/organizations/units.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_285[] = {
#embed "../../policies/cis-aws-foundations/rules/policies/resource_policies.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_286[] = {
#embed "../../policies/cis-aws-foundations/rules/s3/encryption.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_287[] = {
#embed "../../policies/cis-aws-foundations/rules/s3/mfa_delete.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_288[] = {
#embed "../../policies/cis-aws-foundations/rules/s3/public_access.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_289[] = {
#embed "../../policies/cis-aws-foundations/rules/s3/transport.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_290[] = {
#embed "../../policies/cis-aws-foundations/rules/storage/databases.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_291[] = {
#embed "../../policies/cis-aws-foundations/rules/storage/encryption.cispol" suffix(, 0) if_empty(0)
};
static const unsigned char file_292[] = {
#embed "../../policies/cis-aws-foundations/rules/storage/sensitive_data.cispol" suffix(, 0) if_empty(0)
};

static const EmbeddedFile embedded_files[] = {
  {"docs/diagnostics/absent-without-context.md", file_0, sizeof file_0 - 1},
  {"docs/diagnostics/ambiguous-function.md", file_1, sizeof file_1 - 1},
  {"docs/diagnostics/ambiguous-type.md", file_2, sizeof file_2 - 1},
  {"docs/diagnostics/assigned-inverse.md", file_3, sizeof file_3 - 1},
  {"docs/diagnostics/attestation-of-automated.md", file_4, sizeof file_4 - 1},
  {"docs/diagnostics/bare-negation.md", file_5, sizeof file_5 - 1},
  {"docs/diagnostics/bidirectional-control.md", file_6, sizeof file_6 - 1},
  {"docs/diagnostics/case-name-is-no-column.md", file_7, sizeof file_7 - 1},
  {"docs/diagnostics/case-without-expectation.md", file_8, sizeof file_8 - 1},
  {"docs/diagnostics/case-without-rows.md", file_9, sizeof file_9 - 1},
  {"docs/diagnostics/cast-of-typed.md", file_10, sizeof file_10 - 1},
  {"docs/diagnostics/chained-comparison.md", file_11, sizeof file_11 - 1},
  {"docs/diagnostics/constant-comparison.md", file_12, sizeof file_12 - 1},
  {"docs/diagnostics/control-character.md", file_13, sizeof file_13 - 1},
  {"docs/diagnostics/control-without-version.md", file_14, sizeof file_14 - 1},
  {"docs/diagnostics/duplicate-benchmark.md", file_15, sizeof file_15 - 1},
  {"docs/diagnostics/duplicate-control.md", file_16, sizeof file_16 - 1},
  {"docs/diagnostics/duplicate-name.md", file_17, sizeof file_17 - 1},
  {"docs/diagnostics/duplicate-pack.md", file_18, sizeof file_18 - 1},
  {"docs/diagnostics/duplicate-section.md", file_19, sizeof file_19 - 1},
  {"docs/diagnostics/duplicate-waiver.md", file_20, sizeof file_20 - 1},
  {"docs/diagnostics/empty-pack.md", file_21, sizeof file_21 - 1},
  {"docs/diagnostics/empty-policy.md", file_22, sizeof file_22 - 1},
  {"docs/diagnostics/empty-reason.md", file_23, sizeof file_23 - 1},
  {"docs/diagnostics/enum-case-without-context.md", file_24, sizeof file_24 - 1},
  {"docs/diagnostics/expected-declaration.md", file_25, sizeof file_25 - 1},
  {"docs/diagnostics/expected-expression.md", file_26, sizeof file_26 - 1},
  {"docs/diagnostics/expected-item.md", file_27, sizeof file_27 - 1},
  {"docs/diagnostics/expected-name.md", file_28, sizeof file_28 - 1},
  {"docs/diagnostics/expected-string.md", file_29, sizeof file_29 - 1},
  {"docs/diagnostics/expected-token.md", file_30, sizeof file_30 - 1},
  {"docs/diagnostics/expected-type-member.md", file_31, sizeof file_31 - 1},
  {"docs/diagnostics/expected-type-name.md", file_32, sizeof file_32 - 1},
  {"docs/diagnostics/fixture-outside-test.md", file_33, sizeof file_33 - 1},
  {"docs/diagnostics/folded-comment.md", file_34, sizeof file_34 - 1},
  {"docs/diagnostics/foreign-operator.md", file_35, sizeof file_35 - 1},
  {"docs/diagnostics/former-name.md", file_36, sizeof file_36 - 1},
  {"docs/diagnostics/function-parameter-default.md", file_37, sizeof file_37 - 1},
  {"docs/diagnostics/input-binary-plan.md", file_38, sizeof file_38 - 1},
  {"docs/diagnostics/input-empty.md", file_39, sizeof file_39 - 1},
  {"docs/diagnostics/input-graph-shape.md", file_40, sizeof file_40 - 1},
  {"docs/diagnostics/input-is-state.md", file_41, sizeof file_41 - 1},
  {"docs/diagnostics/input-not-a-plan.md", file_42, sizeof file_42 - 1},
  {"docs/diagnostics/input-not-json.md", file_43, sizeof file_43 - 1},
  {"docs/diagnostics/input-truncated.md", file_44, sizeof file_44 - 1},
  {"docs/diagnostics/input-unsupported-version.md", file_45, sizeof file_45 - 1},
  {"docs/diagnostics/input-wrong-shape.md", file_46, sizeof file_46 - 1},
  {"docs/diagnostics/invalid-utf8.md", file_47, sizeof file_47 - 1},
  {"docs/diagnostics/inverse-is-no-list.md", file_48, sizeof file_48 - 1},
  {"docs/diagnostics/inverse-of-another.md", file_49, sizeof file_49 - 1},
  {"docs/diagnostics/inverse-of-inverse.md", file_50, sizeof file_50 - 1},
  {"docs/diagnostics/invisible-type.md", file_51, sizeof file_51 - 1},
  {"docs/diagnostics/json-duplicate-key.md", file_52, sizeof file_52 - 1},
  {"docs/diagnostics/json-needs-cast.md", file_53, sizeof file_53 - 1},
  {"docs/diagnostics/json-syntax.md", file_54, sizeof file_54 - 1},
  {"docs/diagnostics/key-outside-resource.md", file_55, sizeof file_55 - 1},
  {"docs/diagnostics/malformed-bounds.md", file_56, sizeof file_56 - 1},
  {"docs/diagnostics/malformed-literal.md", file_57, sizeof file_57 - 1},
  {"docs/diagnostics/malformed-number.md", file_58, sizeof file_58 - 1},
  {"docs/diagnostics/mapping-function-outside-mapping.md", file_59, sizeof file_59 - 1},
  {"docs/diagnostics/misplaced-statement.md", file_60, sizeof file_60 - 1},
  {"docs/diagnostics/missing-cases.md", file_61, sizeof file_61 - 1},
  {"docs/diagnostics/missing-pack-file.md", file_62, sizeof file_62 - 1},
  {"docs/diagnostics/missing-statement.md", file_63, sizeof file_63 - 1},
  {"docs/diagnostics/missing-yaml-key.md", file_64, sizeof file_64 - 1},
  {"docs/diagnostics/needless-default.md", file_65, sizeof file_65 - 1},
  {"docs/diagnostics/needless-guard.md", file_66, sizeof file_66 - 1},
  {"docs/diagnostics/nesting-too-deep.md", file_67, sizeof file_67 - 1},
  {"docs/diagnostics/non-ascii-name.md", file_68, sizeof file_68 - 1},
  {"docs/diagnostics/not-a-collection.md", file_69, sizeof file_69 - 1},
  {"docs/diagnostics/not-a-starting-point.md", file_70, sizeof file_70 - 1},
  {"docs/diagnostics/not-a-structure.md", file_71, sizeof file_71 - 1},
  {"docs/diagnostics/not-an-enumeration.md", file_72, sizeof file_72 - 1},
  {"docs/diagnostics/not-constant.md", file_73, sizeof file_73 - 1},
  {"docs/diagnostics/not-iterable.md", file_74, sizeof file_74 - 1},
  {"docs/diagnostics/not-subscriptable.md", file_75, sizeof file_75 - 1},
  {"docs/diagnostics/number-out-of-range.md", file_76, sizeof file_76 - 1},
  {"docs/diagnostics/operator-mismatch.md", file_77, sizeof file_77 - 1},
  {"docs/diagnostics/optional-needs-guard.md", file_78, sizeof file_78 - 1},
  {"docs/diagnostics/pack-version-mismatch.md", file_79, sizeof file_79 - 1},
  {"docs/diagnostics/pack-without-rules.md", file_80, sizeof file_80 - 1},
  {"docs/diagnostics/pair-needs-map.md", file_81, sizeof file_81 - 1},
  {"docs/diagnostics/parameter-out-of-bounds.md", file_82, sizeof file_82 - 1},
  {"docs/diagnostics/parameter-without-default.md", file_83, sizeof file_83 - 1},
  {"docs/diagnostics/path-leads-elsewhere.md", file_84, sizeof file_84 - 1},
  {"docs/diagnostics/population-is-no-resource.md", file_85, sizeof file_85 - 1},
  {"docs/diagnostics/private-function.md", file_86, sizeof file_86 - 1},
  {"docs/diagnostics/recursive-function.md", file_87, sizeof file_87 - 1},
  {"docs/diagnostics/recursive-structure.md", file_88, sizeof file_88 - 1},
  {"docs/diagnostics/reserved-name.md", file_89, sizeof file_89 - 1},
  {"docs/diagnostics/row-without-columns.md", file_90, sizeof file_90 - 1},
  {"docs/diagnostics/stray-file.md", file_91, sizeof file_91 - 1},
  {"docs/diagnostics/stray-yaml-else.md", file_92, sizeof file_92 - 1},
  {"docs/diagnostics/type-mismatch.md", file_93, sizeof file_93 - 1},
  {"docs/diagnostics/unclosed-brace.md", file_94, sizeof file_94 - 1},
  {"docs/diagnostics/unexpected-text.md", file_95, sizeof file_95 - 1},
  {"docs/diagnostics/unexpected-word.md", file_96, sizeof file_96 - 1},
  {"docs/diagnostics/unknown-attribute.md", file_97, sizeof file_97 - 1},
  {"docs/diagnostics/unknown-benchmark.md", file_98, sizeof file_98 - 1},
  {"docs/diagnostics/unknown-control.md", file_99, sizeof file_99 - 1},
  {"docs/diagnostics/unknown-enum-case.md", file_100, sizeof file_100 - 1},
  {"docs/diagnostics/unknown-escape.md", file_101, sizeof file_101 - 1},
  {"docs/diagnostics/unknown-function.md", file_102, sizeof file_102 - 1},
  {"docs/diagnostics/unknown-name.md", file_103, sizeof file_103 - 1},
  {"docs/diagnostics/unknown-pack.md", file_104, sizeof file_104 - 1},
  {"docs/diagnostics/unknown-parameter.md", file_105, sizeof file_105 - 1},
  {"docs/diagnostics/unknown-rule.md", file_106, sizeof file_106 - 1},
  {"docs/diagnostics/unknown-section.md", file_107, sizeof file_107 - 1},
  {"docs/diagnostics/unknown-survivor.md", file_108, sizeof file_108 - 1},
  {"docs/diagnostics/unknown-type.md", file_109, sizeof file_109 - 1},
  {"docs/diagnostics/unknown-unit.md", file_110, sizeof file_110 - 1},
  {"docs/diagnostics/unknown-yaml-key.md", file_111, sizeof file_111 - 1},
  {"docs/diagnostics/unrecognized-character.md", file_112, sizeof file_112 - 1},
  {"docs/diagnostics/unsound-format.md", file_113, sizeof file_113 - 1},
  {"docs/diagnostics/unterminated-regex.md", file_114, sizeof file_114 - 1},
  {"docs/diagnostics/unterminated-string.md", file_115, sizeof file_115 - 1},
  {"docs/diagnostics/waived-without-waiver.md", file_116, sizeof file_116 - 1},
  {"docs/diagnostics/waiver-too-long.md", file_117, sizeof file_117 - 1},
  {"docs/diagnostics/wrong-argument-count.md", file_118, sizeof file_118 - 1},
  {"docs/diagnostics/wrong-row-length.md", file_119, sizeof file_119 - 1},
  {"docs/diagnostics/wrong-yaml-kind.md", file_120, sizeof file_120 - 1},
  {"docs/diagnostics/yaml-alias.md", file_121, sizeof file_121 - 1},
  {"docs/diagnostics/yaml-ambiguous-scalar.md", file_122, sizeof file_122 - 1},
  {"docs/diagnostics/yaml-complex-key.md", file_123, sizeof file_123 - 1},
  {"docs/diagnostics/yaml-control-character.md", file_124, sizeof file_124 - 1},
  {"docs/diagnostics/yaml-duplicate-key.md", file_125, sizeof file_125 - 1},
  {"docs/diagnostics/yaml-empty.md", file_126, sizeof file_126 - 1},
  {"docs/diagnostics/yaml-multiple-documents.md", file_127, sizeof file_127 - 1},
  {"docs/diagnostics/yaml-not-utf8.md", file_128, sizeof file_128 - 1},
  {"docs/diagnostics/yaml-syntax.md", file_129, sizeof file_129 - 1},
  {"docs/diagnostics/yaml-tag.md", file_130, sizeof file_130 - 1},
  {"docs/diagnostics/yaml-too-deep.md", file_131, sizeof file_131 - 1},
  {"docs/lint/brace-in-message.md", file_132, sizeof file_132 - 1},
  {"docs/lint/broad-waiver.md", file_133, sizeof file_133 - 1},
  {"docs/lint/constant-condition.md", file_134, sizeof file_134 - 1},
  {"docs/lint/control-without-rule.md", file_135, sizeof file_135 - 1},
  {"docs/lint/deprecated-name.md", file_136, sizeof file_136 - 1},
  {"docs/lint/malformed-allowance.md", file_137, sizeof file_137 - 1},
  {"docs/lint/message-names-no-resource.md", file_138, sizeof file_138 - 1},
  {"docs/lint/missing-doc.md", file_139, sizeof file_139 - 1},
  {"docs/lint/missing-message.md", file_140, sizeof file_140 - 1},
  {"docs/lint/missing-remediation.md", file_141, sizeof file_141 - 1},
  {"docs/lint/missing-severity.md", file_142, sizeof file_142 - 1},
  {"docs/lint/missing-test.md", file_143, sizeof file_143 - 1},
  {"docs/lint/plain-regex.md", file_144, sizeof file_144 - 1},
  {"docs/lint/regex-for-domain-type.md", file_145, sizeof file_145 - 1},
  {"docs/lint/rule-in-no-benchmark.md", file_146, sizeof file_146 - 1},
  {"docs/lint/rule-never-applies.md", file_147, sizeof file_147 - 1},
  {"docs/lint/rule-never-fails.md", file_148, sizeof file_148 - 1},
  {"docs/lint/rule-never-passes.md", file_149, sizeof file_149 - 1},
  {"docs/lint/shadowed-name.md", file_150, sizeof file_150 - 1},
  {"docs/lint/text-for-domain-type.md", file_151, sizeof file_151 - 1},
  {"docs/lint/unused-allowance.md", file_152, sizeof file_152 - 1},
  {"docs/lint/unused-function.md", file_153, sizeof file_153 - 1},
  {"docs/lint/unused-import.md", file_154, sizeof file_154 - 1},
  {"docs/lint/unused-let.md", file_155, sizeof file_155 - 1},
  {"docs/lint/unused-parameter.md", file_156, sizeof file_156 - 1},
  {"docs/lint/world-as-block.md", file_157, sizeof file_157 - 1},
  {"policies/aws-extras/README.md", file_158, sizeof file_158 - 1},
  {"policies/aws-extras/benchmarks/1.0.0.yaml", file_159, sizeof file_159 - 1},
  {"policies/aws-extras/controls.yaml", file_160, sizeof file_160 - 1},
  {"policies/aws-extras/pack.yaml", file_161, sizeof file_161 - 1},
  {"policies/aws-extras/permissions.yaml", file_162, sizeof file_162 - 1},
  {"policies/aws-extras/rules/iam.cispol", file_163, sizeof file_163 - 1},
  {"policies/aws-extras/rules/secrets.cispol", file_164, sizeof file_164 - 1},
  {"policies/aws-extras/rules/security_groups.cispol", file_165, sizeof file_165 - 1},
  {"policies/aws-extras/rules/temporary_groups.cispol", file_166, sizeof file_166 - 1},
  {"policies/aws/README.md", file_167, sizeof file_167 - 1},
  {"policies/aws/accessanalyzer/analyzer.cispol", file_168, sizeof file_168 - 1},
  {"policies/aws/account.cispol", file_169, sizeof file_169 - 1},
  {"policies/aws/alternate_contact.cispol", file_170, sizeof file_170 - 1},
  {"policies/aws/apigateway/stage.cispol", file_171, sizeof file_171 - 1},
  {"policies/aws/attached.cispol", file_172, sizeof file_172 - 1},
  {"policies/aws/billing/cost_report.cispol", file_173, sizeof file_173 - 1},
  {"policies/aws/cloudfront/distribution.cispol", file_174, sizeof file_174 - 1},
  {"policies/aws/cloudtrail/recording.cispol", file_175, sizeof file_175 - 1},
  {"policies/aws/cloudtrail/trail.cispol", file_176, sizeof file_176 - 1},
  {"policies/aws/cloudwatch/alarm.cispol", file_177, sizeof file_177 - 1},
  {"policies/aws/config/recorder.cispol", file_178, sizeof file_178 - 1},
  {"policies/aws/ec2/instance.cispol", file_179, sizeof file_179 - 1},
  {"policies/aws/ec2/launch_template.cispol", file_180, sizeof file_180 - 1},
  {"policies/aws/ec2/network_acl.cispol", file_181, sizeof file_181 - 1},
  {"policies/aws/ec2/protocol.cispol", file_182, sizeof file_182 - 1},
  {"policies/aws/ec2/route_table.cispol", file_183, sizeof file_183 - 1},
  {"policies/aws/ec2/security_group.cispol", file_184, sizeof file_184 - 1},
  {"policies/aws/ec2/volume.cispol", file_185, sizeof file_185 - 1},
  {"policies/aws/ec2/vpc.cispol", file_186, sizeof file_186 - 1},
  {"policies/aws/ec2/vpc_endpoint.cispol", file_187, sizeof file_187 - 1},
  {"policies/aws/ecr/repository.cispol", file_188, sizeof file_188 - 1},
  {"policies/aws/ecs/cluster.cispol", file_189, sizeof file_189 - 1},
  {"policies/aws/ecs/task_definition.cispol", file_190, sizeof file_190 - 1},
  {"policies/aws/efs/file_system.cispol", file_191, sizeof file_191 - 1},
  {"policies/aws/eks/cluster.cispol", file_192, sizeof file_192 - 1},
  {"policies/aws/elasticloadbalancing/load_balancer.cispol", file_193, sizeof file_193 - 1},
  {"policies/aws/events/event_bus.cispol", file_194, sizeof file_194 - 1},
  {"policies/aws/glacier/vault.cispol", file_195, sizeof file_195 - 1},
  {"policies/aws/iam/access_key.cispol", file_196, sizeof file_196 - 1},
  {"policies/aws/iam/group.cispol", file_197, sizeof file_197 - 1},
  {"policies/aws/iam/inline_policy.cispol", file_198, sizeof file_198 - 1},
  {"policies/aws/iam/instance_profile.cispol", file_199, sizeof file_199 - 1},
  {"policies/aws/iam/oidc_provider.cispol", file_200, sizeof file_200 - 1},
  {"policies/aws/iam/password_policy.cispol", file_201, sizeof file_201 - 1},
  {"policies/aws/iam/policy.cispol", file_202, sizeof file_202 - 1},
  {"policies/aws/iam/policy_attachment.cispol", file_203, sizeof file_203 - 1},
  {"policies/aws/iam/policy_document.cispol", file_204, sizeof file_204 - 1},
  {"policies/aws/iam/role.cispol", file_205, sizeof file_205 - 1},
  {"policies/aws/iam/root_management.cispol", file_206, sizeof file_206 - 1},
  {"policies/aws/iam/saml_provider.cispol", file_207, sizeof file_207 - 1},
  {"policies/aws/iam/server_certificate.cispol", file_208, sizeof file_208 - 1},
  {"policies/aws/iam/user.cispol", file_209, sizeof file_209 - 1},
  {"policies/aws/iam/virtual_mfa_device.cispol", file_210, sizeof file_210 - 1},
  {"policies/aws/kms/key.cispol", file_211, sizeof file_211 - 1},
  {"policies/aws/lambda/function.cispol", file_212, sizeof file_212 - 1},
  {"policies/aws/logs/delivery.cispol", file_213, sizeof file_213 - 1},
  {"policies/aws/logs/log_group.cispol", file_214, sizeof file_214 - 1},
  {"policies/aws/macie/session.cispol", file_215, sizeof file_215 - 1},
  {"policies/aws/organizations/delegation.cispol", file_216, sizeof file_216 - 1},
  {"policies/aws/organizations/organization.cispol", file_217, sizeof file_217 - 1},
  {"policies/aws/organizations/policy.cispol", file_218, sizeof file_218 - 1},
  {"policies/aws/pack.yaml", file_219, sizeof file_219 - 1},
  {"policies/aws/partition.cispol", file_220, sizeof file_220 - 1},
  {"policies/aws/permissions.yaml", file_221, sizeof file_221 - 1},
  {"policies/aws/primary_contact.cispol", file_222, sizeof file_222 - 1},
  {"policies/aws/rds/instance.cispol", file_223, sizeof file_223 - 1},
  {"policies/aws/s3/account_public_access_block.cispol", file_224, sizeof file_224 - 1},
  {"policies/aws/s3/bucket.cispol", file_225, sizeof file_225 - 1},
  {"policies/aws/secretsmanager/secret.cispol", file_226, sizeof file_226 - 1},
  {"policies/aws/securityhub/hub.cispol", file_227, sizeof file_227 - 1},
  {"policies/aws/sns/topic.cispol", file_228, sizeof file_228 - 1},
  {"policies/aws/sqs/queue.cispol", file_229, sizeof file_229 - 1},
  {"policies/aws/ssm/parameter.cispol", file_230, sizeof file_230 - 1},
  {"policies/aws/tags.cispol", file_231, sizeof file_231 - 1},
  {"policies/cis-aws-foundations/README.md", file_232, sizeof file_232 - 1},
  {"policies/cis-aws-foundations/benchmarks/1.0.0.yaml", file_233, sizeof file_233 - 1},
  {"policies/cis-aws-foundations/benchmarks/1.1.0.yaml", file_234, sizeof file_234 - 1},
  {"policies/cis-aws-foundations/benchmarks/1.2.0.yaml", file_235, sizeof file_235 - 1},
  {"policies/cis-aws-foundations/benchmarks/1.3.0.yaml", file_236, sizeof file_236 - 1},
  {"policies/cis-aws-foundations/benchmarks/1.4.0.yaml", file_237, sizeof file_237 - 1},
  {"policies/cis-aws-foundations/benchmarks/1.5.0.yaml", file_238, sizeof file_238 - 1},
  {"policies/cis-aws-foundations/benchmarks/2.0.0.yaml", file_239, sizeof file_239 - 1},
  {"policies/cis-aws-foundations/benchmarks/3.0.0.yaml", file_240, sizeof file_240 - 1},
  {"policies/cis-aws-foundations/benchmarks/4.0.1.yaml", file_241, sizeof file_241 - 1},
  {"policies/cis-aws-foundations/benchmarks/5.0.0.yaml", file_242, sizeof file_242 - 1},
  {"policies/cis-aws-foundations/benchmarks/6.0.0.yaml", file_243, sizeof file_243 - 1},
  {"policies/cis-aws-foundations/benchmarks/7.0.0.yaml", file_244, sizeof file_244 - 1},
  {"policies/cis-aws-foundations/controls.yaml", file_245, sizeof file_245 - 1},
  {"policies/cis-aws-foundations/pack.yaml", file_246, sizeof file_246 - 1},
  {"policies/cis-aws-foundations/rules/account/billing.cispol", file_247, sizeof file_247 - 1},
  {"policies/cis-aws-foundations/rules/account/contact_details.cispol", file_248, sizeof file_248 - 1},
  {"policies/cis-aws-foundations/rules/account/root.cispol", file_249, sizeof file_249 - 1},
  {"policies/cis-aws-foundations/rules/account/security_contact.cispol", file_250, sizeof file_250 - 1},
  {"policies/cis-aws-foundations/rules/cloudtrail/all_regions.cispol", file_251, sizeof file_251 - 1},
  {"policies/cis-aws-foundations/rules/cloudtrail/object_events.cispol", file_252, sizeof file_252 - 1},
  {"policies/cis-aws-foundations/rules/cloudtrail/trails.cispol", file_253, sizeof file_253 - 1},
  {"policies/cis-aws-foundations/rules/compute/instances.cispol", file_254, sizeof file_254 - 1},
  {"policies/cis-aws-foundations/rules/iam/access_analyzer.cispol", file_255, sizeof file_255 - 1},
  {"policies/cis-aws-foundations/rules/iam/administrators.cispol", file_256, sizeof file_256 - 1},
  {"policies/cis-aws-foundations/rules/iam/cloudshell.cispol", file_257, sizeof file_257 - 1},
  {"policies/cis-aws-foundations/rules/iam/credentials.cispol", file_258, sizeof file_258 - 1},
  {"policies/cis-aws-foundations/rules/iam/federation.cispol", file_259, sizeof file_259 - 1},
  {"policies/cis-aws-foundations/rules/iam/password_policy.cispol", file_260, sizeof file_260 - 1},
  {"policies/cis-aws-foundations/rules/iam/server_certificates.cispol", file_261, sizeof file_261 - 1},
  {"policies/cis-aws-foundations/rules/iam/support_role.cispol", file_262, sizeof file_262 - 1},
  {"policies/cis-aws-foundations/rules/iam/users.cispol", file_263, sizeof file_263 - 1},
  {"policies/cis-aws-foundations/rules/kms/rotation.cispol", file_264, sizeof file_264 - 1},
  {"policies/cis-aws-foundations/rules/logging/config.cispol", file_265, sizeof file_265 - 1},
  {"policies/cis-aws-foundations/rules/logging/flow_logs.cispol", file_266, sizeof file_266 - 1},
  {"policies/cis-aws-foundations/rules/logging/front_ends.cispol", file_267, sizeof file_267 - 1},
  {"policies/cis-aws-foundations/rules/monitoring/chain.cispol", file_268, sizeof file_268 - 1},
  {"policies/cis-aws-foundations/rules/monitoring/data.cispol", file_269, sizeof file_269 - 1},
  {"policies/cis-aws-foundations/rules/monitoring/identity.cispol", file_270, sizeof file_270 - 1},
  {"policies/cis-aws-foundations/rules/monitoring/network.cispol", file_271, sizeof file_271 - 1},
  {"policies/cis-aws-foundations/rules/monitoring/organization.cispol", file_272, sizeof file_272 - 1},
  {"policies/cis-aws-foundations/rules/monitoring/records.cispol", file_273, sizeof file_273 - 1},
  {"policies/cis-aws-foundations/rules/monitoring/security_hub.cispol", file_274, sizeof file_274 - 1},
  {"policies/cis-aws-foundations/rules/monitoring/subscribers.cispol", file_275, sizeof file_275 - 1},
  {"policies/cis-aws-foundations/rules/networking/endpoints.cispol", file_276, sizeof file_276 - 1},
  {"policies/cis-aws-foundations/rules/networking/network_acls.cispol", file_277, sizeof file_277 - 1},
  {"policies/cis-aws-foundations/rules/networking/peering.cispol", file_278, sizeof file_278 - 1},
  {"policies/cis-aws-foundations/rules/networking/security_groups.cispol", file_279, sizeof file_279 - 1},
  {"policies/cis-aws-foundations/rules/organizations/delegation.cispol", file_280, sizeof file_280 - 1},
  {"policies/cis-aws-foundations/rules/organizations/guardrails.cispol", file_281, sizeof file_281 - 1},
  {"policies/cis-aws-foundations/rules/organizations/management_account.cispol", file_282, sizeof file_282 - 1},
  {"policies/cis-aws-foundations/rules/organizations/root_access.cispol", file_283, sizeof file_283 - 1},
  {"policies/cis-aws-foundations/rules/organizations/units.cispol", file_284, sizeof file_284 - 1},
  {"policies/cis-aws-foundations/rules/policies/resource_policies.cispol", file_285, sizeof file_285 - 1},
  {"policies/cis-aws-foundations/rules/s3/encryption.cispol", file_286, sizeof file_286 - 1},
  {"policies/cis-aws-foundations/rules/s3/mfa_delete.cispol", file_287, sizeof file_287 - 1},
  {"policies/cis-aws-foundations/rules/s3/public_access.cispol", file_288, sizeof file_288 - 1},
  {"policies/cis-aws-foundations/rules/s3/transport.cispol", file_289, sizeof file_289 - 1},
  {"policies/cis-aws-foundations/rules/storage/databases.cispol", file_290, sizeof file_290 - 1},
  {"policies/cis-aws-foundations/rules/storage/encryption.cispol", file_291, sizeof file_291 - 1},
  {"policies/cis-aws-foundations/rules/storage/sensitive_data.cispol", file_292, sizeof file_292 - 1},
};

const size_t embedded_file_count = 293;

const EmbeddedFile *embedded_file_list(void) { return embedded_files; }

#if __has_embed("../../.build/compiled-packs.bin")
static const unsigned char compiled[] = {
#embed "../../.build/compiled-packs.bin"
};
const size_t embedded_program_size = sizeof compiled;
#else
static const unsigned char compiled[1] = {0};
const size_t embedded_program_size = 0;
#endif

const unsigned char *embedded_program(void) { return compiled; }
