import { ConditionError, type Literal, type Operator, type Reference } from "./tree.ts";

export type Token = { readonly position: number } & (
  | { readonly type: "reference"; readonly reference: Reference }
  | { readonly type: "literal"; readonly value: Literal }
  | { readonly type: "operator"; readonly operator: Operator }
  | { readonly type: "(" | ")" | "[" | "]" | "," | "and" | "or" | "not" | "empty" | "notempty" | "end" }
);

type Shape = Token extends infer Each ? (Each extends Token ? Omit<Each, "position"> : never) : never;

const shapes: readonly {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, position: number) => Shape;
}[] = [
  {
    pattern: /\{([^{}]*)\}/y,
    read: (match, position) => ({ type: "reference", reference: readReference(match[1] ?? "", position) }),
  },
  {
    pattern: /'([^']*)'|"([^"]*)"/y,
    read: (match, position) => ({ type: "literal", value: readString(match[1] ?? match[2] ?? "", position) }),
  },
  {
    pattern: /-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?(?![0-9A-Za-z_.])/y,
    read: (match) => ({ type: "literal", value: Number(match[0]) + 0 }),
  },
  { pattern: /[A-Za-z_]+/y, read: (match, position) => readWord(match[0], position) },
  { pattern: /&&|\|\||==|<>|!=|<=|>=|[=<>!()[\],]/y, read: (match) => readSign(match[0]) },
];

/** Cuts a condition into tokens; the last one is "end". */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let position = skipSpace(text, 0);
  while (position < text.length) {
    const { token, next } = tokenAt(text, position);
    tokens.push(token);
    position = skipSpace(text, next);
  }
  return [...tokens, { type: "end", position: text.length + 1 }];
}

function tokenAt(text: string, start: number): { token: Token; next: number } {
  for (const { pattern, read } of shapes) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match) return { token: { ...read(match, start + 1), position: start + 1 }, next: pattern.lastIndex };
  }
  throw new ConditionError(start + 1, "this character or number is not known in conditions.");
}

function skipSpace(text: string, start: number): number {
  let position = start;
  while (" \t\n\r".includes(text.charAt(position)) && position < text.length) position += 1;
  return position;
}

function readReference(inside: string, position: number): Reference {
  const [item = "", row, ...rest] = inside.split(".");
  const isRow = row === undefined || /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(row);
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(item) || !isRow || rest.length > 0) {
    throw new ConditionError(
      position,
      "between braces stands the name of an item, or of a matrix and its row: {item}, {matrix.row}.",
    );
  }
  return row === undefined ? { type: "reference", item } : { type: "reference", item, row };
}

/** Only characters that codes hold: survey-core rewrites some signs and words inside strings too. */
function readString(inside: string, position: number): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(inside) && !/equals/.test(inside)) return inside;
  throw new ConditionError(
    position,
    "a string in a condition is a code: letters, digits, _ and -. To ask for an answer that is absent, write empty.",
  );
}

const words: Readonly<Record<string, Shape>> = {
  and: { type: "and" },
  or: { type: "or" },
  empty: { type: "empty" },
  notempty: { type: "notempty" },
  true: { type: "literal", value: true },
  false: { type: "literal", value: false },
  contains: { type: "operator", operator: "contains" },
  notcontains: { type: "operator", operator: "notcontains" },
  anyof: { type: "operator", operator: "anyof" },
  allof: { type: "operator", operator: "allof" },
  noneof: { type: "operator", operator: "noneof" },
};

function readWord(word: string, position: number): Shape {
  const key = word.toLowerCase();
  const shape = Object.hasOwn(words, key) ? words[key] : undefined;
  if (shape) return shape;
  const remedy =
    key === "not"
      ? 'survey-core has no "not"; write !( … ).'
      : "Codes stand in quotes, items in braces; functions are not known.";
  throw new ConditionError(position, `the word ${word} is not known in conditions. ${remedy}`);
}

function readSign(sign: string): Shape {
  switch (sign) {
    case "&&":
      return { type: "and" };
    case "||":
      return { type: "or" };
    case "!":
      return { type: "not" };
    case "==":
      return { type: "operator", operator: "=" };
    case "<>":
      return { type: "operator", operator: "!=" };
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return { type: "operator", operator: sign };
    case "(":
    case ")":
    case "[":
    case "]":
    case ",":
      return { type: sign };
    default:
      throw new Error("A sign was matched that is not in the list.");
  }
}
