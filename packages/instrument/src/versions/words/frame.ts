import type { FrameChange } from "../change.ts";
import { fromTo, quoted } from "./quoted.ts";
import type { Said } from "./said.ts";

export function describeFrame(change: FrameChange): Said {
  const place = change.item || (change.after ?? change.before ?? "");
  switch (change.kind) {
    case "measure-changed": {
      const values = fromTo(change.from, change.to);
      return {
        en: `${change.item}: ${change.property} in measures.json changed ${values.en}.`,
        lt: `${change.item}: ${change.property} faile measures.json: ${values.lt}.`,
      };
    }
    case "universe-changed": {
      const values = fromTo(change.from, change.to);
      return {
        en: `Who may answer (${change.property}) changed ${values.en}.`,
        lt: `Kas gali atsakyti (${change.property}): ${values.lt}.`,
      };
    }
    case "structure-changed":
      return describeStructure(change);
    case "look-changed":
    case "foreign-changed": {
      const values = fromTo(change.from, change.to);
      const what = place === "" ? change.property : `${place}.${change.property}`;
      return { en: `${what} changed ${values.en}.`, lt: `${what}: ${values.lt}.` };
    }
    case "not-compared":
      return {
        en: `${place || "The file"} could not be compared: ${change.message}`,
        lt: `Nepavyko palyginti (${place || "failas"}): ${change.message}`,
      };
    default:
      return change satisfies never;
  }
}

function describeStructure({
  property,
  from,
  to,
}: Extract<FrameChange, { kind: "structure-changed" }>): Said {
  if (from === undefined) {
    const name = quoted(to);
    return { en: `A ${property} was added: ${name.en}.`, lt: `Pridėta (${property}): ${name.lt}.` };
  }
  const name = quoted(from);
  return { en: `A ${property} is gone: ${name.en}.`, lt: `Nebėra (${property}): ${name.lt}.` };
}
