// Tells whether grammar.js accepts policies: node recognise.js FILE...
//
// It stands in for the parser that `tree-sitter generate` would make, where that is not at hand. It
// reads grammar.js with functions of its own in place of tree-sitter's, ignores precedence, and
// recognises by Earley's method, so that it accepts what some way to read the grammar does. Tokens
// are found as tree-sitter finds them: of those that may stand at a place the longest, and a text
// before a pattern. What only a generated parser shows, such as a conflict that is not declared, it
// does not see.

const fs = require("fs");
const path = require("path");

// What stands in for tree-sitter's functions.

const rule = (it) =>
  it instanceof RegExp
    ? { kind: "pattern", source: it.source }
    : typeof it === "string"
      ? { kind: "text", text: it }
      : it;
const last = (...given) => rule(given[given.length - 1]);
const blank = { kind: "sequence", parts: [] };

global.seq = (...parts) => ({ kind: "sequence", parts: parts.map(rule) });
global.choice = (...parts) => ({ kind: "choice", parts: parts.map(rule) });
global.optional = (part) => choice(part, blank);
global.repeat = (part) => ({ kind: "repeat", part: rule(part) });
global.repeat1 = (part) => seq(part, repeat(part));
global.prec = Object.assign(last, { left: last, right: last, dynamic: last });
global.token = Object.assign((part) => ({ kind: "token", part: rule(part) }), {
  immediate: (part) => ({ kind: "token", part: rule(part), isImmediate: true }),
});

let written;
global.grammar = (it) => (written = it);
require(path.join(__dirname, "grammar.js"));
const names = new Proxy({}, { get: (_, name) => ({ kind: "name", name }) });

// From rules to productions: lists of names and of terminals.

const productions = [];
const byName = new Map();
const terminals = new Map();

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function source(part) {
  switch (part.kind) {
    case "pattern": return part.source;
    case "text": return escaped(part.text);
    case "sequence": return part.parts.map(source).join("");
    case "choice": return `(?:${part.parts.map(source).join("|")})`;
    case "repeat": return `(?:${source(part.part)})*`;
    case "token": return source(part.part);
    default: throw new Error(`a token is made of ${part.kind}`);
  }
}

function terminal(part) {
  const isImmediate = part.isImmediate ?? false;
  const isText = part.kind === "text";
  const key = `${isImmediate} ${isText} ${source(part)}`;
  if (!terminals.has(key)) {
    // A word is no keyword when it goes on.
    const end = isText && /\w$/.test(part.text) ? "(?!\\w)" : "";
    terminals.set(key, { isImmediate, isText, pattern: new RegExp(source(part) + end, "y") });
  }
  return terminals.get(key);
}

function symbol(part) {
  switch (part.kind) {
    case "name": return part.name;
    case "text": case "pattern": case "token": return terminal(part);
    default: {
      const name = `part ${productions.length} ${byName.size}`;
      define(name, part);
      return name;
    }
  }
}

function add(name, symbols) {
  byName.get(name).push(productions.length);
  productions.push({ name, symbols });
}

function define(name, part) {
  byName.set(name, byName.get(name) ?? []);
  switch (part.kind) {
    case "choice": part.parts.forEach((one) => add(name, one === blank ? [] : [symbol(one)])); break;
    case "sequence": add(name, part.parts.map(symbol)); break;
    case "repeat":
      add(name, []);
      add(name, [name, symbol(part.part)]);
      break;
    default: add(name, [symbol(part)]);
  }
}

for (const name in written.rules) define(name, rule(written.rules[name](names)));

const empty = new Set();
for (let before = -1; before < empty.size; ) {
  before = empty.size;
  for (const { name, symbols } of productions)
    if (symbols.every((one) => empty.has(one))) empty.add(name);
}

const extras = written.extras(names).map(rule);
const blanks = new RegExp(
  `(?:${extras.filter((part) => part.kind !== "name").map(source).join("|")})*`, "y");
const comments = extras.filter((part) => part.kind === "name")
  .map((part) => new RegExp(source(rule(written.rules[part.name](names))), "y"));

// Returns the offset after the longest match of a pattern at `start`, or `start` when there is none.
function end(pattern, start, text) {
  pattern.lastIndex = start;
  return pattern.exec(text) ? pattern.lastIndex : start;
}

// Returns the offset at which nothing that the grammar knows goes on, or `undefined` when it
// accepts the text.
function refusal(text) {
  const sets = new Map();
  const open = [];
  function put(offset, production, dot, origin) {
    let set = sets.get(offset);
    if (!set) {
      set = { items: [], known: new Set(), waiting: new Map() };
      sets.set(offset, set);
      open.push(offset);
    }
    const key = `${production} ${dot} ${origin}`;
    if (set.known.has(key)) return;
    set.known.add(key);
    set.items.push({ production, dot, origin });
  }
  for (const id of byName.get("file")) put(0, id, 0, 0);
  let offset = 0;
  while (open.length > 0) {
    open.sort((one, other) => one - other);
    offset = open.shift();
    const set = sets.get(offset);
    const start = end(blanks, offset, text);
    const expected = new Map();
    for (const { production, dot, origin } of set.items) {
      const { name, symbols } = productions[production];
      if (dot === symbols.length) {
        if (name === "file" && start === text.length) return undefined;
        for (const one of sets.get(origin).waiting.get(name) ?? [])
          put(offset, one.production, one.dot + 1, one.origin);
        continue;
      }
      const next = symbols[dot];
      const list = typeof next === "string" ? set.waiting : expected;
      if (!list.has(next)) list.set(next, []);
      list.get(next).push({ production, dot, origin });
      if (typeof next !== "string") continue;
      for (const id of byName.get(next)) put(offset, id, 0, offset);
      if (empty.has(next)) put(offset, production, dot + 1, origin);
    }
    let found = [];
    for (const [token, items] of expected) {
      const from = token.isImmediate ? offset : start;
      const to = end(token.pattern, from, text);
      if (to > from) found.push({ token, items, length: to - from, end: to });
    }
    if (found.some((one) => one.token.isImmediate))
      found = found.filter((one) => one.token.isImmediate);
    const longest = Math.max(0, ...found.map((one) => one.length));
    const comment = Math.max(...comments.map((pattern) => end(pattern, start, text)));
    if (comment - start > longest) {
      // What follows the comment stands where the comment does.
      for (const { production, dot, origin } of set.items) put(comment, production, dot, origin);
      continue;
    }
    found = found.filter((one) => one.length === longest);
    if (found.some((one) => one.token.isText)) found = found.filter((one) => one.token.isText);
    for (const { items, end } of found)
      for (const { production, dot, origin } of items) put(end, production, dot + 1, origin);
  }
  return offset;
}

let refused = 0;
const files = process.argv.slice(2);
for (const file of files) {
  const text = fs.readFileSync(file, "utf8");
  const offset = refusal(text);
  if (offset === undefined) continue;
  refused += 1;
  const line = text.slice(0, offset).split("\n").length;
  console.log(`${file}:${line}: refused before ${JSON.stringify(text.slice(offset, offset + 40))}`);
}
console.log(`${files.length} files, ${refused} refused`);
process.exitCode = refused > 0 || files.length === 0 ? 1 : 0;
