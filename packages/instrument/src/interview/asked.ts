import {
  type PanelModelBase,
  type Question,
  QuestionMatrixDropdownModel,
  QuestionMatrixDropdownModelBase,
  QuestionMultipleTextModel,
  QuestionPanelDynamicModel,
  QuestionSelectBase,
  type SurveyModel,
} from "survey-core";

/** A question, panel or page that is shown, with the path that a plan gives it. */
export interface AskedElement {
  /** `name`; inside others `grid.row.column`, `grid[0].column`, `roster[0].part`, `composite.part`. */
  readonly path: string;
  readonly question: Question | undefined;
  readonly panel: PanelModelBase | undefined;
}

/** Everything that is visible together with all that it stands in, in questionnaire order. */
export function* askedIn(model: SurveyModel): Generator<AskedElement> {
  for (const page of model.pages) if (page.isVisible) yield* askedOn(page, "");
}

function* askedOn(panel: PanelModelBase, prefix: string): Generator<AskedElement> {
  if (panel.name) yield { path: `${prefix}${panel.name}`, question: undefined, panel };
  for (const element of panel.elements) {
    if (!element.isVisible) continue;
    if (element.isPanel) yield* askedOn(element as unknown as PanelModelBase, prefix);
    else yield* askedOf(element as unknown as Question, `${prefix}${element.name}`, prefix);
  }
}

function* askedOf(question: Question, path: string, prefix: string): Generator<AskedElement> {
  yield { path, question, panel: undefined };
  if (question instanceof QuestionPanelDynamicModel) yield* askedInEntries(question, path);
  else if (question instanceof QuestionMatrixDropdownModelBase) yield* askedInCells(question, path);
  else if (question instanceof QuestionMultipleTextModel) {
    for (const item of question.items)
      if (item.editor.isVisible) yield* askedOf(item.editor, `${path}.${item.name}`, `${path}.`);
  } else if (question instanceof QuestionSelectBase) yield* askedUnderChoices(question, prefix);
}

function* askedInEntries(roster: QuestionPanelDynamicModel, path: string): Generator<AskedElement> {
  for (const [i, panel] of roster.panels.entries())
    if (panel.isVisible) yield* askedOn(panel, `${path}[${i}].`);
}

function* askedInCells(grid: QuestionMatrixDropdownModelBase, path: string): Generator<AskedElement> {
  const all = grid.allRows ?? grid.visibleRows;
  for (const row of grid.visibleRows) {
    const place = grid instanceof QuestionMatrixDropdownModel ? `.${row.rowName}` : `[${all.indexOf(row)}]`;
    for (const { question, column } of row.cells)
      if (question?.isVisible) yield* askedOf(question, `${path}${place}.${column.name}`, `${path}${place}.`);
    if (row.detailPanel) yield* askedOn(row.detailPanel, `${path}${place}.`);
  }
}

/** Questions that stand under a chosen option keep their own names among the answers. */
function* askedUnderChoices(question: QuestionSelectBase, prefix: string): Generator<AskedElement> {
  for (const choice of question.choices)
    if (choice.hasElements && choice.isPanelShowing) yield* askedOn(choice.panel, prefix);
}
