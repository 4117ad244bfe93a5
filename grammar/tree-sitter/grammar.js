// The grammar of the cispol rule language for tree-sitter. Each rule that is called like a
// production of ../cispol.ebnf is that production; that file is normative.

/* eslint-disable no-undef */

const separated = (rule) => seq(rule, repeat(seq(",", rule)));
const separatedBy = (mark, rule) => seq(rule, repeat(seq(mark, rule)));
const trailing = (rule) => seq(separated(rule), optional(","));

const LEVELS = {
  open: -1,
  implication: 1,
  disjunction: 2,
  conjunction: 3,
  negation: 4,
  comparison: 5,
  coalescing: 6,
  range: 7,
  sum: 8,
  product: 9,
  prefix: 10,
  cast: 11,
  postfix: 12,
};

module.exports = grammar({
  name: "cispol",

  extras: ($) => [/\s/, $.comment],

  word: ($) => $.word,

  conflicts: ($) => [
    [$.type_name, $.enum_literal],
    [$.type_name, $.primary],
    [$.enum_literal],
    [$.primary],
    [$.postfix, $.closure],
  ],

  rules: {
    file: ($) => repeat(seq(repeat($.doc), $.declaration)),

    declaration: ($) =>
      choice($.resource, $.struct, $.enum, $.function, $.rule, $.mapping, $.test, $.survivor),

    // Schemas
    resource: ($) =>
      seq("resource", $.type_name, optional(seq("scope", $.scope)), "{", repeat($.attribute), "}"),
    scope: () => choice("account", "region", "organization"),
    struct: ($) => seq("struct", $.type_name, "{", repeat($.attribute), "}"),
    attribute: ($) => seq(repeat($.doc), $.word, ":", $.type, repeat($.attribute_note)),
    attribute_note: ($) =>
      choice(
        seq("=", $.expression, "when", "absent"),
        seq("key", optional(seq("in", $.scope))),
        seq("inverse", "of", $.word),
        $.former_names,
      ),
    former_names: ($) => seq("formerly", separated($.word)),
    enum: ($) => seq("enum", $.type_name, "{", repeat(seq(repeat($.doc), $.enum_case)), "}"),
    enum_case: ($) =>
      seq(
        $.Word,
        optional(choice(seq("=", $.text, repeat(seq("|", $.text))), "otherwise")),
      ),
    type: ($) =>
      prec.right(
        seq(
          choice(
            seq($.type_name, optional(seq("<", separated($.type), ">"))),
            seq("[", $.type, "]"),
          ),
          optional("?"),
        ),
      ),
    type_name: ($) => seq(repeat(seq($.word, ".")), $.Word),

    // Functions and rules
    function: ($) =>
      seq(optional("private"), "fn", $.word, $._parameters, "->", $.type, "=", $.expression),
    _parameters: ($) => seq("(", optional(separated($.parameter)), ")"),
    parameter: ($) =>
      seq($.word, ":", $.type, optional(seq("=", $.coalescing)), optional(seq("in", $.coalescing))),
    rule: ($) => seq("rule", $.word, optional($._parameters), "{", repeat($.statement), "}"),
    statement: ($) =>
      choice(
        seq("for", $.word, "in", $.type_name),
        seq("where", $.expression),
        seq("let", $.word, optional(seq(":", $.type)), "=", $.expression),
        seq("require", $.expression, optional(seq("else", $.text))),
        seq("severity", $.word),
        seq("remediation", $.text),
        seq("on_empty", $.word),
        $.former_names,
      ),

    // Mappings from raw resources
    mapping: ($) =>
      seq("map", $.word, separated($.text), "to", $.type_name, "{", repeat($.map_item), "}"),
    map_item: ($) =>
      choice(
        seq("where", $.expression),
        seq("adopted", $.expression),
        seq(
          "join",
          $.word,
          "=",
          separated($.text),
          choice(seq("on", $.word, repeat(seq(".", $.word))), seq("in", $.scope)),
        ),
        seq("let", $.word, optional(seq(":", $.type)), "=", $.expression),
        seq($.word, "=", $.expression),
      ),

    // Tests
    test: ($) => seq("test", $.word, "{", repeat($.test_item), "}"),
    test_item: ($) =>
      choice(
        seq("now", $.timestamp),
        seq("with", $.word, "=", $.expression),
        seq("waivers", $.text),
        seq(
          "case",
          $.text,
          optional(seq("for", separated($.column))),
          "{",
          repeat($.case_item),
          "}",
        ),
      ),
    column: ($) => seq($.word, optional(seq(":", $.type))),
    case_item: ($) =>
      choice(
        seq("now", $.timestamp),
        seq("with", $.word, "=", $.expression),
        seq("let", $.word, optional(seq(":", $.type)), "=", $.expression),
        seq("given", $.word, $.text),
        seq("waivers", $.text),
        seq("waive", optional(seq(separated($.text), "in")), choice($.word, $.text)),
        $.struct_literal,
        prec.right(seq("row", separated($.expression), repeat(seq("expect", $.expectation)))),
        seq("expect", $.expectation),
      ),
    expectation: ($) =>
      choice(
        "snapshot",
        seq(
          optional(choice($.word, $.text)),
          choice(
            seq($.finding, optional(seq("waived", optional(separated($.text))))),
            $.status,
          ),
          optional(seq("because", $.text)),
        ),
      ),
    finding: () => choice("fail", "unknown"),
    status: () => choice("pass", "not_applicable", "no_resources"),
    survivor: ($) => seq("survivor", $.word, $.text, optional(seq("at", $.text)), "because", $.text),

    // Expressions. The levels of the EBNF are precedences here.
    expression: ($) =>
      choice(
        prec.right(LEVELS.implication, seq($.expression, "implies", $.expression)),
        $.disjunction,
        $.conjunction,
        $.negation,
        $.comparison,
        $.coalescing,
      ),
    disjunction: ($) => prec.left(LEVELS.disjunction, seq($.expression, "or", $.expression)),
    conjunction: ($) => prec.left(LEVELS.conjunction, seq($.expression, "and", $.expression)),
    negation: ($) => prec(LEVELS.negation, seq("not", $.expression)),
    comparison: ($) =>
      prec.left(
        LEVELS.comparison,
        seq(
          $.coalescing,
          choice(
            seq($.comparison_operator, $.coalescing),
            $.test_operator,
            seq("reaches", $.coalescing, "via", $.paths),
          ),
        ),
      ),
    comparison_operator: () =>
      choice(
        "==", "!=", "<", "<=", ">", ">=", "in", seq("not", "in"), "matches", "covers", "meets",
      ),
    test_operator: () =>
      seq("is", optional("not"), choice("present", "absent", "empty", "world")),
    coalescing: ($) =>
      choice(
        prec.right(LEVELS.coalescing, seq($.coalescing, "??", $.coalescing)),
        $.range,
        $.sum,
        $.product,
        $.prefix,
        $.cast,
        $.postfix,
        $.primary,
      ),
    range: ($) => prec.left(LEVELS.range, seq($.coalescing, "..", $.coalescing)),
    sum: ($) =>
      prec.left(LEVELS.sum, seq($.coalescing, choice("+", "-", "|"), $.coalescing)),
    product: ($) =>
      prec.left(LEVELS.product, seq($.coalescing, choice("*", "/", "%", "&"), $.coalescing)),
    prefix: ($) => prec(LEVELS.prefix, seq("-", $.coalescing)),
    cast: ($) => prec.left(LEVELS.cast, seq($.coalescing, "as", $.type)),
    postfix: ($) =>
      prec.left(
        LEVELS.postfix,
        seq(
          $.coalescing,
          choice(
            seq(choice(".", "?."), choice(seq($.word, optional($.arguments)), $.closure)),
            seq("[", $.expression, "]"),
          ),
        ),
      ),
    // The parser of cispol takes `*` and `+` for operators wherever an operand follows.
    closure: ($) =>
      prec.dynamic(-1, seq(choice($.word, seq("(", $.paths, ")")), choice("*", "+"))),
    paths: ($) => prec.left(separatedBy("|", $.path)),
    path: ($) => prec.left(separatedBy(".", $.word)),
    arguments: ($) => seq("(", optional(trailing($.expression)), ")"),
    primary: ($) =>
      choice(
        $.literal,
        seq($.word, optional($.arguments)),
        "now",
        "world",
        "absent",
        $.struct_literal,
        $.enum_literal,
        seq("(", $.expression, ")"),
        $.list,
        $.braces,
        $.quantifier,
        $.aggregate,
        $.conditional,
        $.match,
      ),
    struct_literal: ($) =>
      prec(1, seq($.type_name, "{", optional(trailing(seq($.word, ":", $.expression))), "}")),
    enum_literal: ($) => seq(optional(seq($.type_name, ".")), $.Word),
    list: ($) =>
      seq(
        "[",
        optional(choice(seq("for", $.binding, ":", $.expression), trailing($.expression))),
        "]",
      ),
    braces: ($) =>
      seq(
        "{",
        optional(
          choice(
            seq("for", $.binding, ":", $.expression, optional(seq(":", $.expression))),
            seq("for", $.binding, "group", "by", $.expression, ":", $.expression),
            trailing($.expression),
            trailing(seq($.expression, ":", $.expression)),
          ),
        ),
        "}",
      ),
    binding: ($) =>
      prec.right(seq($.word, optional(seq(",", $.word)), "in", $.coalescing, optional(seq("where", $.expression)))),
    quantifier: ($) =>
      prec.right(
        LEVELS.open,
        seq(
          choice("all", "any", "none", seq("exactly", $.coalescing)),
          $.binding,
          ":",
          $.expression,
        ),
      ),
    aggregate: ($) =>
      prec.right(
        LEVELS.open,
        choice(
          seq("count", $.binding),
          seq(choice("sum", "min", "max"), $.binding, ":", $.expression),
        ),
      ),
    conditional: ($) =>
      prec.right(
        LEVELS.open,
        seq("if", $.expression, "then", $.expression, "else", $.expression),
      ),
    match: ($) =>
      seq("match", $.coalescing, "{", trailing($.arm), "}"),
    arm: ($) =>
      seq($.enum_literal, repeat(seq("|", $.enum_literal)), "=>", $.expression),

    // Tokens
    literal: ($) =>
      choice(
        "true", "false", $.integer, $.float, $.duration, $.bytes, $.timestamp, $.text, $.regex,
      ),
    text: ($) => choice($.string, $.raw_string),
    word: () => /_?[a-z][a-zA-Z0-9_]*/,
    Word: () => /[A-Z][a-zA-Z0-9_]*/,
    // positive
    integer: () => /0|[1-9](_?[0-9])*/,
    float: () => /(0|[1-9](_?[0-9])*)\.[0-9](_?[0-9])*/,
    // duration_unit
    duration: () => token(repeat1(/[0-9]+(ms|w|d|h|m|s)/)),
    bytes: () => /[0-9]+(B|KB|MB|GB|TB|KiB|MiB|GiB|TiB)/,
    // date, time and hour_minute
    timestamp: () =>
      /[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))?/,
    string: ($) =>
      seq(
        '"',
        repeat(
          choice(
            token.immediate(prec(1, /[^"\\{\n]+|\{[^A-Za-z_"\\\n]|\{_[^A-Za-z"\\\n]/)),
            $.escape,
            seq(token.immediate(/\{/), $.expression, "}"),
          ),
        ),
        token.immediate('"'),
      ),
    escape: () => token.immediate(/\\(["\\ntr{}]|u\{[0-9A-Fa-f]+\})/),
    raw_string: () => /'[^'\n]*'/,
    regex: () => token(prec(-1, /\/([^\/\\\n]|\\.)+\//)),
    doc: () => token(prec(1, /\/\/\/[^\n]*/)),
    comment: () => token(/\/\/([^\/\n][^\n]*)?/),
  },
});
