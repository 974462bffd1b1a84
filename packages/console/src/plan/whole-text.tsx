import { useState } from "react";
import { useStrings } from "../shell/index.ts";
import { Button, Disclosure, notify, TextAreaField } from "../widgets/index.ts";
import type { PartName } from "./draft.ts";
import { usePlace } from "./plan-context.ts";
import { readJson } from "./read-json.ts";

/** A whole part as text, for what no field is for; it is taken over once it can be read. */
export function WholeText({ part }: { part: PartName }) {
  const { plan } = useStrings();
  return (
    <Disclosure question={plan.wholeQuestion}>
      <Text key={part} part={part} />
    </Disclosure>
  );
}

function Text({ part }: { part: PartName }) {
  const { plan } = useStrings();
  const { value, write } = usePlace(part, []);
  const [typed, setTyped] = useState<{ text: string; over: unknown }>();
  const [objection, setObjection] = useState<string>();
  const text = typed !== undefined && typed.over === value ? typed.text : JSON.stringify(value, null, 2);
  const take = () => {
    const read = readJson(text);
    if (read.value === undefined)
      return setObjection(
        read.line === null ? plan.wholeUnreadable : plan.wholeUnreadableAt(read.line, read.column ?? 1),
      );
    setObjection(undefined);
    setTyped(undefined);
    write(read.value);
    notify({ about: "plan", sentence: plan.wholeTaken });
  };
  return (
    <div className="stack whole-text">
      <TextAreaField
        label={plan.whole}
        name={`whole-${part}`}
        value={text}
        onChange={(next) => setTyped({ text: next, over: value })}
        hint={plan.wholeHint}
        objection={objection}
      />
      <p>
        <Button onPress={take} testId={`take-${part}`}>
          {plan.wholeTake}
        </Button>
      </p>
    </div>
  );
}
