import type { EvaluatedArgument } from "./evaluate.ts";
import { membersOf, numbersOf, textsOf, type Value, vector } from "./values.ts";

type RFunction = (args: readonly EvaluatedArgument[]) => Value;

const textNumber = (text: unknown) => String(text);

/** Values of the arguments without a name, and those with one. */
function split(args: readonly EvaluatedArgument[]) {
  return {
    plain: args.filter(({ name }) => name === undefined).map(({ value }) => value),
    named: new Map(args.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const]))),
  };
}

function combine(args: readonly EvaluatedArgument[]): Value {
  const parts = args.flatMap(({ name, value }) =>
    membersOf(value).map((member, i) => ({
      name: name ?? (value.is === "formula" ? "" : (value.names?.[i] ?? "")),
      member,
    })),
  );
  const names = parts.some(({ name }) => name !== "") ? parts.map(({ name }) => name) : undefined;
  const members = parts.map(({ member }) => member);
  return members.every((member) => member.is === "vector")
    ? vector(
        members.flatMap(({ values }) => values),
        names,
      )
    : { is: "list", values: members, names };
}

function list(args: readonly EvaluatedArgument[]): Value {
  const names = args.some(({ name }) => name !== undefined) ? args.map(({ name }) => name ?? "") : undefined;
  return { is: "list", values: args.map(({ value }) => value), names };
}

function dataFrame(args: readonly EvaluatedArgument[]): Value {
  const columns = args
    .filter(({ name }) => name !== "stringsAsFactors" && name !== "check.names")
    .flatMap(({ name, value }) =>
      name === undefined && value.is === "list"
        ? value.values.map((column, i) => ({ name: value.names?.[i], value: column }))
        : [{ name, value }],
    );
  const rows = Math.max(...columns.map(({ value }) => membersOf(value).length));
  return list(
    columns.map(({ name, value }) => {
      const { values } = value.is === "vector" ? value : vector([]);
      return {
        name,
        value: vector(Array.from({ length: rows }, (_, row) => values[row % values.length] ?? "")),
      };
    }),
  );
}

/** Every combination, the first factor fastest. */
function combinations(args: readonly EvaluatedArgument[]): Value {
  const factors = args.filter(({ name }) => name !== "stringsAsFactors");
  const sizes = factors.map(({ value }) => membersOf(value).length);
  const rows = sizes.reduce((product, size) => product * size, 1);
  return list(
    factors.map(({ name, value }, f) => {
      const step = sizes.slice(0, f).reduce((product, size) => product * size, 1);
      const values = value.is === "vector" ? value.values : [];
      const at = (row: number) => values[Math.floor(row / step) % values.length] ?? "";
      return { name, value: vector(Array.from({ length: rows }, (_, row) => at(row))) };
    }),
  );
}

function repeat(args: readonly EvaluatedArgument[]): Value {
  const { plain, named } = split(args);
  const values = plain[0]?.is === "vector" ? plain[0].values : [];
  const each = named.has("each") ? (numbersOf(named.get("each"))[0] ?? 1) : 1;
  const spread = values.flatMap((value) => Array.from({ length: each }, () => value));
  const length = named.has("length.out") ? numbersOf(named.get("length.out"))[0] : undefined;
  const times = numbersOf(named.get("times") ?? plain[1] ?? vector([1]));
  if (length !== undefined) return vector(Array.from({ length }, (_, i) => spread[i % spread.length] ?? ""));
  return times.length > 1
    ? vector(spread.flatMap((value, i) => Array.from({ length: times[i] ?? 0 }, () => value)))
    : vector(Array.from({ length: times[0] ?? 1 }, () => spread).flat());
}

function longest(values: readonly Value[]): number {
  return Math.max(...values.map((value) => membersOf(value).length));
}

function pasted(args: readonly EvaluatedArgument[], standard: string): Value {
  const { plain, named } = split(args);
  const between = named.has("sep") ? (textsOf(named.get("sep"))[0] ?? "") : standard;
  const texts = plain.map(textsOf);
  const pasted = Array.from({ length: longest(plain) }, (_, i) =>
    texts.map((text) => text[i % text.length] ?? "").join(between),
  );
  const collapse = named.get("collapse");
  return vector(collapse ? [pasted.join(textsOf(collapse)[0] ?? "")] : pasted);
}

function formatted(args: readonly EvaluatedArgument[]): Value {
  const [pattern, ...given] = args.map(({ value }) => value);
  const format = textsOf(pattern)[0] ?? "";
  return vector(
    Array.from({ length: longest(given) }, (_, row) => {
      let next = 0;
      return format.replaceAll(/%(0?)(\d*)([dsg])/g, (_all, zero: string, width: string) => {
        const members = given[next++];
        const values = members?.is === "vector" ? members.values : [];
        return textNumber(values[row % values.length]).padStart(Number(width), zero === "" ? " " : "0");
      });
    }),
  );
}

function chosen(args: readonly EvaluatedArgument[]): Value {
  const [test, yes, no] = args.map(({ value }) => (value.is === "vector" ? value.values : []));
  return vector(
    (test ?? []).map((truth, i) => {
      const from = (truth ? yes : no) ?? [];
      return from[i % from.length] ?? "";
    }),
  );
}

const first = (args: readonly EvaluatedArgument[]): Value => args[0]?.value ?? vector([]);
const summed = (args: readonly EvaluatedArgument[]) =>
  args.flatMap(({ value }) => numbersOf(value)).reduce((sum, value) => sum + value, 0);

/** Functions of R that the cases use to write margins, totals and options. */
export const functions: Readonly<Record<string, RFunction>> = {
  c: combine,
  list,
  "data.frame": dataFrame,
  "expand.grid": combinations,
  rep: repeat,
  paste0: (args) => pasted(args, ""),
  paste: (args) => pasted(args, " "),
  sprintf: formatted,
  ifelse: chosen,
  factor: first,
  "as.character": (args) => vector(textsOf(first(args))),
  "as.numeric": (args) => vector(numbersOf(first(args))),
  "as.vector": first,
  unname: (args) => ({ ...first(args), names: undefined }) as Value,
  sum: (args) => vector([summed(args)]),
  length: (args) => vector([membersOf(first(args)).length]),
  round: (args) => {
    const scale = 10 ** (args[1] ? (numbersOf(args[1].value)[0] ?? 0) : 0);
    return vector(numbersOf(first(args)).map((value) => Math.round(value * scale) / scale));
  },
  names: (args) => {
    const value = first(args);
    return vector(value.is === "formula" ? [] : (value.names ?? []));
  },
  setNames: (args) => ({ ...first(args), names: textsOf(args[1]?.value) }) as Value,
  seq_len: (args) => vector(Array.from({ length: numbersOf(first(args))[0] ?? 0 }, (_, i) => i + 1)),
  ":": (args) => {
    const [from = 0, to = 0] = args.map(({ value }) => numbersOf(value)[0] ?? 0);
    return vector(Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + (to > from ? i : -i)));
  },
  "%in%": (args) => {
    const members = textsOf(args[1]?.value);
    return vector(textsOf(first(args)).map((value) => members.includes(value)));
  },
};
