import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PlanCheck, PlanShown } from "@tiltas/contract/weighing";
import { api, useSpeech } from "../shell/index.ts";
import { planQuery, weighingQuery } from "../weigh/index.ts";
import { notify } from "../widgets/index.ts";
import { asWritten, inFull } from "./draft.ts";
import { usePlanBeingChanged } from "./plan-context.ts";

/** Writes the draft under a new number, or tells everything that keeps it from being used; what was written can be undone. */
export function useWritePlan(wave: string, { current }: PlanShown) {
  const { plan } = useSpeech().strings;
  const { draft, standard } = usePlanBeingChanged();
  const queries = useQueryClient();
  const take = (written: PlanShown) => {
    queries.setQueryData(planQuery(wave).queryKey, written);
    return queries.invalidateQueries({ queryKey: weighingQuery(wave).queryKey });
  };
  const goBack = async () => {
    const back = { ...asWritten(inFull(current, standard), standard), why: plan.backTo(current.number) };
    await take(await api.writePlan(wave, back));
    notify({ about: "plan", sentence: plan.undone });
  };
  return useMutation({
    mutationFn: async (why: string): Promise<PlanCheck["problems"]> => {
      const asked = asWritten(draft.now, standard);
      const { problems } = await api.checkPlan(wave, asked);
      if (problems.length > 0) return problems;
      const written = await api.writePlan(wave, { ...asked, why });
      const action = { label: plan.undo, onPress: () => void goBack() };
      notify({ about: "plan", sentence: plan.saved(written.current.number), action });
      await take(written);
      return [];
    },
  });
}
