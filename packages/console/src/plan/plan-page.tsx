import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { PlanShown } from "@tiltas/contract/weighing";
import { type ReactNode, useEffect, useReducer, useRef } from "react";
import { WorkOnWave } from "../fieldwork/index.ts";
import { Loading, ProblemNote, useMay, useSpeech } from "../shell/index.ts";
import { planQuery } from "../weigh/index.ts";
import { Disclosure } from "../widgets/index.ts";
import { changed, type Draft, inFull, type PartName } from "./draft.ts";
import { LatticeForm } from "./lattice-form.tsx";
import { PlanContext } from "./plan-context.ts";
import { PlanVersions } from "./plan-versions.tsx";
import { PoliciesForm } from "./policies-form.tsx";
import { WaveBefore } from "./wave-before.tsx";
import { WeightingForm } from "./weighting-form.tsx";
import { WholeText } from "./whole-text.tsx";
import { WritePlan } from "./write-plan.tsx";

/** How the figures of a wave are made, as data: read, changed with undo, written under a new number, and gone back to. */
export function PlanPage({ wave }: { wave?: string }) {
  const { plan } = useSpeech().strings;
  const navigate = useNavigate();
  return (
    <WorkOnWave
      name="plan"
      title={plan.title}
      lead={plan.lead}
      asked={wave}
      onChoose={(chosen) => void navigate({ to: "/weigh/plan", search: { wave: chosen } })}
      sentence={({ id }) => <Sentence wave={id} />}
    >
      {({ id }) => <OfWave key={id} wave={id} />}
    </WorkOnWave>
  );
}

function Sentence({ wave }: { wave: string }) {
  const { plan } = useSpeech().strings;
  const current = useQuery(planQuery(wave)).data?.current;
  if (current === undefined) return plan.lead;
  const { number, by, at } = current;
  return number === 0 || by === null || at === null ? plan.standard : plan.state(number, by, at);
}

function OfWave({ wave }: { wave: string }) {
  const { plan } = useSpeech().strings;
  const shown = useQuery(planQuery(wave));
  const number = shown.data?.current.number;
  const known = useRef(number);
  // What was being changed begins anew with the number: the focus goes to where that stands.
  useEffect(() => {
    if (known.current !== undefined && known.current !== number)
      document.getElementById("plan-versions")?.focus();
    known.current = number;
  }, [number]);
  return (
    <div className="plan">
      <p>
        <Link to="/weigh" search={{ wave }} className="link">
          {plan.toWeigh}
        </Link>
      </p>
      {shown.isPending ? <Loading /> : null}
      <ProblemNote problem={shown.error} onRetry={() => shown.refetch()} />
      {shown.data === undefined ? null : (
        <BeingChanged key={shown.data.current.number} wave={wave} shown={shown.data} />
      )}
    </div>
  );
}

/** Begins anew with each number that comes into force. */
function BeingChanged({ wave, shown }: { wave: string; shown: PlanShown }) {
  const { plan } = useSpeech().strings;
  const { standard, current } = shown;
  const mayWrite = useMay()("plan.write");
  const [draft, change] = useReducer(
    changed,
    shown,
    (of): Draft => ({
      now: inFull(of.current, of.standard),
      before: [],
    }),
  );
  return (
    <PlanContext value={{ draft, standard, change }}>
      {mayWrite ? (
        <>
          <section className="stack" aria-labelledby="wave-before">
            <h2 id="wave-before">{plan.comparedWith}</h2>
            <WaveBefore wave={wave} />
          </section>
          <Part part="weighting">
            <WeightingForm />
          </Part>
          <Part part="policies">
            <PoliciesForm />
          </Part>
          <Part part="lattice">
            <LatticeForm />
          </Part>
          <WritePlan key={current.number} wave={wave} shown={shown} />
        </>
      ) : null}
      <section className="stack" aria-labelledby="plan-versions">
        <h2 id="plan-versions" tabIndex={-1}>
          {plan.versions}
        </h2>
        <PlanVersions shown={shown} />
      </section>
    </PlanContext>
  );
}

function Part({ part, children }: { part: PartName; children: ReactNode }) {
  const { plan } = useSpeech().strings;
  return (
    <section className="stack" aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{plan.parts[part]}</h2>
      <p>{plan.about[part]}</p>
      <Disclosure question={plan.open[part]}>
        <div className="stack">
          {children}
          <WholeText part={part} />
        </div>
      </Disclosure>
    </section>
  );
}
