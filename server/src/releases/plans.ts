import { Refusal } from "@tiltas/contract/problems";
import type { PlanShown, PlanWritten } from "@tiltas/contract/weighing";
import type { AccessStore, AnalysisPlanRecord, Store } from "@tiltas/store/port";
import { emailsOf } from "../access/emails.ts";
import type { Compute } from "../computing/task.ts";
import type { Waves } from "../fieldwork/waves.ts";

export interface PlansNeeds {
  readonly store: Pick<Store, "planAnalysis" | "analysisPlans">;
  readonly access: Pick<AccessStore, "findPerson">;
  readonly waves: Pick<Waves, "existing" | "find">;
  readonly compute: Compute;
  readonly clock: () => Date;
}

/** How the figures of a wave are made, as data: only ever added to. */
export interface AnalysisPlans {
  shown(wave: string): Promise<PlanShown>;
  /** @throws plan-refused */
  write(wave: string, plan: PlanWritten, person: string): Promise<PlanShown>;
}

export function createAnalysisPlans(needs: PlansNeeds): AnalysisPlans {
  const { store, waves, clock } = needs;
  const shown = async (wave: string): Promise<PlanShown> => {
    await waves.existing(wave);
    const plans = await store.analysisPlans(wave);
    const emails = await emailsOf(
      needs.access,
      plans.map(({ by }) => by),
    );
    const told = ({ number, why, by, at }: AnalysisPlanRecord) => ({
      number,
      why,
      by: emails.get(by) ?? "",
      at: at.toISOString(),
    });
    const [current, ...earlier] = plans;
    return {
      current: current ? { ...partsOf(current), ...told(current) } : standard,
      earlier: earlier.map(told),
    };
  };
  return {
    shown,
    async write(wave, plan, person) {
      await waves.existing(wave);
      await refuseUnusable(needs, wave, plan);
      const { lattice, weighting, policies, previousWave, why } = plan;
      const texts = { lattice: textOf(lattice), weighting: textOf(weighting), policies: textOf(policies) };
      await store.planAnalysis({ ...texts, wave, previousWave, why, by: person, at: clock() });
      return shown(wave);
    },
  };
}

const standard: PlanShown["current"] = {
  number: 0,
  lattice: null,
  weighting: null,
  policies: null,
  previousWave: null,
  why: "",
  by: null,
  at: null,
};

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

async function refuseUnusable({ waves, compute }: PlansNeeds, id: string, plan: PlanWritten): Promise<void> {
  const wave = await waves.existing(id);
  const previous = plan.previousWave === null ? wave : await waves.find(plan.previousWave);
  if (previous?.study !== wave.study || plan.previousWave === id)
    throw refused("/previousWave", "This is no other wave of the same study.");
  if (previous.opens > wave.opens)
    throw refused("/previousWave", "That wave opened later. Name one from before, or none.");
  const { lattice, weighting, policies } = plan;
  const checked = await compute({ kind: "check-plan", lattice, weighting, policies });
  if (checked.refused) throw refused(checked.refused.path, checked.refused.message);
}

const refused = (path: string, message: string) =>
  new Refusal("plan-refused", "The plan before stays in force. Correct the place that is named.", {
    errors: [{ path, message }],
  });
