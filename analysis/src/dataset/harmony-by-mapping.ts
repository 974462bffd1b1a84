import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import type { Instrument, Item } from "@tiltas/instrument/definition";
import type { Mapping } from "@tiltas/instrument/versions";
import { collectRosters, collectVariables } from "./collected-variables.ts";
import { trendOfItem, weakest } from "./comparability.ts";
import { type Becomes, becoming, becomingMembers, counterparts, type Side } from "./counterparts.ts";
import type { Comparability, Variable } from "./dataset.ts";
import type { Harmony, VersionTakes } from "./harmony.ts";
import { leftovers, takesOfLeftovers } from "./leftovers.ts";
import type { Take } from "./take.ts";
import { chainOf, type VersionChain } from "./version-chain.ts";
import { type VersionVariables, versionVariables } from "./version-rows.ts";

/** A harmony with what the answers of earlier versions are worth in it. */
export interface GradedHarmony extends Harmony {
  readonly comparability: ReadonlyMap<string, Comparability>;
}

/**
 * Versions in the terms of the first: names, codes and merged items as the mappings say; answers that have no certain
 * place are "not-in-version". What only earlier versions asked follows under its old name.
 *
 * @param instruments the own version first
 * @param mappings by digest of the version that they lead to
 * @throws VersionsError where the versions are no chain
 */
export function harmonyByMapping(
  instruments: readonly Instrument[],
  mappings: ReadonlyMap<string, Mapping>,
): GradedHarmony {
  const chain = chainOf(instruments, mappings);
  const own = chain.own;
  const [variables, lists] = [collectVariables([own]), collectRosters([own])];
  const versions = chain.versions.map((version, place) => {
    const known = versionVariables(version);
    const view: View = { chain, place, becomes: becoming(chain.mappingsFrom(place)) };
    return {
      known,
      main: gradedTakes(view, sideOf(version.items), sideOf(own.items), variables, { around: "" }),
      lists: [...lists].map(([name, members]) => takesOfList(view, name, members)),
    };
  });
  const left = leftovers(versions, variables);
  const drawn = versionVariables(own).drawn.map(({ name }) => name);
  return {
    ...{ variables: [...variables, ...left], lists, drawn },
    versions: new Map(
      versions.map(({ known, main, lists: ofLists }, place): [string, VersionTakes] => [
        chain.versions[place]?.digest ?? "",
        {
          known,
          variables: [...main.takes, ...takesOfLeftovers(left, known, main.takes)],
          lists: ofLists.map(({ list, takes }) => ({ list, variables: takes })),
          drawn: drawn.map((name) =>
            drawnPlace(
              known,
              main.takes,
              variables.findIndex((one) => one.name === name),
            ),
          ),
        },
      ]),
    ),
    comparability: new Map([
      ...variables.map(
        ({ name }, i) => [name, weakest(versions.map(({ main }) => main.grades[i]!))] as const,
      ),
      ...left.map(({ name }) => [name, "not-comparable"] as const),
      ...[...lists].flatMap(([list, members], at) =>
        members.map(
          ({ name }, i) =>
            [`${list}.${name}`, weakest(versions.map((version) => version.lists[at]!.grades[i]!))] as const,
        ),
      ),
    ]),
  };
}

/** One version seen from the own one. */
interface View {
  readonly chain: VersionChain;
  readonly place: number;
  readonly becomes: Becomes;
}

interface GradedTakes {
  readonly takes: readonly (readonly Take[])[];
  readonly grades: readonly Comparability[];
}

const sideOf = (items: readonly Item[]): Side => ({ items, variables: variablesOf({ items }) });

/** Takes of one version, none where its answers are not comparable; and what they are worth. */
function gradedTakes(
  { chain, place, becomes }: View,
  source: Side,
  target: Side,
  variables: readonly Variable[],
  { around }: { readonly around: string },
): GradedTakes {
  const described = new Map(target.variables.map((one) => [one.name, one]));
  const matrices = new Set(target.items.flatMap(({ name, kind }) => (kind === "matrix" ? [name] : [])));
  const addressOf = ({ item, part }: Pick<VariableDescription, "item" | "part">) =>
    `${around}${part !== undefined && matrices.has(item) ? `${item}.${part}` : item}`;
  const all = counterparts(source, target, becomes, variables, chain.numbersFrom(place));
  const grades = variables.map(({ name, item }, i): Comparability => {
    const { grades: byVersion } = trendOfItem(chain.steps, addressOf(described.get(name) ?? { item }));
    return all[i]?.length === 0 ? "not-comparable" : (byVersion[place] ?? "same");
  });
  return { grades, takes: all.map((takes, i) => (grades[i] === "not-comparable" ? [] : takes)) };
}

function takesOfList(
  view: View,
  name: string,
  variables: readonly Variable[],
): GradedTakes & { readonly list: number } {
  const { chain, place, becomes } = view;
  const version = chain.versions[place];
  const [called] = trendOfItem(chain.steps, name).called[place] ?? [];
  const lists = version?.items.filter(({ kind }) => kind === "roster") ?? [];
  const list = lists.findIndex((one) => one.name === called);
  const parts = chain.own.items.find((item) => item.name === name)?.parts ?? [];
  const members: View = { chain, place, becomes: becomingMembers(becomes, called ?? name, name) };
  const source = sideOf(lists[list]?.parts ?? []);
  return { list, ...gradedTakes(members, source, sideOf(parts), variables, { around: `${name}[].` }) };
}

/** Place of a drawn option among those of a version, by the variable that it was there. */
function drawnPlace({ variables, drawn }: VersionVariables, takes: GradedTakes["takes"], of: number): number {
  const [take] = takes[of] ?? [];
  const name = take && variables[take.from]?.name;
  return drawn.findIndex((option) => option.name === name);
}
