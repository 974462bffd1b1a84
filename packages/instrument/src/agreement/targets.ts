import { cellTypeOf, type Outline, type OutlineNode, propertyOf } from "../definition/outline.ts";
import { isKindOf } from "../definition/surveyjs/classes.ts";
import type { Seen } from "../interview/index.ts";
import { expressionsOf } from "./literals.ts";

/** A condition or rule of the questionnaire that runs should see both ways. */
export interface Target {
  readonly kind: "condition" | "rule";
  /** Where it stands: `pages[0].elements[1].visibleIf`, `pages[0].elements[1].validators[0]`. */
  readonly path: string;
  /** Under which the reference reports its outcomes: the text of a condition, the mark of a rule. */
  readonly key: string;
  readonly node: OutlineNode;
  /** Why one outcome cannot come about whatever is answered. */
  readonly unreachable: string | undefined;
}

/** Which outcomes have been seen, of all that could be. */
export interface Coverage {
  readonly conditions: Share;
  readonly rules: Share;
  /** Outcomes that never came about: "pages[0].elements[1].visibleIf never false". */
  readonly missing: readonly string[];
  /** Outcomes left out of the count, with the reason. */
  readonly unreachable: readonly string[];
}

export interface Share {
  readonly seen: number;
  readonly of: number;
}

/** Counts outcomes over many runs. */
export class CoverageCount {
  readonly targets: readonly Target[];
  private readonly seen = new Map<string, Set<boolean>>();

  /** `passedOver`: places of expressions that survey-core passes over. */
  constructor(outline: Outline, passedOver: ReadonlySet<string> = new Set()) {
    const shownByTrigger = namesShownByTriggers(outline);
    this.targets = [...conditionTargets(outline), ...ruleTargets(outline)].map((target) => ({
      ...target,
      unreachable:
        target.unreachable ?? whyPassedOver(target, passedOver) ?? whyHidden(target, shownByTrigger),
    }));
  }

  /** @returns whether anything came about for the first time */
  note({ conditions, rules }: Seen): boolean {
    let isNew = false;
    for (const outcomes of [conditions, rules])
      for (const [key, values] of outcomes)
        for (const value of values) {
          const known = this.seen.get(key) ?? new Set();
          this.seen.set(key, known);
          isNew ||= !known.has(value);
          known.add(value);
        }
    return isNew;
  }

  /** Targets of which an outcome has not been seen yet. */
  open(): Target[] {
    return this.targets.filter(
      (target) => target.unreachable === undefined && this.outcomesOf(target).size < 2,
    );
  }

  result(): Coverage {
    const counted = this.targets.filter(({ unreachable }) => unreachable === undefined);
    const share = (kind: Target["kind"]): Share => {
      const targets = counted.filter((target) => target.kind === kind);
      const seen = targets.reduce((sum, target) => sum + this.outcomesOf(target).size, 0);
      return { seen, of: 2 * targets.length };
    };
    const missing = counted.flatMap((target) =>
      [true, false]
        .filter((outcome) => !this.outcomesOf(target).has(outcome))
        .map((outcome) => `${target.path} never ${wordFor(target, outcome)}`),
    );
    const unreachable = this.targets.flatMap(({ path, unreachable: reason }) =>
      reason === undefined ? [] : [`${path}: ${reason}`],
    );
    return { conditions: share("condition"), rules: share("rule"), missing, unreachable };
  }

  private outcomesOf({ key }: Target): ReadonlySet<boolean> {
    return this.seen.get(key) ?? none;
  }
}

const none: ReadonlySet<boolean> = new Set();

function wordFor({ kind }: Target, outcome: boolean): string {
  if (kind === "condition") return String(outcome);
  return outcome ? "passed" : "failed";
}

function conditionTargets(outline: Outline): Target[] {
  return expressionsOf(outline)
    .filter(({ isCondition, node, property }) => isCondition && isRun(node, property))
    .map(({ node, path, property, text }) => ({
      kind: "condition",
      path,
      key: text,
      node,
      unreachable: whySettled(node, property, text),
    }));
}

