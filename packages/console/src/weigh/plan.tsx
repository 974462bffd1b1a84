import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PlanShown } from "@tiltas/contract/weighing";
import { useState } from "react";
import { wavesQuery } from "../fieldwork/index.ts";
import { api, inLanguage, ProblemNote, useMay, useSpeech } from "../shell/index.ts";
import { Button, Disclosure, Entry, notify, SelectField, TextField } from "../widgets/index.ts";
import { planQuery, weighingQuery } from "./queries.ts";

/** Which plan the analysis of the wave follows, why, and which wave changes are measured from. */
export function Plan({ wave }: { wave: string }) {
  const { weigh, format } = useSpeech().strings;
  const allowed = useMay();
  const plan = useQuery(planQuery(wave));
  const nameOf = useWaveNames();
  if (plan.data === undefined) return <ProblemNote problem={plan.error} onRetry={() => plan.refetch()} />;
  const { number, by, at, why, previousWave } = plan.data.current;
  return (
    <section className="stack" aria-labelledby="plan" data-testid="plan" data-number={number}>
      <h2 id="plan">{weigh.planTitle}</h2>
      {number === 0 || by === null || at === null ? (
        <p>{weigh.planStandard}</p>
      ) : (
        <p>{`${weigh.planNumber(number, by, at)} ${weigh.planWhy(why)}`}</p>
      )}
      <p>{previousWave === null ? weigh.planNoPrevious : weigh.planPrevious(nameOf(previousWave))}</p>
      {allowed("plan.write") ? (
        <Disclosure question={weigh.planChange}>
          <ChangePlan key={number} wave={wave} plan={plan.data} />
        </Disclosure>
      ) : null}
      {plan.data.earlier.length === 0 ? null : (
        <Disclosure question={weigh.planEarlier}>
          <ul className="plain-list">
            {plan.data.earlier.map((earlier) => (
              <li key={earlier.number}>
                {`${format.number(earlier.number)}. ${earlier.by}, ${format.moment(earlier.at)}. ${earlier.why}`}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

/** Study and wave by name, in the reader's language. */
function useWaveNames(): (wave: string) => string {
  const { language } = useSpeech();
  const waves = useQuery(wavesQuery).data ?? [];
  return (wave) => {
    const known = waves.find(({ id }) => id === wave);
    return known === undefined ? wave : inLanguage(known.title, language);
  };
}

/** Everything else of the plan stays as it is. */
function ChangePlan({ wave, plan: { current } }: { wave: string; plan: PlanShown }) {
  const { weigh } = useSpeech().strings;
  const queries = useQueryClient();
  const nameOf = useWaveNames();
  const others = (useQuery(wavesQuery).data ?? []).filter(({ id }) => id !== wave);
  const [previous, setPrevious] = useState(current.previousWave ?? "");
  const [why, setWhy] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isMissing = why.trim() === "";
  const write = useMutation({
    mutationFn: () => {
      const { lattice, weighting, policies } = current;
      const previousWave = previous === "" ? null : previous;
      return api.writePlan(wave, { lattice, weighting, policies, previousWave, why: why.trim() });
    },
    onSuccess: (plan) => {
      queries.setQueryData(planQuery(wave).queryKey, plan);
      notify({ about: "plan", sentence: weigh.planSaved });
      return queries.invalidateQueries({ queryKey: weighingQuery(wave).queryKey });
    },
  });
  return (
    <Entry
      onSend={() => {
        setAsked(true);
        if (!isMissing && !write.isPending) write.mutate();
      }}
    >
      <SelectField
        label={weigh.planWave}
        placeholder={weigh.planNone}
        options={[
          { value: "", label: weigh.planNone },
          ...others.map(({ id }) => ({ value: id, label: nameOf(id) })),
        ]}
        value={previous}
        onChange={setPrevious}
      />
      <TextField
        label={weigh.planReason}
        name="why"
        value={why}
        onChange={setWhy}
        hint={weigh.planReasonHint}
        objection={isAsked && isMissing ? weigh.planReasonMissing : undefined}
      />
      <ProblemNote problem={write.error} />
      <Button type="submit" busy={write.isPending} testId="write-plan">
        {weigh.planSave}
      </Button>
    </Entry>
  );
}
