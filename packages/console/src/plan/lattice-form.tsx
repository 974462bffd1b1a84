import { useState } from "react";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { Button, SelectField } from "../widgets/index.ts";
import { Groups } from "./groups.tsx";
import { type Json, valueAt } from "./json-place.ts";
import { NumberPlace } from "./number-place.tsx";
import { useList, usePlanBeingChanged } from "./plan-context.ts";

const rungs = ["single", "pooled", "group"] as const;

/** In which cells figures may be shown. */
export function LatticeForm() {
  const { plan } = useSpeech().strings;
  return (
    <div className="stack">
      <fieldset className="stack">
        <legend>{plan.ladder}</legend>
        <p className="hint">{plan.ladderHint}</p>
        <div className="number-places">
          {rungs.map((rung) => (
            <NumberPlace key={rung} part="lattice" path={["ladder", rung]} />
          ))}
        </div>
      </fieldset>
      <Groups />
      <Pairs />
    </div>
  );
}

interface Named {
  readonly value: string;
  readonly label: string;
}

/** Two dimensions by which figures are cut at once. */
function Pairs() {
  const { language, strings } = useSpeech();
  const { plan } = strings;
  const { change } = usePlanBeingChanged();
  const dimensions = useList("lattice", ["dimensions"]).map((dimension) => ({
    value: String(valueAt(dimension, ["id"])),
    label: inLanguage((valueAt(dimension, ["label"]) ?? {}) as Record<string, string>, language),
  }));
  const pairs = useList("lattice", ["pairs"]);
  const nameOf = (id: Json | undefined) => dimensions.find(({ value }) => value === id)?.label ?? String(id);
  const set = (at: number, value: Json | undefined) =>
    change({ kind: "set", part: "lattice", path: ["pairs", at], value });
  return (
    <fieldset className="stack">
      <legend>{plan.pairs}</legend>
      <p className="hint">{plan.pairsHint}</p>
      <ul className="place-rows">
        {pairs.map((pair, at) => {
          const name = [0, 1].map((side) => nameOf(valueAt(pair, [side]))).join(" × ");
          return (
            <li key={name} className="place-row">
              <span>{name}</span>
              <Button label={plan.remove(name)} onPress={() => set(at, undefined)}>
                {plan.removeShort}
              </Button>
            </li>
          );
        })}
      </ul>
      <NewPair dimensions={dimensions} onAdd={(pair) => set(pairs.length, pair)} />
    </fieldset>
  );
}

function NewPair({ dimensions, onAdd }: { dimensions: readonly Named[]; onAdd: (pair: Json) => void }) {
  const { plan } = useSpeech().strings;
  const [first, setFirst] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const others = dimensions.filter(({ value }) => value !== first);
  const field = { placeholder: plan.choose };
  return (
    <>
      <div className="number-places">
        <SelectField
          {...field}
          label={plan.pairFirst}
          value={first}
          onChange={setFirst}
          options={dimensions}
        />
        <SelectField
          {...field}
          label={plan.pairSecond}
          value={second}
          onChange={setSecond}
          options={others}
        />
      </div>
      <p>
        <Button
          disabled={first === null || second === null || first === second}
          onPress={() => onAdd([first, second])}
        >
          {plan.pairAdd}
        </Button>
      </p>
    </>
  );
}
