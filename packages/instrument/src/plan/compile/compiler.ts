import type { OutlineNode } from "../../definition/outline.ts";
import {
  type Expression,
  ExpressionError,
  objectionTo,
  parseExpression,
  referencesIn,
  unknownCallsIn,
} from "../../expressions/index.ts";
import type { Refusal } from "../check.ts";
import { checkProperties } from "../properties/index.ts";
import type { Compiling, SurveySettings } from "../questions/shapes.ts";
import type { Meaning } from "./meaning.ts";

/** Most refusals and notices that are listed: a file of another kind would fill screens. */
const mostListed = 200;

/** Collects what cannot be taken while a questionnaire is compiled. */
export class Compiler implements Compiling {
  readonly survey: SurveySettings;
  readonly refusals: Refusal[] = [];
  readonly notices: Refusal[] = [];

  constructor(survey: SurveySettings) {
    this.survey = survey;
  }

  refuse(path: string, construct: string, message: string): void {
    this.add(this.refusals, { path, construct, message });
  }
  notice(path: string, construct: string, message: string): void {
    this.add(this.notices, { path, construct, message });
  }
  object(refusal: Refusal | undefined): void {
    if (refusal) this.add(this.refusals, refusal);
  }

  /** Looks at what stands in one part, not in those inside it. */
  properties(node: OutlineNode): void {
    const { refusals, notices } = checkProperties(node);
    for (const refusal of refusals) this.add(this.refusals, refusal);
    for (const notice of notices) this.add(this.notices, notice);
  }

  /** Looks at a part that no question asked about, such as where its choices come from; says nothing twice. */
  leftOver(node: OutlineNode): void {
    const { refusals, notices } = checkProperties(node);
    for (const [list, found] of [
      [this.refusals, refusals],
      [this.notices, notices],
    ] as const)
      for (const one of found)
        if (!list.some(({ path, construct }) => path === one.path && construct === one.construct))
          this.add(list, one);
  }

  expression(text: unknown, path: string, unread?: string): string | undefined {
    if (typeof text !== "string" || text === "") return undefined;
    const { objection, passedOver = [], isUnread = false } = readingOf(text);
    for (const { construct, message } of passedOver)
      this.add(this.notices, { path, construct, message, severe: true });
    if (!objection) return isUnread ? unread : text;
    this.refuse(path, objection.construct, objection.message);
    return undefined;
  }
  /** The expression that a part holds under `name`. */
  expressionOf(meaning: Meaning, name: string, unread?: string): string | undefined {
    return this.expression(meaning.get(name), meaning.place(name), unread);
  }
  /** A condition that holds for nothing where survey-core cannot read it. */
  filterOf(meaning: Meaning, name: string): string | undefined {
    return this.expressionOf(meaning, name, "false");
  }

  /** Rows and entries that are there from the start: a file could ask for a million of them. */
  atMost(limit: number, meaning: Meaning, name: string): void {
    if (meaning.number(name, 0) > limit)
      this.refuse(meaning.place(name), name, `At most ${limit} stand there from the start; write fewer.`);
  }

  private add(list: Refusal[], refusal: Refusal): void {
    if (list.length < mostListed) list.push(refusal);
  }
}

type Objection = Pick<Refusal, "construct" | "message">;

interface ReadingOfText {
  /** What cannot be taken: a limit, a function, a name that means something on screen only. */
  readonly objection?: Objection | undefined;
  /** What survey-core passes over: a text that is no expression, functions that it does not have. */
  readonly passedOver?: readonly Objection[];
  readonly isUnread?: boolean;
}

function readingOf(text: string): ReadingOfText {
  try {
    const expression = parseExpression(text);
    const objection = objectionTo(expression) ?? objectionToNames(expression);
    return objection ? { objection } : { passedOver: unknownCallsIn(expression) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return error.construct === "syntax" ? { passedOver: [error], isUnread: true } : { objection: error };
  }
}

function objectionToNames(expression: Expression): Objection | undefined {
  for (const { name, isProperty } of referencesIn(expression)) {
    if (isProperty)
      return {
        construct: `property {$${name}}`,
        message: `{$${name}} is a property of an element, not an answer: write the condition on which it depends.`,
      };
    if (onScreenOnly.has(name.toLowerCase()))
      return {
        construct: `variable {${name}}`,
        message: `{${name}} is known on screen only: write a condition on answers instead.`,
      };
  }
  return undefined;
}

/** @source survey-core 3.0.0, SurveyValueGetterContext.getBuiltInVariableValue */
const onScreenOnly = new Set(
  "pageno pagecount correctedanswers correctanswers correctedanswercount incorrectedanswers incorrectanswers incorrectedanswercount questioncount".split(
    " ",
  ),
);
