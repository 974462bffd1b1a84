import { isQuestion, type Outline, type OutlineNode, walk } from "../definition/outline.ts";
import { isKindOf } from "../definition/surveyjs/classes.ts";
import { seeded } from "../simulation/random.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { type Literals, literalsOf, namesIn, valuesIn } from "./literals.ts";
import { changed } from "./mutation.ts";
import { oddKey, oddValue } from "./odd-values.ts";
import type { Target } from "./targets.ts";
import { AnswerMaker, type Quality, set } from "./values.ts";

export type GivenAnswers = Record<string, unknown>;

/** Paths asked with these answers in place; undefined where nobody can say. */
export type Route = (answers: GivenAnswers) => readonly string[] | undefined;

/**
 * Answers for any questionnaire, the same for the same seed: as respondents give them along the routing, at the edges
 * of rules, against them, and as no device sends them. It aims at outcomes that have not come about yet.
 */
export class AnswerGenerator {
  private readonly maker: AnswerMaker;
  private readonly fields: readonly Field[];
  private readonly literals: Literals;
  private readonly kept: GivenAnswers[] = [];
  private count = 0;

  constructor(outline: Outline, seed: number) {
    this.literals = literalsOf(outline);
    this.maker = new AnswerMaker(this.literals, seeded(seed >>> 0, Math.floor(seed / 2 ** 32)));
    this.fields = fieldsOf(outline);
  }

  /** Answers worth changing further: they brought something about for the first time. */
  keep(answers: GivenAnswers): void {
    this.kept.push(answers);
    if (this.kept.length > 200) this.kept.shift();
  }

  /** As they come in: nothing that JSON does not know. */
  next(open: readonly Target[], route: Route): GivenAnswers {
    return JSON.parse(JSON.stringify(this.made(open, route)));
  }

  private made(open: readonly Target[], route: Route): GivenAnswers {
    const { random } = this.maker;
    const count = this.count++;
    if (count === 0) return {};
    if (count <= 3) return this.fresh("valid", 1);
    if (open.length > 0 && random.chance(0.4)) return this.aimed(open);
    const manner = random.weighted([3, 2, 2, 2, 4, 1]);
    if (manner === 0) return this.walk(route);
    if (manner === 1) return this.fresh("valid", 0.7);
    if (manner === 2) return this.fresh("boundary", 0.6);
    if (manner === 3) return this.fresh("invalid", 0.6);
    if (manner === 4 && this.kept.length > 0) return this.mutated();
    return this.fresh("hostile", 0.4);
  }

  /** Every place by itself, whatever the routing says. */
  private fresh(quality: Quality, share: number): GivenAnswers {
    const answers: GivenAnswers = {};
    const { random } = this.maker;
    for (const field of this.fields)
      if (random.chance(share)) this.give(answers, field, random.chance(0.6) ? quality : "valid");
    if (quality === "hostile" || (quality === "invalid" && random.chance(0.2)))
      set(answers, oddKey(random), oddValue(random, []));
    return answers;
  }

