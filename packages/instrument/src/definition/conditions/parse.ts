import { type Token, tokensOf } from "./tokens.ts";
import {
  type Condition,
  ConditionError,
  type Literal,
  limits,
  type Operand,
  type Reference,
} from "./tree.ts";

/**
 * Parses the subset of SurveyJS conditions that Tiltas knows:
 * `{item}` and `{matrix.row}` compared (= == != <> < <= > >= contains notcontains anyof allof noneof) with a number,
 * a 'code', true, false, a list or another item; `empty`, `notempty`; `and`/`&&` before `or`/`||`; `!( … )`; parentheses.
 *
 * @throws  ConditionError with the place of the first thing it does not know, or of the limit exceeded
 */
export function parseCondition(text: string): Condition {
  if (text.length > limits.characters)
    throw new ConditionError(limits.characters, `a condition holds at most ${limits.characters} characters.`);
  return new Parser(tokensOf(text)).parse();
}

class Parser {
  private readonly tokens: readonly Token[];
  private next = 0;
  private terms = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parse(): Condition {
    const condition = this.alternatives();
    const rest = this.peek();
    if (rest.type !== "end")
      throw new ConditionError(rest.position, "the condition should end here, or go on with and, or.");
    return condition;
  }

  private alternatives(): Condition {
    return this.joined("any", "or", () => this.joined("all", "and", () => this.term()));
  }

  private joined(type: "all" | "any", word: "and" | "or", part: () => Condition): Condition {
    const first = part();
    const parts = [first];
    while (this.peek().type === word) {
      this.take();
      parts.push(part());
    }
    return parts.length === 1 ? first : { type, parts };
  }

  private term(): Condition {
    const token = this.take();
    this.terms += 1;
    if (this.terms > limits.terms)
      throw new ConditionError(token.position, `a condition holds at most ${limits.terms} terms.`);
    if (token.type === "(") return this.group(token);
    if (token.type === "not") return { type: "not", part: this.negated() };
    if (token.type === "reference") return this.statement(token.reference);
    if (token.type === "literal" && typeof token.value === "boolean")
      return { type: "constant", value: token.value };
    throw new ConditionError(token.position, "an item in braces is expected here, compared with a value.");
  }

  /** After "!" survey-core takes one factor only; parentheses make that plain to the reader. */
  private negated(): Condition {
    const token = this.take();
    if (token.type !== "(")
      throw new ConditionError(token.position, "after ! write the negated part in parentheses.");
    return this.group(token);
  }

  private group(opening: Token): Condition {
    this.depth += 1;
    if (this.depth > limits.depth)
      throw new ConditionError(
        opening.position,
        `parentheses stand inside one another at most ${limits.depth} deep.`,
      );
    const condition = this.alternatives();
    this.depth -= 1;
    const closing = this.take();
    if (closing.type !== ")")
      throw new ConditionError(closing.position, "a closing parenthesis is expected here.");
    return condition;
  }

  private statement(left: Reference): Condition {
    const token = this.take();
    if (token.type === "empty" || token.type === "notempty") return { type: token.type, left };
    if (token.type === "operator")
      return { type: "comparison", operator: token.operator, left, right: this.operand() };
    throw new ConditionError(token.position, "a comparison, empty or notempty is expected after an item.");
  }

  private operand(): Operand {
    const token = this.take();
    if (token.type === "reference") return token.reference;
    if (token.type === "literal") return { type: "literal", value: token.value };
    if (token.type === "[") return { type: "list", values: this.list() };
    throw new ConditionError(
      token.position,
      "a number, a 'code', a list or an item in braces is expected here.",
    );
  }

  private list(): Literal[] {
    const values: Literal[] = [];
    for (;;) {
      const token = this.take();
      if (token.type !== "literal")
        throw new ConditionError(token.position, "a list holds numbers and 'codes', at least one.");
      values.push(token.value);
      const after = this.take();
      if (after.type === "]") return values;
      if (after.type !== ",")
        throw new ConditionError(after.position, "a comma or the end of the list is expected here.");
    }
  }

  private peek(): Token {
    return this.tokens[this.next] ?? { type: "end", position: 1 };
  }

  private take(): Token {
    const token = this.peek();
    this.next += 1;
    return token;
  }
}
