import { inLanguage, useSpeech } from "../shell/index.ts";
import { valueAt } from "./json-place.ts";
import { NumberPlace } from "./number-place.tsx";
import { useList } from "./plan-context.ts";

/** Thresholds in the order in which they are read; rounding only where a policy has it. */
const thresholds = [
  ["protect", "below"],
  ["protect", "sensitiveBelow"],
  ["protect", "householdsBelow"],
  ["protect", "extremesBelow"],
  ["precision", "showFrom"],
  ["precision", "effectiveFrom"],
  ["precision", "fewBelow"],
  ["precision", "withholdAboveNonresponse"],
  ["precision", "lowAboveHalfWidth"],
  ["precision", "lowAboveRelativeError"],
  ["interval", "least"],
  ["interval", "share"],
  ["interval", "above"],
  ["rounding", "counts"],
  ["rounding", "wholePercentBelow"],
  ["republish", "changedRecords"],
] as const;

/** What each circle of readers may see. */
export function PoliciesForm() {
  const { language, strings } = useSpeech();
  const { plan } = strings;
  const policies = useList("policies", ["policies"]);
  return (
    <div className="stack">
      <p className="hint">{plan.policiesHint}</p>
      {policies.map((policy, at) => {
        const name = inLanguage((valueAt(policy, ["label"]) ?? {}) as Record<string, string>, language);
        return (
          <fieldset key={name} className="stack">
            <legend>{name}</legend>
            <div className="number-places">
              {thresholds
                .filter((path) => valueAt(policy, path) !== undefined)
                .map((path) => (
                  <NumberPlace key={path.join(".")} part="policies" path={["policies", at, ...path]} />
                ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
