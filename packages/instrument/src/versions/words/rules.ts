import type { Effect, RuleChange } from "../change.ts";
import { codeText, fromTo, quoted } from "./quoted.ts";
import type { Said } from "./said.ts";

type Routing = Extract<RuleChange, { kind: "routing-changed" }>;
type Setting = Exclude<RuleChange, Routing>;

/** What a rule is about; a new kind of change cannot do without. */
const subjects: Readonly<Record<Setting["kind"], Said>> = {
  "offer-changed": { en: "what is offered", lt: "kas siūloma" },
  "condition-respelled": { en: "a condition in another spelling", lt: "kitaip užrašyta sąlyga" },
  "requirement-changed": { en: "whether an answer is demanded", lt: "ar būtina atsakyti" },
  "limit-changed": { en: "a limit", lt: "riba" },
  "validator-changed": { en: "a rule for answers", lt: "atsakymų taisyklė" },
  "scale-changed": { en: "the scale", lt: "skalė" },
  "task-changed": { en: "the task", lt: "užduotis" },
  "default-changed": { en: "what stands there beforehand", lt: "kas įrašyta iš anksto" },
  "randomisation-changed": { en: "random order", lt: "atsitiktinė tvarka" },
  "calculation-changed": { en: "a computed value", lt: "apskaičiuojama reikšmė" },
  "trigger-changed": { en: "what answers set off", lt: "ką sukelia atsakymai" },
  "storage-changed": { en: "what is stored", lt: "kas įrašoma" },
  "source-changed": { en: "where its choices come from", lt: "iš kur gaunami variantai" },
};

const effects: Readonly<Record<Effect, Said>> = {
  narrowed: { en: ", narrowed", lt: ", susiaurinta" },
  widened: { en: ", widened", lt: ", išplėsta" },
  changed: { en: "", lt: "" },
};

export function describeRule(change: RuleChange): Said {
  if (change.kind === "routing-changed") return describeRouting(change);
  const subject = subjects[change.kind];
  const values = fromTo(change.from, change.to);
  const effect = "effect" in change ? effects[change.effect] : effects.changed;
  const where = placeOf(change);
  return {
    en: `${where.en}: ${subject.en} (${change.property}${effect.en}) changed ${values.en}.`,
    lt: `${where.lt}: ${subject.lt} (${change.property}${effect.lt}) – ${values.lt}.`,
  };
}

function placeOf(change: Setting): Said {
  if (change.kind === "calculation-changed" && change.name !== "")
    return { en: change.name, lt: change.name };
  if (change.item === "") return { en: "The questionnaire", lt: "Klausimynas" };
  if (!("code" in change) || change.code === undefined) return { en: change.item, lt: change.item };
  const code = codeText(change.code);
  return { en: `${change.item}, choice ${code}`, lt: `${change.item}, variantas ${code}` };
}

const asked: Readonly<Record<Effect, Said>> = {
  narrowed: { en: "fewer people are asked", lt: "klausiama mažiau žmonių" },
  widened: { en: "more people are asked", lt: "klausiama daugiau žmonių" },
  changed: { en: "other people are asked", lt: "klausiama kitų žmonių" },
};

function describeRouting({ item, from, to, effect }: Routing): Said {
  const [old, now] = [whoOf(from), whoOf(to)];
  return {
    en: `${item}: ${asked[effect].en}: from ${old.en} to ${now.en}.`,
    lt: `${item}: ${asked[effect].lt}: buvo ${old.lt}, dabar ${now.lt}.`,
  };
}

function whoOf(conditions: readonly string[]): Said {
  return conditions.length === 0 ? { en: "everyone", lt: "visi" } : quoted(conditions.join(" and "));
}
