import type { JsonObject } from "../definition/json.ts";
import { isKindOf } from "../definition/surveyjs/classes.ts";
import type { Random } from "../simulation/random.ts";
import { type Field, numberOr, validatorsOf } from "./fields.ts";
import type { Literals } from "./literals.ts";
import { oddKey, oddValue } from "./odd-values.ts";
import { textLike } from "./pattern.ts";
import { edgesOf, ordinary, unusual, words } from "./written-values.ts";

/** How an answer is meant: as a respondent gives it, at the edge of a rule, against a rule, or as no device sends it. */
export type Quality = "valid" | "boundary" | "invalid" | "hostile";

/** What is decided beforehand about single names while an answer is made. */
export type Wishes = ReadonlyMap<string, unknown>;

/** Makes answers to the places of one questionnaire. */
export class AnswerMaker {
  private readonly literals: Literals;
  readonly random: Random;

  constructor(literals: Literals, random: Random) {
    this.literals = literals;
    this.random = random;
  }

  pick<Value>(values: readonly Value[]): Value | undefined {
    return values[this.random.index(values.length)];
  }

  /** An answer to one place; undefined leaves it without one. */
  answer(field: Field, quality: Quality, wishes: Wishes = new Map(), depth = 0): unknown {
    if (wishes.has(field.name) && field.parts.length === 0 && this.random.chance(0.9))
      return wishes.get(field.name);
    if (quality === "hostile") return oddValue(this.random, [...field.codes, ...this.literals.all]);
    if (quality !== "valid" && this.random.chance(0.1)) return this.answer(field, "hostile", wishes, depth);
    const known = this.literals.of(field.name);
    if (field.parts.length === 0 && known.length > 0 && this.random.chance(quality === "valid" ? 0.3 : 0.4))
      return this.shaped(field, this.pick(known));
    return this.byType(field, quality, wishes, depth);
  }

  /** A value named in an expression, in the shape in which this kind of question keeps it. */
  shaped(field: Field, value: unknown): unknown {
    return isMultiple(field) && !Array.isArray(value) && this.random.chance(0.8) ? [value] : value;
  }

  private byType(field: Field, quality: Quality, wishes: Wishes, depth: number): unknown {
    const { type, json } = field;
    if (type === "paneldynamic" || type === "matrixdynamic")
      return this.entries(field, quality, wishes, depth);
    if (type === "matrixdropdown")
      return this.byRow(field, () => this.entry(field, quality, wishes, depth), quality);
    if (type === "multipletext") return this.entry(field, quality, wishes, depth);
    if (type === "matrix") return this.simpleMatrix(field, quality);
    if (type === "file") return this.files(quality);
    if (type === "slider") return this.slider(json, quality);
    if (type === "signaturepad") return "data:image/png;base64,iVBORw0KGgo=";
    if (isKindOf(type, "textbase")) return this.text(field, quality);
    if (type === "expression") return this.pick([1, 0, "x", true, 10]);
    if (isKindOf(type, "nonvalue") || type === "empty") return this.random.chance(0.1) ? "words" : undefined;
    if (isMultiple(field)) return this.several(field, quality);
    return this.one(field, quality);
  }

  private one({ codes }: Field, quality: Quality): unknown {
    if (codes.length === 0 || (quality === "invalid" && this.random.chance(0.7))) return this.stranger(codes);
    return this.pick(codes);
  }

  private stranger(codes: readonly unknown[]): unknown {
    const known = this.pick(codes);
    const near = [
      "no such code",
      77,
      String(known ?? 3),
      Number(known ?? 4),
      `${known} `,
      String(known).toUpperCase(),
      [known],
      { value: known },
      known === true ? "true" : false,
      "",
      null,
      "Other",
      "other",
      "none",
    ];
    return this.pick(near);
  }

  private several(field: Field, quality: Quality): unknown {
    const { codes, json, type } = field;
    const shuffled = this.shuffled(codes);
    const whole = type === "ranking" && json.selectToRankEnabled !== true;
    const limits = [
      json.maxSelectedChoices,
      json.minSelectedChoices,
      ...validatorsOf(field).flatMap(({ maxCount, minCount }) => [maxCount, minCount]),
    ]
      .map((limit) => numberOr(limit, 0))
      .filter((limit) => limit > 0)
      .flatMap((limit) => [limit, limit + 1, limit - 1]);
    const count =
      quality !== "valid" && limits.length > 0 && this.random.chance(0.6)
        ? (this.pick(limits) ?? 1)
        : 1 + this.random.index(Math.max(1, codes.length));
    const chosen: unknown[] = whole && quality === "valid" ? shuffled : shuffled.slice(0, Math.max(0, count));
    if (quality === "invalid") {
      if (this.random.chance(0.4)) chosen.push(this.stranger(codes));
      if (this.random.chance(0.2)) chosen.push(chosen[0]);
      if (this.random.chance(0.1)) return chosen[0];
    }
    const property = json.valuePropertyName;
    if (typeof property !== "string" || property === "") return chosen;
    return chosen.map((code) => ({ [property]: code, ...(this.random.chance(0.3) ? { extra: 1 } : {}) }));
  }

  private simpleMatrix(field: Field, quality: Quality): unknown {
    const cells = field.codes.length > 0 ? field.codes : [1, 2];
    const isMany = field.json.cellType === "checkbox";
    const cell = () => {
      if (quality === "invalid" && this.random.chance(0.3)) return this.stranger(cells);
      return isMany ? this.shuffled(cells).slice(0, 1 + this.random.index(cells.length)) : this.pick(cells);
    };
    return field.rows.length === 0 ? cell() : this.byRow(field, cell, quality);
  }

