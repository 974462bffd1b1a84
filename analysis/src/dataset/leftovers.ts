import type { Variable } from "./dataset.ts";
import { sameVariable, type Take } from "./take.ts";
import type { VersionVariables } from "./version-rows.ts";

interface Version {
  readonly known: VersionVariables;
  readonly main: { readonly takes: readonly (readonly Take[])[] };
}

/** What only earlier versions asked, as the newest of them has it, unless the own version uses the name for something else. */
export function leftovers(versions: readonly Version[], own: readonly Variable[]): Variable[] {
  const names = new Set(own.map(({ name }) => name));
  const left = new Map<string, Variable>();
  for (const { known, main } of versions.toReversed()) {
    const taken = new Set(main.takes.flatMap((takes) => takes.map(({ from }) => from)));
    known.variables.forEach(({ name, item, labels, kind, codes }, place) => {
      if (!taken.has(place) && !names.has(name) && !left.has(name))
        left.set(name, { name, item, labels, kind, codes });
    });
  }
  return [...left.values()];
}

/** A version's own cells of what was left over: of the same name and kind, and gone nowhere else. */
export function takesOfLeftovers(
  left: readonly Variable[],
  { variables }: VersionVariables,
  takes: readonly (readonly Take[])[],
): Take[][] {
  const taken = new Set(takes.flatMap((own) => own.map(({ from }) => from)));
  return left.map((variable) => {
    const place = variables.findIndex(({ name, kind }) => name === variable.name && kind === variable.kind);
    const source = variables[place];
    return source === undefined || taken.has(place) ? [] : [sameVariable(place, source, variable)];
  });
}
