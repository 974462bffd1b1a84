import { type Design, DesignError, type DesignInput, makeDesign } from "@tiltas/analysis/design";
import { z } from "zod";
import { CommandError } from "../terminal/index.ts";
import type { Microdata } from "./microdata.ts";

const Columns = z.union([z.string(), z.array(z.string())]).transform((names) => [names].flat());

/** A design file: which columns of the data say how the sample was drawn. */
const DesignFile = z.strictObject({
  strata: Columns.optional(),
  clusters: Columns.optional(),
  weights: z.string().optional(),
  fpc: Columns.optional(),
  singlePsu: z.enum(["fail", "remove", "certainty", "adjust", "average"]).optional(),
  nest: z.boolean().optional(),
  adjustDomainLonely: z.boolean().optional(),
  unequalProbabilities: z.enum(["brewer", "hartley-rao"]).optional(),
});
type DesignFile = z.infer<typeof DesignFile>;

/** Reads a design file (JSON text) over the data it speaks of. @throws CommandError, DesignError naming the columns */
export function readDesignFile(json: string, data: Microdata): Design {
  const file = parseDesignFile(json);
  try {
    return makeDesign(inputOf(file, data));
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    const sentence = error.message.replace(
      /\b(r)ow (\d+)\b/gi,
      (_, letter, row) => `${letter === "R" ? "Line" : "line"} ${data.lineOf(Number(row) - 1)}`,
    );
    throw new DesignError(`${sentence} ${columnsOf(file)}`);
  }
}

/** The columns that a design file takes strata from. @throws CommandError */
export function designColumns(json: string): { readonly strata: readonly string[] } {
  return { strata: parseDesignFile(json).strata ?? [] };
}

const forWords = "Correct it, or name a column of numbers in the design file.";

function inputOf(file: DesignFile, data: Microdata): DesignInput {
  const { strata = [], clusters = [], fpc = [], weights, ...choices } = file;
  const { singlePsu, nest, adjustDomainLonely, unequalProbabilities: method } = choices;
  return {
    ...(weights !== undefined
      ? { weights: data.numbers(weights, forWords) }
      : fpc.length === 0
        ? { weights: onePerRow(data) }
        : {}),
    strata: strata.map((name) => data.texts(name)),
    clusters: clusters.map((name) => data.texts(name)),
    fpc: fpc.map((name) => data.numbers(name, forWords)),
    ...(singlePsu !== undefined ? { singlePsu } : {}),
    ...(nest !== undefined ? { nest } : {}),
    ...(adjustDomainLonely !== undefined ? { adjustDomainLonely } : {}),
    ...(method !== undefined ? { unequalProbabilities: { method } } : {}),
  };
}

/** Which columns the design file takes what from. */
function columnsOf({ weights, strata, clusters, fpc }: DesignFile): string {
  const taken = Object.entries({ weights, strata, clusters, fpc })
    .map(([what, names]) => [what, [names ?? []].flat()] as const)
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `${what} from ${names.map((name) => `"${name}"`).join(" and ")}`);
  return taken.length === 0
    ? "The design file names no columns."
    : `The design file takes ${taken.join(", ")}.`;
}

function onePerRow(data: Microdata): Float64Array {
  return new Float64Array(data.rows).fill(1);
}

function parseDesignFile(json: string): DesignFile {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    throw new CommandError(
      'The design file is not JSON. Write it like { "strata": "region", "weights": "w" }.',
    );
  }
  const parsed = DesignFile.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join(".") ?? "";
  throw new CommandError(
    `The design file is not understood${place ? ` at "${place}"` : ""}: ${wanted(issue, place)}. It may hold weights, strata, clusters, fpc (column names; one per stage), singlePsu, adjustDomainLonely, unequalProbabilities and nest.`,
  );
}

/** What may stand at a place of the design file. */
function wanted(issue: z.core.$ZodIssue | undefined, place: string): string {
  if (issue?.code === "unrecognized_keys") return `it has no place for "${issue.keys.join('", "')}"`;
  if (issue?.code === "invalid_value") {
    const values = issue.values.map((value) => `"${String(value)}"`);
    return `write ${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
  }
  if (place === "") return "it is an object in braces, and {} is a simple random sample";
  if (place === "weights") return "write the name of one column";
  if (place === "nest" || place === "adjustDomainLonely") return "write true or false";
  return "write a column, or a list of columns";
}
