import type { Microdata } from "@tiltas/cli/microdata";

/** True, false, or not known because a field is missing. */
type Truth = boolean | undefined;

/** What a condition reads of one row: the field as text, empty where missing. */
type FieldOf = (column: string) => string;

type Test = (field: FieldOf) => Truth;

/**
 * Reads a condition as the cases write it, in R's words: `a == 'x' & b > 3`, `psu in {1,4}`, `a %in% c('x','y')`,
 * `!is.na(a)`, brackets, `|`. A missing field makes a comparison unknown, and unknown is outside.
 *
 * @returns by row: 1 where the condition holds
 * @throws SyntaxError naming the place that could not be read
 */
export function rowsWhere(condition: string, data: Microdata): Uint8Array {
  const test = new ConditionReader(condition).read();
  const columns = new Map<string, string[]>();
  const textsOf = (column: string) => {
    const texts = columns.get(column) ?? data.texts(column);
    columns.set(column, texts);
    return texts;
  };
  return Uint8Array.from({ length: data.rows }, (_, row) =>
    test((column) => textsOf(column)[row] ?? "") === true ? 1 : 0,
  );
}

const word =
  /\s*(%in%|<=|>=|==|!=|[<>!&|(){},]|'(?:[^'])*'|"(?:[^"])*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?L?|[A-Za-z_.][\w.]*)/y;

class ConditionReader {
  readonly #words: string[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    word.lastIndex = 0;
    let end = 0;
    for (let found = word.exec(text); found; found = word.exec(text)) {
      this.#words.push(found[1] ?? "");
      end = word.lastIndex;
    }
    if (text.slice(end).trim() !== "")
      throw new SyntaxError(`The condition "${text}" cannot be read from "${text.slice(end)}" on.`);
  }

  read(): Test {
    const test = this.#either();
    if (this.#at < this.#words.length) this.#refuse();
    return test;
  }

  #refuse(): never {
    throw new SyntaxError(
      `The condition "${this.#text}" cannot be read at "${this.#words[this.#at] ?? "its end"}".`,
    );
  }

  #take(...wanted: string[]): string | undefined {
    const found = this.#words[this.#at];
    if (found === undefined || !wanted.includes(found)) return undefined;
    this.#at++;
    return found;
  }

  #need(wanted: string): void {
    if (this.#take(wanted) === undefined) this.#refuse();
  }

  #either(): Test {
    const parts = [this.#both()];
    while (this.#take("|") !== undefined) {
      this.#take("|");
      parts.push(this.#both());
    }
    return (field) => {
      const truths = parts.map((part) => part(field));
      return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
    };
  }

  #both(): Test {
    const parts = [this.#one()];
    while (this.#take("&") !== undefined) {
      this.#take("&");
      parts.push(this.#one());
    }
    return (field) => {
      const truths = parts.map((part) => part(field));
      return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
    };
  }

  #one(): Test {
    if (this.#take("!") !== undefined) {
      const inner = this.#one();
      return (field) => {
        const truth = inner(field);
        return truth === undefined ? undefined : !truth;
      };
    }
    if (this.#take("(") !== undefined) {
      const inner = this.#either();
      this.#need(")");
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Test {
    if (this.#take("is.na") !== undefined) {
      this.#need("(");
      const column = this.#next();
      this.#need(")");
      return (field) => field(column) === "";
    }
    const left = this.#next();
    if (this.#take("in", "%in%") !== undefined) {
      const members = this.#members();
      return (field) => members.some((member) => compare(operand(left, field), "==", member) === true);
    }
    const operator = this.#take("==", "!=", "<=", ">=", "<", ">");
    if (operator === undefined) return (field) => truthOf(operand(left, field));
    const right = this.#next();
    return (field) => compare(operand(left, field), operator, operand(right, field));
  }

  #members(): string[] {
    this.#take("c");
    const close = this.#take("{") === undefined ? ")" : "}";
    if (close === ")") this.#need("(");
    const members: string[] = [];
    while (this.#take(close) === undefined) {
      const member = this.#next();
      members.push(/^['"]/.test(member) ? member.slice(1, -1) : member);
      this.#take(",");
    }
    return members;
  }

  #next(): string {
    const found = this.#words[this.#at];
    if (found === undefined || /^(?:[!<>=&|(){},]|%in%)/.test(found)) this.#refuse();
    this.#at++;
    return found;
  }
}

/** The text of a constant, or of the row's field. */
function operand(text: string, field: FieldOf): string {
  if (/^['"]/.test(text)) return text.slice(1, -1);
  if (text === "TRUE" || text === "FALSE") return text;
  return /^-?\d/.test(text) ? text.replace(/L$/, "") : field(text);
}

function truthOf(text: string): Truth {
  return text === "" ? undefined : text === "TRUE" || (text !== "FALSE" && Number(text) !== 0);
}

/** Numbers compare by size where both sides are numbers, otherwise texts by their bytes. */
function compare(left: string, operator: string, right: string): Truth {
  if (left === "" || right === "") return undefined;
  const [a, b] = [Number(left), Number(right)];
  const order =
    Number.isNaN(a) || Number.isNaN(b) ? (left < right ? -1 : left > right ? 1 : 0) : Math.sign(a - b);
  switch (operator) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}