  private byRow({ rows }: Field, cell: () => unknown, quality: Quality): unknown {
    const complete = quality === "valid" && this.random.chance(0.6);
    const chosen = rows.filter(() => complete || this.random.chance(0.6)).map((row) => [String(row), cell()]);
    if (quality === "invalid" && this.random.chance(0.2)) chosen.push([oddKey(this.random), cell()]);
    return Object.fromEntries(chosen);
  }

  private entries(field: Field, quality: Quality, wishes: Wishes, depth: number): unknown {
    if (depth > 3) return [];
    const edges = ["minPanelCount", "maxPanelCount", "minRowCount", "maxRowCount", "panelCount", "rowCount"]
      .map((key) => numberOr(field.json[key], 0))
      .filter((edge) => edge > 0 && edge < 12)
      .flatMap((edge) => [edge, edge + 1, edge - 1]);
    const count =
      edges.length > 0 && this.random.chance(0.5) ? (this.pick(edges) ?? 1) : this.random.index(4);
    const made = Array.from({ length: count }, () => {
      if (quality === "invalid" && this.random.chance(0.1)) return oddValue(this.random, []);
      return this.entry(field, quality, wishes, depth);
    });
    const [first] = made;
    return this.random.chance(0.2) && first !== undefined ? [...made, first] : made;
  }

  private entry(field: Field, quality: Quality, wishes: Wishes, depth: number): Record<string, unknown> {
    const entry: Record<string, unknown> = {};
    const complete = quality === "valid" && this.random.chance(0.5);
    for (const part of field.parts) {
      if (!complete && !wishes.has(part.name) && this.random.chance(0.25)) continue;
      const value = this.answer(part, this.random.chance(0.5) ? quality : "valid", wishes, depth + 1);
      if (value !== undefined) set(entry, part.key, value);
      this.comment(part, entry);
    }
    if (quality === "invalid" && this.random.chance(0.15)) set(entry, oddKey(this.random), 1);
    return entry;
  }

  /** Now and then a comment beside the answer, more often where "other" was chosen. */
  comment(field: Field, answers: Record<string, unknown>): void {
    const value = answers[field.key];
    const isOther = value === "other" || (Array.isArray(value) && value.includes("other"));
    if (this.random.chance(isOther ? 0.6 : field.codes.length > 0 ? 0.08 : 0.02))
      set(answers, `${field.key}-Comment`, this.pick(["words", "", "  ", 5, "long ".repeat(60)]));
  }

  private text(field: Field, quality: Quality): unknown {
    const { json } = field;
    const inputType = typeof json.inputType === "string" ? json.inputType : "text";
    const lengths = [
      json.maxLength,
      json.minLength,
      ...validatorsOf(field).flatMap(({ minLength, maxLength }) => [minLength, maxLength]),
    ]
      .map((length) => numberOr(length, 0))
      .filter((length) => length > 0 && length < 3000)
      .flatMap((length) => [length, length + 1, length - 1]);
    if (lengths.length > 0 && this.random.chance(0.4))
      return "abc de1 ".repeat(500).slice(0, Math.max(0, this.pick(lengths) ?? 1));
    const patterns = validatorsOf(field).flatMap(({ regex }) => (typeof regex === "string" ? [regex] : []));
    if (patterns.length > 0 && this.random.chance(0.6))
      return textLike(this.pick(patterns) ?? "", this.random);
    const edges = edgesOf(field);
    if (edges.length > 0 && this.random.chance(quality === "valid" ? 0.4 : 0.7)) return this.pick(edges);
    return this.pick(
      quality === "valid"
        ? (ordinary[inputType] ?? words)
        : [...words, ...(ordinary[inputType] ?? []), ...unusual],
    );
  }

  private slider(json: JsonObject, quality: Quality): unknown {
    const [low, high, step] = [numberOr(json.min, 0), numberOr(json.max, 100), numberOr(json.step, 1)];
    const values =
      quality === "valid" ? [low, high, low + step] : [low - 1, high + 1, low + step / 2, "x", String(high)];
    const one = () => this.pick(values);
    return json.sliderType === "range" || (quality === "invalid" && this.random.chance(0.2))
      ? [one(), one()]
      : one();
  }

  private files(quality: Quality): unknown {
    const file = { name: "a.png", type: "image/png", content: "data:image/png;base64,AA==" };
    if (quality === "invalid") return this.pick<unknown>([[{}], file, "a.png", [file, 1], []]);
    return this.random.chance(0.3) ? [file, { ...file, name: "b.png" }] : [file];
  }

  private shuffled<Value>(values: readonly Value[]): Value[] {
    const all = [...values];
    for (let i = all.length - 1; i > 0; i--) {
      const j = this.random.index(i + 1);
      const [here, there] = [all[i], all[j]];
      if (here !== undefined && there !== undefined) [all[i], all[j]] = [there, here];
    }
    return all;
  }
}

/** Sets a key as JSON.parse would: `__proto__` too becomes a key of its own. */
export function set(answers: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(answers, key, { value, enumerable: true, configurable: true, writable: true });
}

export function isMultiple({ type, json }: Field): boolean {
  if (type === "imagepicker") return json.multiSelect === true;
  if (type === "imagemap") return json.multiSelect !== false;
  return ["checkbox", "tagbox", "ranking"].includes(type);
}
