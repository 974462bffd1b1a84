import type { IndicatorDefinition } from "@tiltas/analysis/indicators";

const scale = { minimum: 1, maximum: 5 };
const item = (variable: string) => ({ variable, ...scale });
const is = (variable: string, ...codes: (string | number)[]) => ({ variable, in: codes });
const say = (word: string) => ({ en: word });

/** An indicator of every type there is, one of them resting on a draw. */
export const everyType: readonly IndicatorDefinition[] = [
  of("emp.01", { type: "proportion", variable: "works", in: ["yes"] }),
  of("lif.01", { type: "mean", variable: "life" }),
  of("emp.10", { type: "quantile", of: { variable: "income" }, share: 0.5 }),
  of("arr.02", {
    type: "time-to-event",
    time: { variable: "weeks" },
    happened: is("there", "yes"),
    share: 0.5,
  }),
  of("lng.01", {
    type: "index",
    items: ["speaks", "reads", "writes"].map(item),
    atLeast: 2,
    parts: [{ id: "spoken", label: say("spoken"), items: ["speaks", "reads"], atLeast: 2 }],
  }),
  of("mun.04", {
    type: "grouped-index",
    groups: ["1", "2"].map((service) => ({
      id: service,
      where: is(`used${service}`, 1),
      items: ["a", "b"].map((part) => item(`rate${service}${part}`)),
      atLeast: 1,
    })),
  }),
  of("mun.05", { type: "net-balance", variable: "rated", positive: ["good"], negative: ["poor"] }),
  of("nee.02", {
    type: "count",
    of: [is("works", "no"), is("rated", "poor"), { variable: "life", to: 4 }],
    known: 2,
  }),
  of("emp.02", {
    type: "ratio",
    numerator: { all: [is("works", "no"), is("searches", "yes")] },
    denominator: { any: [is("works", "yes"), is("searches", "yes")] },
    needs: ["works"],
  }),
  of("emp.09", { type: "ratio", totalOf: { variable: "pay" }, perTotalOf: { variable: "hours" } }),
  of("edu.01", {
    type: "roster-ratio",
    roster: "children",
    numerator: is("school", "yes"),
    denominator: is("age", "7-16"),
  }),
  of("inf.02", {
    type: "reach",
    size: 2,
    channels: [1, 2, 3, 4].map((n) => ({
      id: `channel-${n}`,
      label: say(`${n}`),
      where: is(`channel${n}`, 1),
    })),
  }),
  of("nee.03", {
    type: "priority",
    needs: [1, 2].map((n) => ({
      id: n === 1 ? "first" : "second",
      label: say(`${n}`),
      importance: { variable: `important${n}`, ...scale },
      needed: is(`needed${n}`, 1),
      met: is(`met${n}`, 1),
    })),
  }),
  { ...of("leg.01", { type: "proportion", variable: "knows", in: ["yes"] }), drawn: "drawn" },
];

function of(id: string, estimand: IndicatorDefinition["estimand"]): IndicatorDefinition {
  return {
    id,
    label: say(id),
    domain: "test",
    unit: "number",
    universe: { label: say("everyone") },
    direction: "none",
    missingRule: "M1",
    source: "test",
    estimand,
  };
}
