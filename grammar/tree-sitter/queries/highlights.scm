; Names of what the grammar marks.

(doc) @comment.documentation
(comment) @comment

(string) @string
(raw_string) @string
(escape) @string.escape
(regex) @string.regexp
(integer) @number
(float) @number.float
(duration) @number
(bytes) @number
(timestamp) @constant

(status) @constant.builtin
(finding) @constant.builtin
(scope) @keyword.modifier
(type_name) @type
(enum_case (Word) @constant)
(enum_literal (Word) @constant)

(rule (word) @function)
(function (word) @function)
(test (word) @function)
(survivor (word) @function)
(column (word) @variable.parameter)
(primary (word) @function.call (arguments))
(postfix (word) @variable.member)
(attribute (word) @variable.member)
(parameter (word) @variable.parameter)
(path (word) @variable.member)
(binding (word) @variable)

["true" "false" "now" "world" "absent"] @constant.builtin
["rule" "private" "fn" "resource" "struct" "enum" "map" "test" "survivor" "scope" "to" "key" "inverse" "of" "formerly" "otherwise" "when" "join" "on" "adopted"] @keyword
["for" "where" "let" "require" "else" "severity" "remediation" "on_empty" "case" "given" "row" "expect" "snapshot" "waivers" "waive" "waived" "at" "because" "with" "if" "then" "match"] @keyword
["all" "any" "none" "exactly" "count" "sum" "min" "max" "group" "by"] @keyword
["and" "or" "not" "implies" "in" "is" "matches" "covers" "meets" "reaches" "via" "as" "present" "empty"] @keyword.operator
["==" "!=" "<" "<=" ">" ">=" "??" ".." "+" "-" "|" "*" "/" "%" "&" "=" "->" "=>" "?" "?."] @operator
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
["," ":" "."] @punctuation.delimiter