function whySettled(node: OutlineNode, property: string, text: string): string | undefined {
  if (!text.includes("{") && !/\w\s*\(/.test(text)) return "it speaks of no answer";
  const actsOnChange = node.slot === "triggers" || property === "resetValueIf" || property === "setValueIf";
  return actsOnChange ? "it acts when an answer changes on screen" : undefined;
}

/** A condition that is passed over, and rules that depend on one. */
function whyPassedOver({ path, node, kind }: Target, places: ReadonlySet<string>): string | undefined {
  const reason = "survey-core passes over its expression";
  if (places.has(path) || places.has(`${path}.expression`)) return reason;
  if (kind === "condition") return undefined;
  for (let part: OutlineNode | undefined = node; part; part = part.parent) {
    const place = part.path === "" ? "" : `${part.path}.`;
    if (filters.some((filter) => places.has(`${place}${filter}`))) return reason;
  }
  return undefined;
}

const filters = [
  "visibleIf",
  "enableIf",
  "requiredIf",
  "rowsVisibleIf",
  "columnsVisibleIf",
  "templateVisibleIf",
];

/** Parts that a trigger shows: it acts when an answer changes on screen, not where answers are checked as a whole. */
function namesShownByTriggers(outline: Outline): ReadonlySet<unknown> {
  const triggers = outline.nodes.filter(({ type }) => type === "visibletrigger");
  return new Set(triggers.flatMap(({ json }) => [json.pages, json.questions].flat()));
}

function whyHidden({ node, kind }: Target, shownByTrigger: ReadonlySet<unknown>): string | undefined {
  if (kind === "condition") return undefined;
  if (isOnStartPage(node)) return "survey-core does not check the start page";
  for (let part: OutlineNode | undefined = node; part; part = part.parent) {
    if (part.name !== undefined && shownByTrigger.has(part.name)) return "only a trigger shows it";
    if (part.json.visible === false && part.json.visibleIf === undefined) return "it is never shown";
    const isReadOnly = part.json.readOnly === true && part.json.enableIf === undefined;
    if (isReadOnly && part.type !== "matrixdropdowncolumn") return "it is read-only";
  }
  return undefined;
}

function isOnStartPage({ path, parent }: OutlineNode): boolean {
  if (parent === undefined) return false;
  return parent.json.firstPageIsStartPage === true ? path === "pages[0]" : isOnStartPage(parent);
}

/** The words and addresses after completion depend on conditions too; they touch no answer. */
function isRun(node: OutlineNode, property: string): boolean {
  return !["htmlconditionitem", "urlconditionitem"].includes(node.type) && property !== "";
}

function ruleTargets(outline: Outline): Target[] {
  return outline.nodes.flatMap((node) => {
    if (isKindOf(node.type, "surveyvalidator")) return [validatorTarget(node)];
    const rules: string[] = [];
    const { json } = node;
    if (json.isRequired === true || typeof json.requiredIf === "string") rules.push("requiredErrorText");
    const type = node.type === "matrixdropdowncolumn" ? cellTypeOf(json, node.parent?.json) : node.type;
    const isText = type === "text" || type === "multipletextitem";
    const knows = (key: string) => isText && isSet(json[key]) && propertyOf(node, key) !== undefined;
    if (knows("min") && isLimited(json)) rules.push("minErrorText");
    if (knows("max") && isLimited(json)) rules.push("maxErrorText");
    return rules
      .filter((rule) => propertyOf(node, rule) !== undefined || rule.startsWith("m"))
      .map((rule) => ruleTarget(node, rule));
  });
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** survey-core heeds limits of these input types only. */
function isLimited({ inputType }: OutlineNode["json"]): boolean {
  return ["number", "range", "date", "datetime-local", "time", "month", "week"].includes(String(inputType));
}

const ruleNames: Readonly<Record<string, string>> = {
  requiredErrorText: "required",
  minErrorText: "min",
  maxErrorText: "max",
};

function ruleTarget(node: OutlineNode, rule: string): Target {
  const place = node.path === "" ? "" : `${node.path}.`;
  const isShown = isKindOf(node.type, "nonvalue") || node.type === "expression";
  return {
    kind: "rule",
    path: `${place}${ruleNames[rule] ?? rule}`,
    key: `${place}${rule}`,
    node,
    unreachable: isShown ? "nobody answers this part" : undefined,
  };
}

function validatorTarget(node: OutlineNode): Target {
  return { kind: "rule", path: node.path, key: `${node.path}.text`, node, unreachable: whyConstant(node) };
}

function whyConstant({ type, json }: OutlineNode): string | undefined {
  const has = (key: string) => typeof json[key] === "number" && json[key] !== 0;
  if (type === "textvalidator" && !has("minLength") && !has("maxLength") && json.allowDigits !== false)
    return "it sets no limit";
  if (type === "answercountvalidator" && !has("minCount") && !has("maxCount")) return "it sets no limit";
  if (type === "regexvalidator" && !isSet(json.regex)) return "it has no pattern";
  if (type === "expressionvalidator" && !isSet(json.expression)) return "it has no expression";
  return undefined;
}
