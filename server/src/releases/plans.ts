import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "@tiltas/contract/problems";
import type { PlanAsked, PlanCheck, PlanShown, PlanWritten } from "@tiltas/contract/weighing";
import { waveBefore } from "@tiltas/store/open";
import type { AccessStore, AnalysisPlanRecord, Store, WaveRecord } from "@tiltas/store/port";
import { emailsOf } from "../access/emails.ts";
import type { Compute } from "../computing/task.ts";
import type { Waves } from "../fieldwork/waves.ts";

export interface PlansNeeds {
  readonly store: Pick<Store, "planAnalysis" | "analysisPlans" | "listWaves" | "findInstrument">;
  readonly access: Pick<AccessStore, "findPerson">;
  readonly waves: Pick<Waves, "existing" | "find">;
  readonly compute: Compute;
  /** Where the standard plan is. */
  readonly analysisFolder: string;
  readonly clock: () => Date;
}

/** How the figures of a wave are made, as data: only ever added to. */
export interface AnalysisPlans {
  shown(wave: string): Promise<PlanShown>;
  /** Everything that keeps a plan from being used; nothing is kept. */
  check(wave: string, plan: PlanAsked): Promise<PlanCheck>;
  /** @throws plan-refused naming each place */
  write(wave: string, plan: PlanWritten, person: string): Promise<PlanShown>;
}

export function createAnalysisPlans(needs: PlansNeeds): AnalysisPlans {
  const { store, waves, clock } = needs;
  const shown = async (wave: string): Promise<PlanShown> => {
    const existing = await waves.existing(wave);
    const plans = await store.analysisPlans(wave);
    const emails = await emailsOf(
      needs.access,
      plans.map(({ by }) => by),
    );
    const told = (plan: AnalysisPlanRecord) => ({
      ...partsOf(plan),
      number: plan.number,
      why: plan.why,
      by: emails.get(plan.by) ?? "",
      at: plan.at.toISOString(),
    });
    const [current, ...earlier] = plans;
    return {
      current: current ? told(current) : await standardOf(store, existing),
      earlier: earlier.map(told),
      standard: await standardParts(needs.analysisFolder),
    };
  };
  return {
    shown,
    check: (wave, plan) => checked(needs, wave, plan),
    async write(wave, plan, person) {
      const { problems } = await checked(needs, wave, plan);
      if (problems.length > 0) throw refused(problems);
      const { lattice, weighting, policies, previousWave, why } = plan;
      const texts = { lattice: textOf(lattice), weighting: textOf(weighting), policies: textOf(policies) };
      await store.planAnalysis({ ...texts, wave, previousWave, why, by: person, at: clock() });
      return shown(wave);
    },
  };
}

/** Before anybody wrote a plan, the chain finds the wave before by itself. */
async function standardOf(store: PlansNeeds["store"], wave: WaveRecord): Promise<PlanShown["current"]> {
  const previousWave = (await waveBefore(store, wave))?.id ?? null;
  const parts = { lattice: null, weighting: null, policies: null, previousWave };
  return { ...parts, number: 0, why: "", by: null, at: null };
}

async function standardParts(folder: string): Promise<PlanShown["standard"]> {
  const part = async (name: string) => JSON.parse(await readFile(join(folder, `${name}.json`), "utf8"));
  const [lattice, weighting, policies] = await Promise.all(["lattice", "weighting", "policies"].map(part));
  return { lattice, weighting, policies };
}

type Parts = Pick<PlanWritten, "lattice" | "weighting" | "policies" | "previousWave">;

function partsOf({ lattice, weighting, policies, previousWave }: AnalysisPlanRecord): Parts {
  const parsed = (text: string | null) => (text === null ? null : JSON.parse(text));
  return {
    lattice: parsed(lattice),
    weighting: parsed(weighting),
    policies: parsed(policies),
    previousWave,
  };
}

const textOf = (part: PlanWritten["lattice"]) => (part === null ? null : JSON.stringify(part));

async function checked(needs: PlansNeeds, id: string, plan: PlanAsked): Promise<PlanCheck> {
  const { lattice, weighting, policies, previousWave } = plan;
  const before = await objectionTo(needs, id, previousWave);
  const { analysisFolder } = needs;
  const parts = await needs.compute({ kind: "check-plan", lattice, weighting, policies, analysisFolder });
  return { problems: [...before, ...parts.problems] };
}

async function objectionTo(
  { waves }: PlansNeeds,
  id: string,
  previousWave: string | null,
): Promise<PlanCheck["problems"]> {
  const wave = await waves.existing(id);
  const previous = previousWave === null ? null : await waves.find(previousWave);
  if (previous === null) return [];
  const objection = (sentence: { lt: string; en: string }) => [
    { part: "previousWave" as const, path: "", sentence },
  ];
  if (previous?.study !== wave.study || previous.id === id) return objection(noOtherWave);
  return previous.opens > wave.opens ? objection(openedLater) : [];
}

const noOtherWave = {
  lt: "Tai ne kita to paties tyrimo banga.",
  en: "This is no other wave of the same study.",
};

const openedLater = {
  lt: "Ta banga prasidėjo vėliau. Nurodykite ankstesnę arba jokios.",
  en: "That wave opened later. Name one from before, or none.",
};

const refused = (problems: PlanCheck["problems"]) =>
  new Refusal("plan-refused", "The plan before stays in force. Correct each place that is named.", {
    errors: problems.map(({ part, path, sentence }) => ({ path: `/${part}${path}`, message: sentence.en })),
  });
