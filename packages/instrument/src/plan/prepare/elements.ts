import { questionTypes } from "../questions/index.ts";
import type { Expression, MakeQuestion, Preparing } from "../questions/shapes.ts";
import { beginningOf, type Concern } from "../run/concern.ts";
import { Panel, type PanelHome, type PreparedPanel } from "../run/panel.ts";
import type { Question } from "../run/question.ts";
import type { DataOwner, PreparedQuestion, Trigger } from "../run/standing.ts";
import { commentSuffix } from "../run/survey.ts";
import type { ElementSpec, PanelSpec, Plan, QuestionSpec } from "../specs.ts";
import { validatorTypes } from "../validators/index.ts";
import type { Binder } from "./binder.ts";
import { prepareContainer } from "./containers.ts";
import type { SurveyNames } from "./names.ts";
import type { Around, Surroundings } from "./reading.ts";

/** What questions are made with besides their home: where they keep answers, whose inside they are. */
export interface Setting {
  readonly data: DataOwner;
  readonly parentQuestion: Question | undefined;
  readonly prefix: string;
}

export type MakePanel = (home: PanelHome, setting: Setting) => Panel;

/** Prepares panels and questions so that making them costs nothing but their fields. */
export class ElementPreparer {
  readonly plan: Plan;
  readonly names: SurveyNames;
  readonly binder: Binder;

  constructor(plan: Plan, names: SurveyNames, binder: Binder) {
    this.plan = plan;
    this.names = names;
    this.binder = binder;
  }

  panel(spec: PanelSpec, around: Around | undefined): MakePanel {
    const { result, concern } = this.binder.recorded(() => this.panelMaker(spec, around));
    return (home, setting) => result(home, setting, concern);
  }
  private panelMaker(
    spec: PanelSpec,
    around: Around | undefined,
  ): (home: PanelHome, setting: Setting, concern: Concern) => Panel {
    const bind = this.binding({ names: this.names, self: undefined, around });
    const prepared: PreparedPanel = {
      name: spec.name,
      path: spec.path,
      visible: spec.visible,
      readOnly: spec.readOnly,
      isRequired: spec.isRequired,
      visibleIf: bind(spec.visibleIf),
      enableIf: bind(spec.enableIf),
      requiredIf: bind(spec.requiredIf),
      requiredMessage: spec.requiredMessage,
    };
    const elements = spec.elements.map((element) => this.element(element, around));
    return (home, setting, concern) => {
      const panel = new Panel(prepared, home, concern);
      const questions: Question[] = [];
      for (const make of elements) {
        const element = make(panel, setting);
        panel.elements.push(element);
        if (element instanceof Panel) questions.push(...element.questions);
        else questions.push(element);
      }
      panel.questions = questions;
      return panel;
    };
  }

  private element(
    spec: ElementSpec,
    around: Around | undefined,
  ): (parent: Panel, setting: Setting) => Panel | Question {
    if (spec.kind === "panel") {
      const make = this.panel(spec, around);
      return (parent, setting) => {
        const { run, entry } = parent.home;
        return make(
          { run, parent, entry, isStartPage: false, isPanel: true, prefix: parent.home.prefix },
          setting,
        );
      };
    }
    const make = this.question(spec, around);
    return (container, setting) => make(container, container.home, setting);
  }

  /** A question anywhere: on a page, in an entry, in a cell. */
  question(
    spec: QuestionSpec,
    around: Around | undefined,
  ): (container: Panel | undefined, home: Pick<PanelHome, "run" | "entry">, setting: Setting) => Question {
    const surroundings: Surroundings = { names: this.names, self: spec, around };
    const preparing = this.preparing(surroundings);
    const { result, concern } = this.binder.recorded(
      () => ({ prepared: this.prepared(spec, preparing), make: this.maker(spec, around, preparing) }),
      (whole) => completeConcern(whole, spec),
    );
    const prepared = { ...result.prepared, concern };
    const { make } = result;
    return (container, { run, entry }, { data, parentQuestion, prefix }) =>
      make(prepared, Object.freeze({ run, data, container, parentQuestion, prefix, entry }));
  }

  private maker(spec: QuestionSpec, around: Around | undefined, preparing: Preparing): MakeQuestion {
    const container = prepareContainer(spec, around, this, preparing);
    if (container) return container;
    const type = questionTypes.get(spec.type);
    if (!type)
      throw new Error(`The plan holds a question of type ${spec.type}, which this version does not know.`);
    return type.prepare(spec.leaf ?? {}, preparing);
  }

  preparing(surroundings: Surroundings): Preparing {
    return {
      survey: this.plan.survey,
      expression: (text) => this.binder.bind(text, surroundings),
    };
  }

  private binding(surroundings: Surroundings): (text: string | undefined) => Expression | undefined {
    return (text) => (text === undefined ? undefined : this.binder.bind(text, surroundings));
  }

  private prepared(spec: QuestionSpec, preparing: Preparing): Omit<PreparedQuestion, "concern"> {
    const bind = (text: string | undefined) => (text === undefined ? undefined : preparing.expression(text));
    const trigger = (text: string | undefined): Trigger | undefined =>
      text === undefined
        ? undefined
        : { expression: preparing.expression(text), dependence: this.binder.dependence(text) };
    return {
      type: spec.type,
      name: spec.name,
      valueName: spec.valueName,
      commentKey: spec.valueName + commentSuffix,
      path: spec.path,
      visible: spec.visible,
      readOnly: spec.readOnly,
      isRequired: spec.isRequired,
      clearIfInvisible:
        spec.clearIfInvisible === "default" ? this.plan.survey.clearInvisibleValues : spec.clearIfInvisible,
      showCommentArea: spec.showCommentArea,
      defaultValue: spec.defaultValue,
      defaultValueExpression: bind(spec.defaultValueExpression),
      hasUnreadDefault: spec.hasUnreadDefault === true,
      visibleIf: bind(spec.visibleIf),
      enableIf: bind(spec.enableIf),
      requiredIf: bind(spec.requiredIf),
      resetValueIf: trigger(spec.resetValueIf),
      setValueIf: trigger(spec.setValueIf),
      setValueExpression: trigger(spec.setValueExpression),
      validators: spec.validators.map((validator) => validatorTypes.prepare(validator, preparing)),
      requiredMessage: spec.requiredMessage,
      defaultDisplayValue: spec.defaultDisplayValue ?? "",
    };
  }
}

/** A question that every round may give another answer is passed over in none; what stands inside follows its list. */
function completeConcern(concern: Concern, spec: QuestionSpec): void {
  const { type, defaultValueExpression, leaf, valueName } = spec;
  if (
    spec.resetValueIf !== undefined ||
    spec.setValueIf !== undefined ||
    spec.setValueExpression !== undefined
  )
    concern.hasTriggers = true;
  if (type === "expression" || defaultValueExpression !== undefined || leaf?.carry !== undefined)
    concern.isAlways = true;
  if (!concern.isNothing) concern.names.add(beginningOf(valueName));
}
