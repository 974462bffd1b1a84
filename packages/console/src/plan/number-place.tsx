import { useState } from "react";
import { useSpeech } from "../shell/index.ts";
import { TextField } from "../widgets/index.ts";
import type { PartName } from "./draft.ts";
import { fieldName } from "./field-name.ts";
import type { Path } from "./json-place.ts";
import { numberIn } from "./number-text.ts";
import { usePlace } from "./plan-context.ts";

interface NumberPlaceProps {
  part: PartName;
  path: Path;
  /** Left out: what the field is called. */
  label?: string;
}

/** A number of the plan; what is no number stays on the screen, is objected to, and changes nothing. */
export function NumberPlace({ part, path, label }: NumberPlaceProps) {
  const { strings, language } = useSpeech();
  const { plan } = strings;
  const { value, usual, write } = usePlace(part, path);
  // What was typed, and the value it was typed over: when that changes otherwise, as by undoing, the text gives way.
  const [typed, setTyped] = useState<{ text: string; value: unknown }>();
  const text = typed !== undefined && typed.value === value ? typed.text : spelled(value, language);
  return (
    <TextField
      label={label ?? fieldName(plan.fields, part, path) ?? path.join(" › ")}
      name={[part, ...path].join(".")}
      value={text}
      onChange={(next) => {
        const read = numberIn(next);
        setTyped({ text: next, value: read ?? value });
        if (read !== undefined) write(read);
      }}
      {...(usual === undefined || usual === value ? {} : { hint: plan.usual(spelled(usual, language)) })}
      objection={numberIn(text) === undefined ? plan.noNumber : undefined}
    />
  );
}

function spelled(value: unknown, language: "lt" | "en"): string {
  const plain = typeof value === "number" ? String(value) : "";
  return language === "lt" ? plain.replace(".", ",") : plain;
}
