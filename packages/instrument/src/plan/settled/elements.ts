import type { JsonObject } from "../../definition/json.ts";
import type { SurveyNames } from "../prepare/names.ts";
import { commentSuffix, totalSuffix } from "../run/survey.ts";
import type { ElementSpec, PanelSpec, Plan, QuestionSpec } from "../specs.ts";
import { validatorTypes } from "../validators/index.ts";
import type { Conditions, Test } from "./conditions.ts";
import { kindOf, type Offer, unansweredOf } from "./kinds/index.ts";
import { type Look, Unsettled } from "./look.ts";
import {
  type Part,
  type Rule,
  SettledPanel,
  SettledQuestion,
  SettledRoster,
  type Standing,
} from "./parts.ts";
import type { Where } from "./readings.ts";

const never: Test = () => false;
const always: Test = () => true;

/** Makes the parts of a questionnaire that leaves settled answers as they are; throws Unsettled where one does not. */
export class SettledElements {
  private readonly plan: Plan;
  private readonly names: SurveyNames;
  private readonly conditions: Conditions;
  private readonly look: Look;
  readonly bySlot: (SettledQuestion | SettledRoster)[] = [];

  constructor(plan: Plan, names: SurveyNames, conditions: Conditions, look: Look) {
    this.plan = plan;
    this.names = names;
    this.conditions = conditions;
    this.look = look;
  }

  pages(): Part[] {
    this.mustNotBuildLists();
    return this.plan.pages.map((page) => this.panel(page));
  }

  /** Entries come into being where a page is shown first: before any list stands a page that everybody sees. */
  private mustNotBuildLists(): void {
    const isList = ({ elements }: PanelSpec): boolean =>
      elements.some((element) => (element.kind === "panel" ? isList(element) : element.roster !== undefined));
    const isForAll = ({ visible, visibleIf }: ElementSpec) => visible && visibleIf === undefined;
    const first = this.plan.pages.findIndex(
      (page) => isForAll(page) && page.elements.some((one) => one.kind === "question" && isForAll(one)),
    );
    if (this.plan.pages.slice(0, first < 0 ? undefined : first + 1).some(isList))
      throw new Unsettled("entries come into being when the questionnaire is opened");
  }

  private panel(spec: PanelSpec): Part {
    const { readOnly, enableIf, isRequired, requiredIf } = spec;
    if (readOnly || enableIf !== undefined || isRequired || requiredIf !== undefined)
      throw new Unsettled("panels ask for answers themselves, or are locked");
    const parts = spec.elements.map((element) =>
      element.kind === "panel" ? this.panel(element) : this.question(element),
    );
    return new SettledPanel(this.shown(spec, {}), parts);
  }

  private shown({ visible, visibleIf }: ElementSpec, where: Where): Test | undefined {
    if (visibleIf !== undefined) return this.conditions.test(visibleIf, where);
    return visible ? undefined : never;
  }

  private question(spec: QuestionSpec): Part {
    const slot = this.names.questions.indexOf(spec);
    const where: Where = { self: spec };
    const standing = this.standing(spec, slot, where);
    const part = spec.roster ? this.roster(spec, standing) : this.plainQuestion(spec, standing, where);
    this.bySlot[slot] = part;
    return part;
  }

  private plainQuestion(spec: QuestionSpec, standing: Standing, where: Where): SettledQuestion {
    const kind = kindOf(spec, this.offer(where));
    if (kind.needsWords && standing.rules.length > 0)
      throw new Unsettled("validators look at words beside it");
    return new SettledQuestion(standing, kind, this.look);
  }

  private standing(spec: QuestionSpec, slot: number, where: Where): Standing {
    mustBePlain(spec);
    const { clearIfInvisible, name, valueName, showCommentArea } = spec;
    const clears = clearIfInvisible === "default" ? this.plan.survey.clearInvisibleValues : clearIfInvisible;
    return {
      slot,
      name,
      valueName,
      isShown: this.shown(spec, where),
      isRequired: this.required(spec, where),
      rules: spec.validators.flatMap((validator) => this.rule(validator, where)),
      hasCommentArea: showCommentArea,
      keepsHidden: clears === "none",
    };
  }

