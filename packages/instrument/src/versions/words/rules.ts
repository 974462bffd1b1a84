import type { Effect, RuleChange } from "../change.ts";
import { codeText, fromTo, quoted } from "./quoted.ts";
import type { Said } from "./said.ts";

export function describeRule(change: RuleChange): Said {
  const { item } = change;
  switch (change.kind) {
    case "routing-changed":
      return describeRouting(change);
    case "offer-changed": {
      const code = change.code === undefined ? "" : ` ${codeText(change.code)}`;
      return withSetting(change, {
        en: `${item}: what is offered${code} (${change.property})`,
        lt: `${item}: kas siūloma${code} (${change.property})`,
      });
    }
    case "condition-respelled":
      return withSetting(change, {
        en: `${item}: ${change.property} is spelled differently`,
        lt: `${item}: ${change.property} užrašyta kitaip`,
      });
    case "requirement-changed":
      return withSetting(change, {
        en: `${item}: whether an answer is demanded (${change.property})`,
        lt: `${item}: ar būtina atsakyti (${change.property})`,
      });
    case "limit-changed":
    case "validator-changed":
      return withSetting(change, {
        en: `${item}: the limit ${change.property} was ${effects[change.effect].en}`,
        lt: `${item}: riba ${change.property} ${effects[change.effect].lt}`,
      });
    case "scale-changed":
      return withSetting(change, {
        en: `${item}: the scale (${change.property})`,
        lt: `${item}: skalė (${change.property})`,
      });
    case "task-changed":
      return withSetting(change, {
        en: `${item}: the task (${change.property})`,
        lt: `${item}: užduotis (${change.property})`,
      });
    case "default-changed":
      return withSetting(change, {
        en: `${item}: what stands there beforehand (${change.property})`,
        lt: `${item}: kas įrašyta iš anksto (${change.property})`,
      });
    case "randomisation-changed":
      return withSetting(change, {
        en: `${item || "The questionnaire"}: random order (${change.property})`,
        lt: `${item || "Klausimynas"}: atsitiktinė tvarka (${change.property})`,
      });
    case "calculation-changed":
      return withSetting(change, {
        en: `The computed value ${change.name} (${change.property})`,
        lt: `Apskaičiuojama reikšmė ${change.name} (${change.property})`,
      });
    case "trigger-changed":
      return withSetting(change, {
        en: `A trigger (${change.property})`,
        lt: `Veiksmas pagal atsakymą (${change.property})`,
      });
    case "storage-changed":
      return withSetting(change, {
        en: `${item || "The questionnaire"}: what is stored (${change.property})`,
        lt: `${item || "Klausimynas"}: kas įrašoma (${change.property})`,
      });
    case "source-changed":
      return withSetting(change, {
        en: `${item}: where its choices come from (${change.property})`,
        lt: `${item}: iš kur gaunami variantai (${change.property})`,
      });
    default:
      return change satisfies never;
  }
}

const effects: Readonly<Record<Effect, Said>> = {
  narrowed: { en: "narrowed", lt: "susiaurinta" },
  widened: { en: "widened", lt: "išplėsta" },
  changed: { en: "changed", lt: "pakeista" },
};

function withSetting({ from, to }: { readonly from: unknown; readonly to: unknown }, what: Said): Said {
  const values = fromTo(from, to);
  return { en: `${what.en}: ${values.en}.`, lt: `${what.lt}: ${values.lt}.` };
}

function describeRouting({ item, from, to, effect }: Extract<RuleChange, { kind: "routing-changed" }>): Said {
  const who = {
    narrowed: { en: "fewer people are asked", lt: "klausiama mažiau žmonių" },
    widened: { en: "more people are asked", lt: "klausiama daugiau žmonių" },
    changed: { en: "other people are asked", lt: "klausiama kitų žmonių" },
  }[effect];
  const [old, now] = [from, to].map((conditions) =>
    conditions.length === 0 ? { en: "everyone", lt: "visi" } : quoted(conditions.join(" and ")),
  );
  return {
    en: `${item}: ${who.en}: from ${old?.en} to ${now?.en}.`,
    lt: `${item}: ${who.lt}: buvo ${old?.lt}, dabar ${now?.lt}.`,
  };
}
