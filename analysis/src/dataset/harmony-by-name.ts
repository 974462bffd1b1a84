import type { VariableDescription } from "@tiltas/instrument/codebook";
import type { Instrument } from "@tiltas/instrument/definition";
import { collectRosters, collectVariables } from "./collected-variables.ts";
import type { Variable } from "./dataset.ts";
import type { Harmony, VersionTakes } from "./harmony.ts";
import { sameVariable, type Take } from "./take.ts";
import { type VersionVariables, versionVariables } from "./version-rows.ts";

/** Versions side by side: what bears the same name is the same variable, codes of all versions in one list. */
export function harmonyByName(instruments: readonly Instrument[]): Harmony {
  const variables = collectVariables(instruments);
  const lists = collectRosters(instruments);
  const known = new Map(instruments.map((instrument) => [instrument.digest, versionVariables(instrument)]));
  const options = new Set([...known.values()].flatMap(({ drawn }) => drawn.map(({ name }) => name)));
  const drawn = variables.flatMap(({ name }) => (options.has(name) ? [name] : []));
  return {
    variables,
    lists,
    drawn,
    versions: new Map(
      [...known].map(([digest, version]) => [digest, takesByName(version, { variables, lists, drawn })]),
    ),
  };
}

function takesByName(known: VersionVariables, harmony: Omit<Harmony, "versions">): VersionTakes {
  return {
    known,
    variables: sameNames(known.variables, harmony.variables),
    lists: [...harmony.lists].map(([name, variables]) => {
      const list = known.lists.findIndex((own) => own.name === name);
      return { list, variables: sameNames(known.lists[list]?.variables ?? [], variables) };
    }),
    drawn: harmony.drawn.map((name) => known.drawn.findIndex((option) => option.name === name)),
  };
}

function sameNames(own: readonly VariableDescription[], variables: readonly Variable[]): Take[][] {
  const placeOf = new Map(own.map(({ name }, place) => [name, place]));
  return variables.map((variable) => {
    const place = placeOf.get(variable.name);
    const source = place === undefined ? undefined : own[place];
    return place === undefined || source === undefined ? [] : [sameVariable(place, source, variable)];
  });
}
