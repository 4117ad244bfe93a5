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
(binding (word) @variable)

["true" "false" "now" "world" "absent"] @constant.builtin
["rule" "fn" "resource" "struct" "enum" "map" "test" "survivor" "scope" "to" "key" "inverse" "of" "otherwise" "when" "join" "on" "adopted"] @keyword
["for" "where" "let" "require" "else" "severity" "remediation" "on_empty" "case" "given" "row" "expect" "snapshot" "at" "because" "with" "if" "then" "match"] @keyword
["all" "any" "none" "exactly" "count" "sum" "min" "max"] @keyword
["and" "or" "not" "implies" "in" "is" "matches" "covers" "meets" "as" "present" "empty"] @keyword.operator
["==" "!=" "<" "<=" ">" ">=" "??" ".." "+" "-" "|" "*" "/" "%" "&" "=" "->" "=>" "?" "?."] @operator
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
["," ":" "."] @punctuation.delimiter
