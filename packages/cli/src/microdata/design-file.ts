import { type Design, makeDesign } from "@tiltas/analysis/design";
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
});

/** Reads a design file (JSON text) over the data it speaks of. @throws CommandError, DesignError */
export function readDesignFile(json: string, data: Microdata): Design {
  const { strata = [], clusters = [], fpc = [], weights, singlePsu, nest } = parseDesignFile(json);
  return makeDesign({
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
  });
}

function onePerRow(data: Microdata): Float64Array {
  return new Float64Array(data.rows).fill(1);
}

function parseDesignFile(json: string): z.infer<typeof DesignFile> {
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
    `The design file is not understood${place ? ` at "${place}"` : ""}: ${issue?.message}. It may hold strata, clusters, weights, fpc (column names), singlePsu and nest.`,
  );
}
