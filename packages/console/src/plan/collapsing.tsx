import { useStrings } from "../shell/index.ts";
import { Button, SelectField } from "../widgets/index.ts";
import { type Json, valueAt } from "./json-place.ts";
import { NumberPlace } from "./number-place.tsx";
import { useList, usePlanBeingChanged } from "./plan-context.ts";

const dimensions = ["municipality", "citizenship", "sex", "age", "residence-ground"] as const;
/** Cells with fewer respondents are joined, unless somebody says otherwise. */
const usualFewest = 20;

/** When small cells of a margin are joined with others, by dimension. */
export function Collapsing() {
  const { plan } = useStrings();
  const { change } = usePlanBeingChanged();
  const rules = useList("weighting", ["collapse"]);
  const named = (rule: Json) => String(valueAt(rule, ["dimension"]) ?? "");
  const label = (dimension: string) => plan.dimensions[dimension] ?? dimension;
  const free = dimensions.filter((dimension) => !rules.some((rule) => named(rule) === dimension));
  const set = (at: number, value: Json | undefined) =>
    change({ kind: "set", part: "weighting", path: ["collapse", at], value });
  return (
    <fieldset className="stack">
      <legend>{plan.collapse}</legend>
      <p className="hint">{plan.collapseHint}</p>
      <ul className="place-rows">
        {rules.map((rule, at) => (
          <li key={named(rule)} className="place-row">
            <NumberPlace
              part="weighting"
              path={["collapse", at, "respondents"]}
              label={plan.collapseBelow(label(named(rule)))}
            />
            <Button label={plan.remove(label(named(rule)))} onPress={() => set(at, undefined)}>
              {plan.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      {free.length === 0 ? null : (
        <SelectField
          label={plan.collapseAdd}
          placeholder={plan.choose}
          value={null}
          onChange={(dimension) => set(rules.length, { dimension, respondents: usualFewest })}
          options={free.map((value) => ({ value, label: label(value) }))}
        />
      )}
    </fieldset>
  );
}
