import type { Step } from "../../expressions/index.ts";
import type { Removal } from "../check.ts";
import type { Expression, SurveySettings, Validator } from "../questions/shapes.ts";
import type { Concern } from "./concern.ts";
import type { Question } from "./question.ts";

/** What stays the same of a question in all its rows and entries, prepared once. */
export interface PreparedQuestion {
  /** survey-core's class, such as "radiogroup"; for a cell the class of its question. */
  readonly type: string;
  readonly name: string;
  /** The key of the answer: `valueName`, else the name. */
  readonly valueName: string;
  /** The key of the comment. */
  readonly commentKey: string;
  /** Place in the definition. */
  readonly path: string;
  readonly visible: boolean;
  readonly readOnly: boolean;
  readonly isRequired: boolean;
  /** "none", "onComplete", "onHidden" or "onHiddenContainer", of the question or else of the survey. */
  readonly clearIfInvisible: string;
  readonly showCommentArea: boolean;
  readonly defaultValue: unknown;
  readonly defaultValueExpression: Expression | undefined;
  /** See QuestionSpec. */
  readonly hasUnreadDefault: boolean;
  readonly visibleIf: Expression | undefined;
  readonly enableIf: Expression | undefined;
  readonly requiredIf: Expression | undefined;
  readonly resetValueIf: Trigger | undefined;
  readonly setValueIf: Trigger | undefined;
  readonly setValueExpression: Trigger | undefined;
  readonly validators: readonly Validator[];
  /** Changes after which its conditions run again. */
  readonly concern: Concern;
  /** "requiredError", or the place of the questionnaire's own words. */
  readonly requiredMessage: string;
  /** What displayValue() says where there is no answer. */
  readonly defaultDisplayValue: string;
}

/** An expression of a question that runs when something it reads has changed. */
export interface Trigger {
  readonly expression: Expression;
  readonly dependence: Dependence;
}

/** What an expression reads, for finding out whether a change concerns it. */
export interface Dependence {
  /** It calls a function that reads nothing: every change concerns it. */
  readonly isAlways: boolean;
  /** Names as written, each with its beginnings: `a.b[0].c` begins with `a` and `a.b`. */
  readonly reads: readonly { readonly name: string; readonly steps: readonly Step[] }[];
}

/** Who keeps the answers of the questions inside: the survey, a row, an entry, a multiple text. */
export interface DataOwner {
  getValue(name: string): unknown;
  setValue(name: string, value: unknown, questionName: string): void;
  getComment(name: string): unknown;
  setComment(name: string, comment: unknown): void;
  readonly isChangingByDefault: boolean;
}

/** A row of a matrix or an entry of a dynamic panel. */
export interface Entry extends DataOwner {
  /** The matrix or dynamic panel. */
  readonly owner: Question;
  readonly isVisible: boolean;
  readonly isReadOnly: boolean;
  readonly questions: readonly Question[];
  /** What a name means in here; `absent` where it means nothing. `isRoot`: as the first step of an expression. */
  lookUp(steps: readonly Step[], from: number, isRoot: boolean): unknown;
}

/** Where an expression is evaluated. */
export interface Place {
  readonly run: QuestionRun;
  readonly entry: Entry | undefined;
  /** The question whose expression it is. */
  readonly self: Question | undefined;
  /** What `{item}` and `{choice}` mean: the value of the choice or column that is looked at. */
  item?: { readonly value: unknown } | undefined;
}

/** Page, panel or entry around a question. */
export interface Container {
  readonly isVisible: boolean;
  readonly isReadOnly: boolean;
  readonly parent: Container | undefined;
  readonly isStartPage: boolean;
  /** A panel, no page. */
  readonly isPanel: boolean;
  /** Questions directly or deeper in it, not those in rows and entries. */
  readonly questions: readonly Question[];
  /** Whether something in it is shown may have changed. */
  onElementVisibilityChanged(): void;
}

/** What a live question may ask of the check that it is part of. */
export interface QuestionRun {
  readonly survey: SurveySettings;
  readonly now: Date;
  readonly isSettingData: boolean;
  /** Answers that are judged again because one of them has changed while they were judged. */
  readonly isOnValueChanged: boolean;
  /** Another visible question keeps its answer under the same name. */
  hasVisibleTwin(question: Question): boolean;
  /** Several questions of the survey itself keep their answers under this name. */
  isShared(valueName: string): boolean;
  /** What has changed since conditions ran last, by `beginningOf`; undefined: anything. */
  readonly changedNames: ReadonlySet<string> | undefined;
  /** A page may have become visible or not. */
  updateCurrentPage(): void;
  questionByName(name: string): Question | undefined;
  /** Says what was let go; `question.answerPath` is filled in where `path` is absent. */
  removed(question: Question, reason: Removal["reason"], path?: string): void;
}

/** Where a live question stands. */
export interface Home {
  readonly run: QuestionRun;
  readonly data: DataOwner;
  readonly container: Container | undefined;
  readonly parentQuestion: Question | undefined;
  /** `roster[0].`, `grid.row.` …: what stands before the name in findings. */
  readonly prefix: string;
  /** Row or entry around the question, in which `{row.x}` and `{panel.x}` are read. */
  readonly entry: Entry | undefined;
}
