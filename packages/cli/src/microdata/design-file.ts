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
    throw new DesignError(`${error.message} ${columnsOf(file)}`);
  }
}

/** The columns that a design file takes strata from. @throws CommandError */
export function designColumns(json: string): { readonly strata: readonly string[] } {
  return { strata: parseDesignFile(json).strata ?? [] };
}

function inputOf(file: DesignFile, data: Microdata): DesignInput {
  const { strata = [], clusters = [], fpc = [], weights, ...choices } = file;
  const { singlePsu, nest, adjustDomainLonely, unequalProbabilities: method } = choices;
  return {
    ...(weights !== undefined
      ? { weights: data.numbers(weights) }
      : fpc.length === 0
        ? { weights: onePerRow(data) }
        : {}),
    strata: strata.map((name) => data.texts(name)),
    clusters: clusters.map((name) => data.texts(name)),
    fpc: fpc.map((name) => data.numbers(name)),
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
  const place = issue?.path.join(".");
  throw new CommandError(
    `The design file is not understood${place ? ` at "${place}"` : ""}: ${issue?.message}. It may hold weights, strata, clusters, fpc (column names; one per stage), singlePsu, adjustDomainLonely, unequalProbabilities and nest.`,
  );
}
