import type { JsonObject } from "../definition/json.ts";
import type { SurveySettings } from "./questions/shapes.ts";

/**
 * An instrument compiled: all that a check needs, as plain JSON. Expressions stay as texts; `preparePlan` binds them.
 */
export interface Plan {
  readonly format: "tiltas-plan/1";
  readonly survey: SurveySettings;
  readonly firstPageIsStartPage: boolean;
  readonly calculatedValues: readonly CalculatedValueSpec[];
  readonly triggers: readonly TriggerSpec[];
  readonly pages: readonly PanelSpec[];
}

export interface CalculatedValueSpec {
  readonly name: string;
  readonly expression: string;
  readonly includeIntoResult: boolean;
}

export interface TriggerSpec {
  readonly type: "visible" | "setvalue" | "copyvalue" | "runexpression" | "skip" | "complete";
  readonly expression: string | undefined;
  readonly setToName?: string;
  readonly setValue?: unknown;
  readonly isVariable?: boolean;
  readonly fromName?: string;
  readonly copyDisplayValue?: boolean;
  readonly runExpression?: string;
  readonly pages?: readonly string[];
  readonly questions?: readonly string[];
}

export type ElementSpec = PanelSpec | QuestionSpec;

/** Page, panel or the inside of an entry. */
export interface PanelSpec {
  readonly kind: "panel";
  readonly name: string;
  /** Place in the definition. */
  readonly path: string;
  readonly visible: boolean;
  readonly visibleIf?: string;
  readonly readOnly: boolean;
  readonly enableIf?: string;
  readonly isRequired: boolean;
  readonly requiredIf?: string;
  readonly requiredMessage: string;
  readonly elements: readonly ElementSpec[];
}

/** What all questions share, and what their kind adds. */
export interface QuestionSpec {
  readonly kind: "question";
  readonly type: string;
  readonly name: string;
  readonly valueName: string;
  readonly path: string;
  readonly visible: boolean;
  readonly visibleIf?: string;
  readonly readOnly: boolean;
  readonly enableIf?: string;
  readonly isRequired: boolean;
  readonly requiredIf?: string;
  readonly requiredMessage: string;
  /** What displayValue() says where there is no answer. */
  readonly defaultDisplayValue?: string;
  readonly clearIfInvisible: string;
  readonly showCommentArea: boolean;
  readonly defaultValue?: unknown;
  readonly defaultValueExpression?: string;
  /** There is a default value by expression, but survey-core cannot read it. */
  readonly hasUnreadDefault?: true;
  readonly resetValueIf?: string;
  readonly setValueIf?: string;
  readonly setValueExpression?: string;
  readonly validators: readonly JsonObject[];
  /** What a kind of question without questions inside keeps for itself. */
  readonly leaf?: JsonObject;
  readonly grid?: GridSpec;
  readonly roster?: RosterSpec;
  readonly composite?: CompositeSpec;
  readonly matrix?: MatrixSpec;
}

/** A choice, row or column of a matrix. */
export interface ItemSpec {
  readonly value: unknown;
  readonly text: string;
  readonly path: string;
  readonly visibleIf?: string;
  readonly enableIf?: string;
}

/** matrixdropdown and matrixdynamic: rows of cells. */
export interface GridSpec {
  readonly columns: readonly ColumnSpec[];
  /** matrixdropdown: the rows of the file; matrixdynamic: none. */
  readonly rows: readonly ItemSpec[];
  readonly rowsVisibleIf?: string;
  readonly columnsVisibleIf?: string;
  readonly hideIfRowsEmpty: boolean;
  /** Elements of the detail panel; absent where there is none. */
  readonly detail?: PanelSpec;
  readonly keyMessage: string;
  readonly dynamic?: DynamicSpec;
}

/** What a list as long as the respondent makes it has of its own. */
export interface DynamicSpec {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly keyName: string;
  /** defaultRowValue or defaultPanelValue. */
  readonly entryDefault?: unknown;
  readonly minMessage?: string;
}

export interface ColumnSpec {
  readonly name: string;
  readonly isUnique: boolean;
  readonly cell: QuestionSpec;
  /** What stands under the column; absent where the matrix has no row of totals. */
  readonly total?: QuestionSpec;
}

export interface RosterSpec extends DynamicSpec {
  readonly template: PanelSpec;
  readonly displayMode: string;
  readonly keyMessage: string;
}

/** multipletext */
export interface CompositeSpec {
  readonly items: readonly QuestionSpec[];
}

/** matrix: one code, or several, a row. */
export interface MatrixSpec {
  readonly rows: readonly ItemSpec[];
  readonly columns: readonly ItemSpec[];
  readonly rowsVisibleIf?: string;
  readonly columnsVisibleIf?: string;
  readonly hideIfRowsEmpty: boolean;
  readonly isMultiSelect: boolean;
  readonly eachRowRequired: boolean;
  readonly eachRowUnique: boolean;
  /** Codes of columns that exclude all others of their row. */
  readonly exclusive: readonly unknown[];
}
