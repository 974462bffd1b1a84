import type { ComparedTwo, ExploreFrame, ExploreTable, ExploreTrend } from "@tiltas/contract/explore";
import { Refusal } from "@tiltas/contract/problems";
import type { PolicyName } from "@tiltas/contract/releases";
import type { Place } from "@tiltas/store/open";
import type { Store } from "@tiltas/store/port";
import type { CellsFile, FrameFile } from "../computing/explore-files.ts";
import { cellsFileIn, frameFileIn, releaseFolder } from "../computing/release-folder.ts";
import type { Waves } from "../fieldwork/waves.ts";
import { readJson } from "../releases/files.ts";
import type { Reading, Releases } from "../releases/releases.ts";
import { compared } from "./two.ts";

export interface ExploreNeeds {
  readonly store: Pick<Store, "listReleases">;
  readonly waves: Pick<Waves, "existing" | "list">;
  readonly releases: Pick<Releases, "get">;
  readonly place: Place;
}

/** Which release, and who asks. */
export interface Asked {
  readonly wave: string;
  readonly number: number;
  readonly person: Reading;
}

/** A measure over a cut, its dimensions joined by ",". */
export interface Cut {
  readonly measure: string;
  readonly crossing: string;
}

/** Looking into releases: every cell is one that was frozen, nothing is computed. */
export interface Explore {
  frame(asked: Asked): Promise<ExploreFrame>;
  /** @throws not-in-lattice */
  cells(asked: Asked, cut: Cut): Promise<ExploreTable>;
  trend(asked: Asked, cut: Cut): Promise<ExploreTrend>;
  /** Two domains of one cut beside each other. */
  two(asked: Asked, cut: Cut & { readonly one: string; readonly other: string }): Promise<ComparedTwo>;
}

export function createExplore(needs: ExploreNeeds): Explore {
  const { releases, place } = needs;
  const opened = async ({ wave, number, person }: Asked) => {
    const { policy, digest } = await releases.get(wave, number, person);
    const folder = releaseFolder(place.folder, wave, number);
    const frame = await frameIn(folder, policy);
    if (!frame) throw new Refusal("not-found", "The files of this release are not on this server.");
    return { folder, policy, frame, digest };
  };
  const cells = async (asked: Asked, cut: Cut): Promise<ExploreTable> => {
    const { folder, policy, frame } = await opened(asked);
    const found = await tableIn(folder, policy, frame, cut);
    if (!found) throw notInLattice();
    return found.table;
  };
  return {
    async frame(asked) {
      const { frame, digest } = await opened(asked);
      return { ...frame, number: asked.number, digest };
    },
    cells,
    async trend(asked, cut) {
      const { frame } = await opened(asked);
      const now = await cells(asked, cut);
      const earlier = await earlierWaves(needs, asked, cut);
      const indicator = frame.measures.find(({ id }) => id === cut.measure)?.indicator;
      const comparability = frame.indicators.find(({ id }) => id === indicator)?.comparability;
      const comparable = comparability === "same" || comparability === "limited";
      const waves = [...earlier, await pointOf(needs, asked, frame, now)];
      return { measure: now.measure, crossing: now.crossing, comparable, waves };
    },
    async two(asked, { one, other, ...cut }) {
      const { frame, folder, policy } = await opened(asked);
      const found = await tableIn(folder, policy, frame, cut);
      if (!found) throw notInLattice();
      return compared({ frame, ...found, one, other });
    },
  };
}

const crossingOf = (text: string) => (text === "" ? [] : text.split(","));

const frameIn = (folder: string, policy: PolicyName) => readJson<FrameFile>(frameFileIn(folder, policy));

/** Cells of one cut in one release; undefined where it has no such table. */
async function tableIn(
  folder: string,
  policy: PolicyName,
  frame: FrameFile,
  { measure, crossing }: Cut,
): Promise<{ table: ExploreTable; correlations: Correlations } | undefined> {
  const at = frame.measures.findIndex(({ id }) => id === measure);
  if (at < 0) return undefined;
  const wanted = crossingOf(crossing);
  const file = await readJson<CellsFile>(cellsFileIn(folder, policy, at));
  const found = file?.crossings.find((one) => one.crossing.join() === wanted.join());
  if (!found) return undefined;
  const rows = found.rows.map(({ domain, cell, comparisons }) => ({
    domain: [...domain],
    cell,
    comparisons: [...comparisons],
  }));
  const alike = (found.alike ?? []).map((group) => [...group]);
  return { table: { measure, crossing: wanted, rows, alike }, correlations: found.correlations };
}

type Correlations = CellsFile["crossings"][number]["correlations"];

type Point = ExploreTrend["waves"][number];

/** What the newest releases of earlier waves of the study show in the same cells, oldest first. */
async function earlierWaves(needs: ExploreNeeds, { wave: id, person }: Asked, cut: Cut): Promise<Point[]> {
  const { store, waves, releases, place } = needs;
  const { study, opens } = await waves.existing(id);
  const before = (await waves.list()).filter((wave) => wave.study === study && wave.opens < opens);
  const points: Point[] = [];
  for (const { id: wave } of before) {
    const [newest] = await store.listReleases(wave);
    if (!newest) continue;
    const asked = { wave, number: newest.number, person };
    const { policy } = await releases.get(wave, newest.number, person);
    const folder = releaseFolder(place.folder, wave, newest.number);
    const frame = await frameIn(folder, policy);
    const found = frame && (await tableIn(folder, policy, frame, cut));
    if (found) points.push(await pointOf(needs, asked, frame, found.table));
  }
  return points;
}

async function pointOf(
  { waves }: ExploreNeeds,
  { wave, number }: Asked,
  { waveTitle }: FrameFile,
  { rows }: ExploreTable,
): Promise<Point> {
  const { opens } = await waves.existing(wave);
  const shown = rows.map(({ domain, cell }) => ({ domain, cell }));
  return { wave, title: waveTitle, opens, number, rows: shown };
}

const notInLattice = () =>
  new Refusal(
    "not-in-lattice",
    "The tables of a wave are fixed before it, and this measure or cut is none of them. Choose one from the list.",
  );
