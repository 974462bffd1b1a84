import type { PlanCheck, PlanShown } from "@tiltas/contract/weighing";
import { useState } from "react";
import { ProblemNote, useSpeech } from "../shell/index.ts";
import { Button, Entry, TextField } from "../widgets/index.ts";
import { Differences, PlaceName } from "./differences.tsx";
import { differencesOf, inFull } from "./draft.ts";
import type { Difference } from "./json-place.ts";
import { usePlanBeingChanged } from "./plan-context.ts";
import { useWritePlan } from "./use-write-plan.ts";

interface WritePlanProps {
  wave: string;
  shown: PlanShown;
}

/** What the new number would say otherwise, why, and the way to write it. */
export function WritePlan({ wave, shown }: WritePlanProps) {
  const { plan } = useSpeech().strings;
  const { draft, standard, change } = usePlanBeingChanged();
  const inForce = inFull(shown.current, standard);
  const differences = differencesOf(inForce, draft.now);
  return (
    <section className="card stack" aria-labelledby="write-plan" data-testid="write-section">
      <h2 id="write-plan" tabIndex={-1}>
        {plan.writeTitle(shown.current.number + 1)}
      </h2>
      <Changes differences={differences} onRestart={() => change({ kind: "replace", plan: inForce })} />
      <WhyAndWrite wave={wave} shown={shown} isChanged={differences.length > 0} />
    </section>
  );
}

interface ChangesProps {
  differences: readonly Difference[];
  onRestart: () => void;
}

function Changes({ differences, onRestart }: ChangesProps) {
  const { plan } = useSpeech().strings;
  const { draft, change } = usePlanBeingChanged();
  return (
    <>
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
        <Button disabled={differences.length === 0} onPress={onRestart}>
          {plan.restart}
        </Button>
      </div>
    </>
  );
}

function WhyAndWrite({ wave, shown, isChanged }: WritePlanProps & { isChanged: boolean }) {
  const { plan } = useSpeech().strings;
  const [why, setWhy] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [isUnread, setUnread] = useState(false);
  const write = useWritePlan(wave, shown);
  const isMissing = why.trim() === "";
  const send = () => {
    setAsked(true);
    const unread = unreadField();
    unread?.focus();
    setUnread(unread !== null);
    if (unread === null && !isMissing && isChanged && !write.isPending) write.mutate(why.trim());
  };
  return (
    <Entry onSend={send}>
      <TextField
        label={plan.reason}
        name="why"
        value={why}
        onChange={setWhy}
        hint={plan.reasonHint}
        objection={isAsked && isMissing ? plan.reasonMissing : undefined}
      />
      <p className="objection" role="alert">
        {isUnread ? plan.unread : null}
      </p>
      <ProblemNote problem={write.error} />
      <Problems problems={write.data ?? []} />
      <p>
        <Button kind="act" type="submit" busy={write.isPending} disabled={!isChanged} testId="write-plan">
          {plan.write}
        </Button>
      </p>
    </Entry>
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
  if (problems.length === 0) return null;
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
