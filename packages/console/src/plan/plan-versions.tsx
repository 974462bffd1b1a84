import type { PlanShown } from "@tiltas/contract/weighing";
import { useSpeech } from "../shell/index.ts";
import { Button, Disclosure } from "../widgets/index.ts";
import { Differences } from "./differences.tsx";
import { differencesOf, inFull } from "./draft.ts";
import { usePlanBeingChanged } from "./plan-context.ts";

const nothingOwn = { weighting: null, policies: null, lattice: null };

/** All numbers of the plan, newest first: who, when, why, what each changed, and a way back to it. */
export function PlanVersions({ shown: { current, earlier, standard } }: { shown: PlanShown }) {
  const { plan, format } = useSpeech().strings;
  const { change } = usePlanBeingChanged();
  const written = current.number === 0 ? [] : [current, ...earlier];
  // Of the wave before nobody wrote, only the first number knows what it was; it is not counted as changed by it.
  const first = { ...nothingOwn, previousWave: written.at(-1)?.previousWave ?? current.previousWave };
  const versions = [...written.map((version) => ({ ...version })), { ...first, number: 0, why: "" }];
  return (
    <ol className="plan-versions" reversed>
      {versions.map((version, i) => {
        const before = versions[i + 1];
        const full = inFull(version, standard);
        const differences = before === undefined ? [] : differencesOf(inFull(before, standard), full);
        const isInForce = version.number === current.number;
        return (
          <li
            key={version.number}
            className="card stack"
            data-testid="plan-version"
            data-number={version.number}
          >
            <h3>
              {version.number === 0 ? plan.standardPlan : plan.number(version.number)}
              {isInForce ? <span className="you">{` ${plan.inForce}`}</span> : null}
            </h3>
            {"by" in version && version.by !== null && version.at !== null ? (
              <p className="quiet">{`${version.by}, ${format.moment(version.at)}`}</p>
            ) : null}
            {version.why === "" ? null : <p>{version.why}</p>}
            {differences.length === 0 ? null : (
              <Disclosure question={plan.whatChanged(differences.length)}>
                <Differences differences={differences} />
              </Disclosure>
            )}
            {isInForce ? null : (
              <p>
                <Button
                  onPress={() => {
                    change({ kind: "replace", plan: full });
                    document.getElementById("write-plan")?.focus();
                  }}
                  testId={`again-${version.number}`}
                >
                  {version.number === 0 ? plan.againStandard : plan.again(version.number)}
                </Button>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
