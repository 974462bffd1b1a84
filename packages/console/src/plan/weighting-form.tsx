import { useStrings } from "../shell/index.ts";
import { ChoiceField, SelectField } from "../widgets/index.ts";
import { Collapsing } from "./collapsing.tsx";
import { NumberPlace } from "./number-place.tsx";
import { usePlace } from "./plan-context.ts";
import { RequiredStrata } from "./required-strata.tsx";

const methods = ["raking", "calibration", "post-stratification"] as const;
const distances = ["linear", "raking", "logit"] as const;
const averages = ["mean", "median"] as const;
/** Bounds and trimming that a person who wants some begins from. */
const firstBounds = { lower: 0.3, upper: 3 };
const firstTrimming = { upper: 5, of: "median", rounds: 20 };

/** How respondents of the wave are weighted. */
export function WeightingForm() {
  const { plan } = useStrings();
  const kind = usePlace("weighting", ["method", "kind"]);
  const method = usePlace("weighting", ["method"]);
  const trimming = usePlace("weighting", ["trimming"]);
  return (
    <div className="stack">
      <ChoiceField
        label={plan.method}
        layout="row"
        value={methods.find((known) => known === kind.value) ?? null}
        onChange={(chosen) =>
          method.write(chosen === "calibration" ? { kind: chosen, distance: "raking" } : { kind: chosen })
        }
        choices={methods.map((value) => ({ value, label: plan.methods[value] }))}
      />
      {kind.value === "calibration" ? <CalibrationFields /> : null}
      <ChoiceField
        label={plan.trimming}
        layout="row"
        value={trimming.value === null ? "none" : "some"}
        onChange={(chosen) => trimming.write(chosen === "none" ? null : firstTrimming)}
        choices={[
          { value: "none", label: plan.trimmingNone },
          { value: "some", label: plan.trimmingSome },
        ]}
      />
      {trimming.value === null ? null : <TrimmingFields />}
      <div className="number-places">
        <NumberPlace part="weighting" path={["fewest"]} />
      </div>
      <Collapsing />
      <RequiredStrata />
    </div>
  );
}

function CalibrationFields() {
  const { plan } = useStrings();
  const distance = usePlace("weighting", ["method", "distance"]);
  const bounds = usePlace("weighting", ["method", "bounds"]);
  return (
    <>
      <SelectField
        label={plan.distance}
        placeholder={plan.distance}
        value={String(distance.value)}
        onChange={distance.write}
        options={distances.map((value) => ({ value, label: plan.distances[value] }))}
      />
      <ChoiceField
        label={plan.bounds}
        layout="row"
        value={bounds.value === undefined ? "none" : "some"}
        onChange={(chosen) => bounds.write(chosen === "none" ? undefined : firstBounds)}
        choices={[
          { value: "none", label: plan.boundsNone },
          { value: "some", label: plan.boundsSome },
        ]}
      />
      {bounds.value === undefined ? null : (
        <div className="number-places">
          {(["lower", "upper"] as const).map((side) => (
            <NumberPlace key={side} part="weighting" path={["method", "bounds", side]} />
          ))}
        </div>
      )}
    </>
  );
}

function TrimmingFields() {
  const { plan } = useStrings();
  const of = usePlace("weighting", ["trimming", "of"]);
  return (
    <div className="number-places">
      <NumberPlace part="weighting" path={["trimming", "upper"]} />
      <SelectField
        label={plan.trimmingOf}
        placeholder={plan.trimmingOf}
        value={String(of.value)}
        onChange={of.write}
        options={averages.map((value) => ({ value, label: plan.averages[value] }))}
      />
      <NumberPlace part="weighting" path={["trimming", "rounds"]} />
    </div>
  );
}
