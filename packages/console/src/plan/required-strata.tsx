import { useState } from "react";
import { usePlaces } from "../places/index.ts";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { Button, SelectField, TextField } from "../widgets/index.ts";
import { type Json, valueAt } from "./json-place.ts";
import { NumberPlace } from "./number-place.tsx";
import { useList, usePlanBeingChanged } from "./plan-context.ts";

const usualFewest = 20;

/** Places without whose respondents nothing may be said of the country. */
export function RequiredStrata() {
  const { language, strings } = useSpeech();
  const { plan } = strings;
  const { change } = usePlanBeingChanged();
  const strata = useList("weighting", ["required"]);
  const set = (at: number, value: Json | undefined) =>
    change({ kind: "set", part: "weighting", path: ["required", at], value });
  return (
    <fieldset className="stack">
      <legend>{plan.required}</legend>
      <p className="hint">{plan.requiredHint}</p>
      <ul className="place-rows">
        {strata.map((stratum, at) => {
          const name = inLanguage((valueAt(stratum, ["name"]) ?? {}) as Record<string, string>, language);
          return (
            <li key={name} className="place-row">
              <NumberPlace
                part="weighting"
                path={["required", at, "respondents"]}
                label={plan.requiredAtLeast(name)}
              />
              <Button label={plan.remove(name)} onPress={() => set(at, undefined)}>
                {plan.removeShort}
              </Button>
            </li>
          );
        })}
      </ul>
      <NewStratum taken={strata.flatMap(codesOf)} onAdd={(stratum) => set(strata.length, stratum)} />
    </fieldset>
  );
}

function codesOf(stratum: Json): string[] {
  const codes = valueAt(stratum, ["codes"]);
  return Array.isArray(codes) ? codes.map(String) : [];
}

/** A municipality becomes a stratum once somebody wrote why, in both languages of the workbook. */
function NewStratum({ taken, onAdd }: { taken: readonly string[]; onAdd: (stratum: Json) => void }) {
  const { language, strings } = useSpeech();
  const { plan } = strings;
  const places = usePlaces();
  const [code, setCode] = useState<string | null>(null);
  const [why, setWhy] = useState({ lt: "", en: "" });
  const add = () => {
    if (code === null) return;
    const { lt = code, en = code } = places.labelOf(code);
    const dimension = "municipality";
    onAdd({ name: { lt, en }, dimension, codes: [code], respondents: usualFewest, why });
    setCode(null);
    setWhy({ lt: "", en: "" });
  };
  return (
    <>
      <SelectField
        label={plan.requiredAdd}
        placeholder={plan.choose}
        value={code}
        onChange={setCode}
        options={places.options.filter(({ value }) => !taken.includes(value))}
      />
      {code === null ? null : (
        <>
          {(["lt", "en"] as const).map((spoken) => (
            <TextField
              key={spoken}
              label={plan.requiredWhy[spoken]}
              name={`why-${spoken}`}
              value={why[spoken]}
              onChange={(text) => setWhy({ ...why, [spoken]: text })}
            />
          ))}
          <p>
            <Button disabled={why.lt.trim() === "" || why.en.trim() === ""} onPress={add}>
              {plan.requiredTake(places.nameOf(code, language))}
            </Button>
          </p>
        </>
      )}
    </>
  );
}