  /** As a respondent: what is asked is answered, in order, until nothing new is asked; now and then at an edge. */
  walk(route: Route, { rounds = 5, edges = 0.1 } = {}): GivenAnswers {
    const answers: GivenAnswers = {};
    const { random } = this.maker;
    const met = new Set<Field>();
    for (let round = 0; round < rounds; round++) {
      const asked = new Set(route(answers)?.map((path) => path.split(/[.[]/)[0]?.toLowerCase()));
      const next = this.fields.filter((field) => asked.has(field.name) && !met.has(field));
      if (next.length === 0) break;
      for (const field of next.slice(0, 1 + random.index(6))) {
        met.add(field);
        if (!random.chance(0.08)) this.give(answers, field, random.chance(edges) ? "boundary" : "valid");
      }
    }
    return answers;
  }

  /** Towards an outcome not seen yet: the names in a condition get the values that stand in it. */
  private aimed(open: readonly Target[]): GivenAnswers {
    const { random } = this.maker;
    const target = this.maker.pick(open);
    const base = this.maker.pick(this.kept);
    const answers = structuredClone(
      base !== undefined && random.chance(0.6) ? base : this.fresh("valid", 0.8),
    );
    if (target === undefined) return answers;
    const texts = target.kind === "condition" ? [target.key] : [];
    const expression = target.node.json.expression;
    if (target.kind === "rule" && typeof expression === "string") texts.push(expression);
    const aims = new Map([...conditionsAbove(target.node), ...texts].flatMap((text) => this.wishesFor(text)));
    const owners = ownersOf(target.node);
    if (target.kind === "rule" && random.chance(0.4)) for (const owner of owners) aims.set(owner, undefined);
    const wanted = new Set([...aims.keys(), ...owners]);
    const qualities: readonly Quality[] = ["valid", "valid", "boundary", "boundary", "boundary", "invalid"];
    const quality = this.maker.pick(qualities) ?? "valid";
    for (const field of this.fields.filter((field) => mentions(field, wanted))) {
      const value = this.maker.answer(field, quality, aims);
      if (value === undefined) delete answers[field.key];
      else set(answers, field.key, value);
    }
    return answers;
  }

  private wishesFor(text: string): [string, unknown][] {
    const { random } = this.maker;
    const values = valuesIn(text);
    return namesIn(text).flatMap((name) => {
      if (random.chance(0.25)) return random.chance(0.5) ? [[name, undefined]] : [];
      const value = this.maker.pick(
        values.length > 0 && random.chance(0.8) ? values : this.literals.of(name),
      );
      if (value === undefined) return [];
      const field = this.fieldNamed(name, this.fields);
      return [[name, field ? this.maker.shaped(field, value) : value]];
    });
  }

  private fieldNamed(name: string, fields: readonly Field[]): Field | undefined {
    for (const field of fields) {
      const found = field.name === name ? field : this.fieldNamed(name, field.parts);
      if (found) return found;
    }
    return undefined;
  }

  private mutated(): GivenAnswers {
    const { random } = this.maker;
    const answers = structuredClone(this.maker.pick(this.kept) ?? {});
    for (let i = 0; i <= random.index(3); i++) {
      const field = this.maker.pick(this.fields);
      if (field === undefined) continue;
      if (random.chance(0.2)) delete answers[field.key];
      else if (random.chance(0.4) && field.key in answers)
        set(answers, field.key, changed(answers[field.key], random, this.literals.all));
      else
        this.give(
          answers,
          field,
          this.maker.pick<Quality>(["valid", "valid", "boundary", "invalid", "hostile"]) ?? "valid",
        );
    }
    return answers;
  }

  private give(answers: GivenAnswers, field: Field, quality: Quality): void {
    const value = this.maker.answer(field, quality);
    if (value !== undefined) set(answers, field.key, value);
    this.maker.comment(field, answers);
  }
}

function mentions(field: Field, names: ReadonlySet<string>): boolean {
  return (
    names.has(field.name) ||
    names.has(field.key.toLowerCase()) ||
    field.parts.some((part) => mentions(part, names))
  );
}

/** The conditions under which a part is shown at all. */
function conditionsAbove(node: OutlineNode): string[] {
  const own = typeof node.json.visibleIf === "string" ? [node.json.visibleIf] : [];
  return node.parent ? [...conditionsAbove(node.parent), ...own] : own;
}

/** The names of the questions, columns and parts to which a rule belongs: of a panel, all that stand in it. */
function ownersOf(node: OutlineNode): string[] {
  const isPart = ["validators", "choices", "rows"].includes(node.slot);
  const owner = isPart ? node.parent : node;
  const inside = isKindOf(owner?.type ?? "", "panelbase") && owner ? [...walk(owner)] : [];
  return [owner, ...inside.filter(isQuestion)].map((part) => (part?.name ?? "").toLowerCase());
}
