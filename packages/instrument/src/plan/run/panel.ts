import type { Expression } from "../questions/shapes.ts";
import { noErrors } from "./asked.ts";
import type { Concern } from "./concern.ts";
import type { Question } from "./question.ts";
import type { Container, Entry, Place, QuestionRun } from "./standing.ts";

/** What stays the same of a page, a panel or the inside of an entry. */
export interface PreparedPanel {
  readonly name: string;
  readonly path: string;
  readonly visible: boolean;
  readonly readOnly: boolean;
  readonly isRequired: boolean;
  readonly visibleIf: Expression | undefined;
  readonly enableIf: Expression | undefined;
  readonly requiredIf: Expression | undefined;
  readonly requiredMessage: string;
}

/** Where a live panel stands. */
export interface PanelHome {
  readonly run: QuestionRun;
  readonly parent: Panel | undefined;
  readonly entry: Entry | undefined;
  readonly isStartPage: boolean;
  readonly isPanel: boolean;
  /** What stands before names in findings: `roster[0].`. */
  readonly prefix: string;
}

/** A page, a panel or the inside of an entry while one response is checked. */
export class Panel implements Container, Place {
  readonly prepared: PreparedPanel;
  readonly home: PanelHome;
  private readonly concern: Concern;
  readonly elements: (Panel | Question)[] = [];
  /** Those directly and deeper inside, not those in rows and entries. */
  questions: readonly Question[] = [];
  visible: boolean;
  readOnly: boolean;
  isRequired: boolean;
  errors = noErrors;
  /** As last noted; survey-core takes a panel for shown until it has noted otherwise. */
  private shown: boolean | undefined;
  private isRunningConditions = false;
  private isRendered = false;
  private listeners: readonly Question[] | undefined;
  /** Elements that any change could concern. */
  private conditional: readonly (Panel | Question)[] | undefined;

  constructor(prepared: PreparedPanel, home: PanelHome, concern: Concern) {
    this.concern = concern;
    this.prepared = prepared;
    this.home = home;
    this.visible = prepared.visible;
    this.readOnly = prepared.readOnly;
    this.isRequired = prepared.isRequired;
  }

  get name(): string {
    return this.prepared.name;
  }
  get run(): QuestionRun {
    return this.home.run;
  }
  get entry(): Entry | undefined {
    return this.home.entry;
  }
  get self(): undefined {
    return undefined;
  }
  get parent(): Panel | undefined {
    return this.home.parent;
  }
  get isStartPage(): boolean {
    return this.home.isStartPage;
  }

  get isPanel(): boolean {
    return this.home.isPanel;
  }

  /** Shown, and something in it is. */
  get isVisible(): boolean {
    if (!this.visible) return false;
    for (const element of this.elements) if (element.isVisible) return true;
    return false;
  }
  get isReadOnly(): boolean {
    const { parent, entry, run } = this.home;
    const around = parent ? parent.isReadOnly : entry?.owner.isReadOnly === true;
    return this.readOnly || around || run.survey.readOnly;
  }

  setVisible(visible: boolean): void {
    if (this.visible === visible) return;
    this.visible = visible;
    this.onVisibleChanged();
    this.parent?.onElementVisibilityChanged();
  }
  onElementVisibilityChanged(): void {
    this.childVisibilityChanged();
    this.parent?.onElementVisibilityChanged();
  }
  private childVisibilityChanged(): void {
    if (!this.isRunningConditions && this.isVisible !== (this.shown ?? true)) this.onVisibleChanged();
  }
  /** Answers go, or defaults come, with the whole panel. */
  protected onVisibleChanged(): void {
    const isVisible = this.isVisible;
    const before = this.shown;
    this.shown = isVisible;
    if (before !== isVisible) this.parent?.onElementVisibilityChanged();
    if (!this.run.isSettingData) this.clearOrDefault(isVisible);
    if (!this.isPanel) this.run.updateCurrentPage();
  }
  private clearOrDefault(isVisible: boolean): void {
    for (const question of this.questions) {
      if (isVisible) question.updateValueWithDefaults();
      else question.clearValueIfInvisible("onHiddenContainer");
    }
  }

  /** Whether anything in it has conditions. */
  get isConditional(): boolean {
    return !this.concern.isNothing;
  }
  mustRun(): boolean {
    if (!this.isConditional) return false;
    const { changedNames } = this.run;
    return changedNames === undefined || this.entry !== undefined || this.concern.touches(changedNames);
  }
  runCondition(): void {
    const before = this.isVisible;
    this.isRunningConditions = true;
    this.conditional ??= this.elements.filter(({ isConditional }) => isConditional);
    for (const element of this.conditional) if (element.mustRun()) element.runCondition();
    this.runConditionCore();
    this.isRunningConditions = false;
    if (before !== this.isVisible) this.childVisibilityChanged();
  }
  private runConditionCore(): void {
    const { visibleIf, enableIf, requiredIf } = this.prepared;
    if (visibleIf) this.setVisible(visibleIf.value(this) === true);
    if (enableIf) this.readOnly = enableIf.value(this) === false;
    if (requiredIf) this.isRequired = requiredIf.value(this) === true;
  }

  attach(): void {
    for (const element of this.elements) element.attach();
  }
  onFirstRendering(): void {
    if (this.isRendered) return;
    this.isRendered = true;
    for (const element of this.elements) element.onFirstRendering();
  }
  onSurveyLoad(): void {
    for (const element of this.elements) element.onSurveyLoad();
  }
  onAnyValueChanged(name: string): void {
    this.listeners ??= this.questions.filter(({ listens }) => listens);
    for (const question of this.listeners) question.onAnyValueChanged(name);
  }
  clearIncorrectValues(): void {
    for (const element of this.elements) element.clearIncorrectValues();
  }

  /** Objections of all that is visible inside, then of the panel itself. */
  validate(): boolean {
    let isValid = true;
    for (const element of this.elements) if (element.isVisible) isValid = element.validate() && isValid;
    if (this.isReadOnly) return isValid;
    this.errors = this.lacksAnswers()
      ? [{ kind: "required", message: this.prepared.requiredMessage }]
      : noErrors;
    return isValid && this.errors.length === 0;
  }
  private lacksAnswers(): boolean {
    if (!this.isRequired) return false;
    const visible = this.visibleQuestions();
    return visible.length > 0 && visible.every((question) => question.isEmpty());
  }
  private visibleQuestions(): Question[] {
    return this.elements.flatMap((element) => {
      if (!element.visible) return [];
      return element instanceof Panel ? element.visibleQuestions() : [element];
    });
  }
}