  private required({ isRequired, requiredIf }: QuestionSpec, where: Where): Test | undefined {
    if (requiredIf !== undefined) return this.conditions.test(requiredIf, where);
    return isRequired ? always : undefined;
  }

  private rule(validator: JsonObject, where: Where): Rule[] {
    const { type, condition, isObjection } = validator;
    if (isObjection === false) return [];
    if (type === "expressionvalidator")
      return typeof condition === "string" ? [this.conditions.test(condition, where)] : [];
    const prepared = validatorTypes.prepare(validator, {
      survey: this.plan.survey,
      expression: () => {
        throw new Unsettled("a validator looks at other answers");
      },
    });
    return [(answer) => prepared.check(answer) === undefined];
  }

  /** What `{item}` means is set for each choice or row that is looked at. */
  private offer(where: Where): Offer {
    const { look } = this;
    return (condition, value) => {
      const test = this.conditions.test(condition, { ...where, hasItem: true });
      return () => {
        look.item = value;
        return test();
      };
    };
  }

  private roster(owner: QuestionSpec, standing: Standing): SettledRoster {
    const { roster } = owner;
    if (roster === undefined || standing.keepsHidden || standing.rules.length > 0 || !isPlainList(owner))
      throw new Unsettled("its entries have a life of their own");
    const before = new Set<string>();
    const folded = new Set<string>();
    const questions = roster.template.elements.map((element, i) => {
      if (element.kind === "panel") throw new Unsettled("panels in entries");
      const where: Where = { self: element, before: new Set(before) };
      const inside = this.standing(element, i, where);
      const kind = kindOf(element, neverOffered);
      if (inside.rules.length > 0 || kind.needsWords || element.matrix || unansweredOf(element) !== undefined)
        throw new Unsettled("what stands in entries is judged by itself");
      before.add(element.valueName);
      folded.add(element.valueName.toLowerCase());
      return new SettledQuestion(inside, kind, this.look);
    });
    if (folded.size < questions.length) throw new Unsettled("questions in entries are called alike");
    return new SettledRoster(standing, roster, questions, this.look);
  }
}

const neverOffered: Offer = () => {
  throw new Unsettled("options in entries come and go");
};

function isPlainList({ roster, showCommentArea }: QuestionSpec): boolean {
  if (roster === undefined || showCommentArea) return false;
  const { template, keyName, entryDefault } = roster;
  const { visible, visibleIf, readOnly, enableIf, isRequired, requiredIf } = template;
  const isAlways = visible && !readOnly && !isRequired;
  const hasCondition = [visibleIf, enableIf, requiredIf].some((condition) => condition !== undefined);
  return isAlways && !hasCondition && keyName === "" && entryDefault === undefined;
}

/** Its answer comes from the respondent alone, and nobody else keeps anything under its name. */
function mustBePlain(spec: QuestionSpec): void {
  const { valueName, readOnly } = spec;
  const setters = [
    spec.enableIf,
    spec.defaultValue,
    spec.defaultValueExpression,
    spec.hasUnreadDefault,
    spec.resetValueIf,
    spec.setValueIf,
    spec.setValueExpression,
    spec.grid,
    spec.composite,
  ];
  if (readOnly || setters.some((setter) => setter !== undefined))
    throw new Unsettled("its answer is made by the questionnaire too");
  const isKey = valueName !== "" && valueName === valueName.trim();
  if (!isKey || [commentSuffix, totalSuffix, "-unwrapped"].some((suffix) => valueName.endsWith(suffix)))
    throw new Unsettled("its name is one that survey-core makes itself");
}
