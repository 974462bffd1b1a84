import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PlanCheck, PlanShown } from "@tiltas/contract/weighing";
import { useState } from "react";
import { api, ProblemNote, useSpeech } from "../shell/index.ts";
import { planQuery, weighingQuery } from "../weigh/index.ts";
import { Button, Entry, notify, TextField } from "../widgets/index.ts";
import { Differences, PlaceName } from "./differences.tsx";
import { asWritten, differencesOf, inFull } from "./draft.ts";
import { usePlanBeingChanged } from "./plan-context.ts";

interface WritePlanProps {
  wave: string;
  shown: PlanShown;
}

/** What the new number would say otherwise, why, and the way to write it; everything that keeps it from being used is said at once. */
export function WritePlan({ wave, shown }: WritePlanProps) {
  const { plan } = useSpeech().strings;
  const { draft, standard, change } = usePlanBeingChanged();
  const [why, setWhy] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [isUnread, setUnread] = useState(false);
  const queries = useQueryClient();
  const inForce = inFull(shown.current, standard);
  const differences = differencesOf(inForce, draft.now);
  const isMissing = why.trim() === "";
  const take = (written: PlanShown) => {
    queries.setQueryData(planQuery(wave).queryKey, written);
    return queries.invalidateQueries({ queryKey: weighingQuery(wave).queryKey });
  };
  const goBack = async () => {
    const back = { ...asWritten(inForce, standard), why: plan.backTo(shown.current.number) };
    await take(await api.writePlan(wave, back));
    notify({ about: "plan", sentence: plan.undone });
  };
  const write = useMutation({
    mutationFn: async (): Promise<PlanCheck["problems"]> => {
      const asked = asWritten(draft.now, standard);
      const { problems } = await api.checkPlan(wave, asked);
      if (problems.length > 0) return problems;
      const written = await api.writePlan(wave, { ...asked, why: why.trim() });
      const action = { label: plan.undo, onPress: () => void goBack() };
      notify({ about: "plan", sentence: plan.saved(written.current.number), action });
      await take(written);
      return [];
    },
  });
  return (
    <section className="card stack" aria-labelledby="write-plan" data-testid="write-section">
      <h2 id="write-plan" tabIndex={-1}>
        {plan.writeTitle(shown.current.number + 1)}
      </h2>
      <p role="status">{plan.changes(differences.length)}</p>
      {differences.length === 0 ? null : <Differences differences={differences} />}
      <div className="acts">
        <Button
          disabled={draft.before.length === 0}
          onPress={() => change({ kind: "undo" })}
          testId="undo-change"
        >
          {plan.undoChange}
        </Button>
        <Button
          disabled={differences.length === 0}
          onPress={() => change({ kind: "replace", plan: inForce })}
        >
          {plan.restart}
        </Button>
      </div>
      <Entry
        onSend={() => {
          setAsked(true);
          const unread = unreadField();
          unread?.focus();
          setUnread(unread !== null);
          if (unread === null && !isMissing && differences.length > 0 && !write.isPending) write.mutate();
        }}
      >
        <TextField
          label={plan.reason}
          name="why"
          value={why}
          onChange={setWhy}
          hint={plan.reasonHint}
          objection={isAsked && isMissing ? plan.reasonMissing : undefined}
        />
        {isUnread ? (
          <p className="objection" role="alert">
            {plan.unread}
          </p>
        ) : null}
        <ProblemNote problem={write.error} />
        {write.data === undefined || write.data.length === 0 ? null : <Problems problems={write.data} />}
        <p>
          <Button
            kind="act"
            type="submit"
            busy={write.isPending}
            disabled={differences.length === 0}
            testId="write-plan"
          >
            {plan.write}
          </Button>
        </p>
      </Entry>
    </section>
  );
}

/** A field above in which something else than a number stands: it is not in the plan, though it is on the screen. */
const unreadField = () =>
  document.querySelector<HTMLElement>(
    '.plan .number-places [aria-invalid="true"], .plan .place-row [aria-invalid="true"]',
  );

function Problems({ problems }: { problems: PlanCheck["problems"] }) {
  const { language, strings } = useSpeech();
  const { plan } = strings;
  return (
    <div className="problem plan-problems" role="alert" data-testid="plan-problems">
      <p>{plan.refused(problems.length)}</p>
      <ul>
        {problems.map(({ part, path, sentence }) => (
          <li key={`${part} ${path} ${sentence.en}`}>
            <strong>
              <PlaceName path={[part, ...path.split("/").slice(1)]} />
            </strong>{" "}
            {sentence[language]}
          </li>
        ))}
      </ul>
    </div>
  );
}
