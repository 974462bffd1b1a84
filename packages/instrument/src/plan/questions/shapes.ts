import type { JsonObject } from "../../definition/json.ts";
import type { OutlineNode } from "../../definition/outline.ts";
import type { FindingKind } from "../check.ts";
import type { Question } from "../run/question.ts";
import type { Home, Place, PreparedQuestion } from "../run/standing.ts";

/**
 * One kind of question that holds no other questions: text, radiogroup, rating … also as the cell of a matrix column
 * and as the item of a multiple text, for which the engine hands in a node with the question's own type and JSON.
 */
export interface QuestionType {
  /**
   * What this kind needs while answers are checked, as plain JSON, from the file alone. The properties that all
   * questions share (name, valueName, visibleIf, enableIf, requiredIf, isRequired, readOnly, defaultValue …,
   * validators, clearIfInvisible, showCommentArea) are compiled by the engine.
   */
  compile(node: OutlineNode, compiling: Compiling): JsonObject;
  /** Called once per place in the questionnaire when the plan is prepared: regexes, sets of codes, expressions … */
  prepare(spec: JsonObject, preparing: Preparing): MakeQuestion;
}

/** Makes the live question in the survey, in one row of a matrix or in one entry of a dynamic panel. */
export type MakeQuestion = (prepared: PreparedQuestion, home: Home) => Question;

/** What compiling may ask of the engine; never throws. */
export interface Compiling {
  /** Settings of the survey that reach into questions. */
  readonly survey: SurveySettings;
  /** The part cannot be taken: the questionnaire has no plan. `path` is a place in the definition. */
  refuse(path: string, construct: string, message: string): void;
  /** The part is taken without effect. */
  notice(path: string, construct: string, message: string): void;
  /**
   * Checks an expression or condition for length and functions and refuses it at `path` if it does not pass. One that
   * survey-core cannot read is noticed and taken as `unread`, or as if it were not there. Returns it as it is to be
   * kept in the spec; undefined where there is none (absent, "", not a text, refused).
   */
  expression(text: unknown, path: string, unread?: string): string | undefined;
}

/** Properties of the survey that change what questions do, with survey-core's defaults filled in. */
export interface SurveySettings {
  /** Language in which survey-core shows the questionnaire, "" for its own. */
  readonly locale: string;
  readonly storeOthersAsComment: boolean;
  readonly clearInvisibleValues: string;
  readonly clearDisabledChoices: boolean;
  readonly maxTextLength: number;
  readonly maxCommentLength: number;
  readonly textUpdateMode: string;
  readonly validationEnabled: boolean;
  readonly checkErrorsMode: string;
  readonly readOnly: boolean;
}

/** What preparing may ask of the engine; everything it gets was compiled before, so nothing can be refused here. */
export interface Preparing {
  readonly survey: SurveySettings;
  /** Binds an expression where the question stands: `{panel.x}` and `{row.x}` mean the same as there. */
  expression(text: string): Expression;
}

/** A bound expression. */
export interface Expression {
  /** `item` is what `{item}` and `{choice}` mean: the value of the choice that is looked at. */
  value(place: Place, item?: unknown): unknown;
  /** survey-core's verdict of a condition: anything truthy. */
  holds(place: Place, item?: unknown): boolean;
}

/** What a question objects to. `message`: see PlanFinding. */
export interface QuestionError {
  readonly kind: FindingKind;
  readonly message: string;
}

/**
 * A validator of `validators`. `prepareValidator` gives it back; the engine runs all of them in order when the question
 * itself has no objection (canRunValidators).
 */
export interface Validator {
  /** @param question  absent where conditions on other answers are looked at elsewhere */
  check(value: unknown, question?: Question): QuestionError | undefined;
}

/** What plan/validators/index.ts offers the engine. */
export interface ValidatorTypes {
  /** `node` is an outline node of class numericvalidator, textvalidator …; refuses what it does not take. */
  compile(node: OutlineNode, compiling: Compiling): JsonObject;
  prepare(spec: JsonObject, preparing: Preparing): Validator;
}
