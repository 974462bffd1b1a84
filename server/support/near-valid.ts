import fc, { type Arbitrary } from "fast-check";
import { z } from "zod";

interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What fits nowhere in particular: names of JavaScript's own, odd texts, large numbers, any JSON. */
const odd: Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(...["__proto__", "constructor", "\u202eabc\u2066", "😀".repeat(50), "", " ", "-1", "1e9"]),
  fc.constantFrom(-1, 0.5, 2 ** 31, Number.MAX_SAFE_INTEGER, null, true),
);

/** Bodies that a route might take: most fields fit its schema, some are odd, missing or too many. */
export function nearValid(schema: unknown): Arbitrary<unknown> {
  const shape = shapeOf(schema);
  return shape === undefined
    ? odd
    : fc.oneof({ weight: 8, arbitrary: fitting(shape) }, { weight: 1, arbitrary: odd });
}

function shapeOf(schema: unknown): Shape | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  return z.toJSONSchema(schema, { unrepresentable: "any", io: "input", reused: "inline" }) as Shape;
}

function fitting(shape: Shape): Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const several = shape.anyOf ?? shape.oneOf ?? shape.allOf;
  if (several && several.length > 0) return fc.oneof(...several.map(fitting));
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type;
  if (type === "string") return text(shape);
  if (type === "integer" || type === "number") return number(shape);
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "array") return fc.array(shape.items ? fitting(shape.items) : odd, { maxLength: 3 });
  return type === "object" ? object(shape) : odd;
}

function object({ properties = {}, additionalProperties }: Shape): Arbitrary<unknown> {
  const known = Object.fromEntries(
    Object.entries(properties).map(([name, shape]) => [
      name,
      fc.oneof({ weight: 12, arbitrary: fitting(shape) }, { weight: 1, arbitrary: odd }),
    ]),
  );
  const more = typeof additionalProperties === "object" ? fitting(additionalProperties) : odd;
  const whole = fc.record(known);
  const missing = fc.record(known, { requiredKeys: [] });
  const others = fc.dictionary(fc.string({ maxLength: 12 }), more, { maxKeys: 3 });
  return fc.oneof(
    { weight: 6, arbitrary: whole },
    { weight: 2, arbitrary: missing },
    { weight: 2, arbitrary: fc.tuple(whole, others).map(([one, other]) => ({ ...one, ...other })) },
  );
}

const known = fc.constantFrom("autumn", "13", "en", "lt", "web", "a@tiltas.example", "administrator");

function text({ format, pattern }: Shape): Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "date") return fc.constantFrom("2026-11-21", "2026-02-29", "0000-00-00");
  if (format === "date-time") return fc.constantFrom("2026-11-21T12:00:00Z", "2026-11-21T12:30:00Z");
  if (pattern !== undefined) return fc.oneof(matching(pattern), known);
  return fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 40 }), known);
}

/** Not every pattern can be turned round; then any text will do. */
function matching(pattern: string): Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, "u"));
  } catch {
    return fc.string({ maxLength: 40 });
  }
}

function number({ minimum = -1, maximum = 1_000 }: Shape): Arbitrary<number> {
  return fc.integer({ min: Math.max(minimum, -1_000), max: Math.min(maximum, 1_000_000) });
}
