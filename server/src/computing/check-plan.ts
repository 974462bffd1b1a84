import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { looserThan, PolicySet, readPolicies } from "@tiltas/analysis/disclosure";
import { Lattice, LatticeError, readLattice } from "@tiltas/analysis/lattice";
import { WeightingPlan } from "@tiltas/analysis/weighting";
import type { PlanCheck } from "@tiltas/contract/weighing";
import { z } from "zod";
import type { CheckPlan } from "./task.ts";

type Problem = PlanCheck["problems"][number];

/** Runs in a worker thread: each part as the chain would read it, and policies that protect people no less than the standard. */
export async function checkPlan(asked: CheckPlan): Promise<PlanCheck> {
  const { lattice, weighting, policies } = asked;
  return {
    problems: [
      ...(lattice === null ? [] : ofLattice(lattice)),
      ...(weighting === null ? [] : ofShape("weighting", WeightingPlan, weighting)),
      ...(policies === null ? [] : await ofPolicies(policies, asked.analysisFolder)),
    ],
  };
}

function ofLattice(lattice: unknown): Problem[] {
  const misshapen = ofShape("lattice", Lattice, lattice);
  if (misshapen.length > 0) return misshapen;
  try {
    readLattice(lattice);
    return [];
  } catch (error) {
    if (!(error instanceof LatticeError)) throw error;
    return error.problems.map(({ lt, en }) => ({ part: "lattice", path: "", sentence: { lt, en } }));
  }
}

async function ofPolicies(policies: unknown, folder: string): Promise<Problem[]> {
  const misshapen = ofShape("policies", PolicySet, policies);
  if (misshapen.length > 0) return misshapen;
  const given = PolicySet.parse(policies).policies;
  const standard = readPolicies(JSON.parse(await readFile(join(folder, "policies.json"), "utf8")));
  const problems: Problem[] = [];
  for (const [id, policy] of standard) {
    const at = given.findIndex((one) => one.id === id);
    const found = given[at];
    if (!found) problems.push({ part: "policies", path: "/policies", sentence: absent(id) });
    else
      for (const { path, sentence } of looserThan(found, policy))
        problems.push({ part: "policies", path: `/policies/${at}/${path.join("/")}`, sentence });
  }
  for (const [at, { id }] of given.entries())
    if (given.findIndex((one) => one.id === id) !== at)
      problems.push({ part: "policies", path: `/policies/${at}/id`, sentence: twice(id) });
  return problems;
}

/** What a schema objects to, once in each language. */
function ofShape(part: Problem["part"], schema: z.ZodType, json: unknown): Problem[] {
  const [inLithuanian, inEnglish] = [z.locales.lt(), z.locales.en()].map(({ localeError }) =>
    issuesOf(schema, json, localeError),
  );
  return (inEnglish ?? []).map(({ path, message }, i) => ({
    part,
    path: path.length === 0 ? "" : `/${path.join("/")}`,
    sentence: { lt: inLithuanian?.[i]?.message ?? message, en: message },
  }));
}

const issuesOf = (schema: z.ZodType, json: unknown, error: z.core.$ZodErrorMap) =>
  schema.safeParse(json, { error }).error?.issues ?? [];

const absent = (id: string) => ({
  lt: `Nėra politikos „${id}“. Be jos nieko išleisti negalima: grąžinkite ją.`,
  en: `The policy "${id}" is not there. Nothing can be released without it: put it back.`,
});

const twice = (id: string) => ({
  lt: `Politika „${id}“ įrašyta du kartus. Palikite vieną.`,
  en: `The policy "${id}" is there twice. Leave one of them.`,
});
