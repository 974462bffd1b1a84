import { rmSync } from "node:fs";
import { candidateFolder, datasetFolder, microdataFile } from "../folders/index.ts";
import {
  endedReleases,
  expireMicrodata,
  madeOfWave,
  removeCandidates,
  removeMicrodata,
} from "../operations/index.ts";
import { dueOn } from "./days.ts";
import type { Ground } from "./ground.ts";

/** What was made of a wave's answers goes before they do: columns, figures that wait, files under other numbers. */
export async function removeMadeOf({ folder, transact }: Ground, wave: string): Promise<void> {
  const { candidates, microdata } = await transact((context) => madeOfWave(context, wave));
  removeAll(datasetFolder(folder, wave));
  for (const id of candidates) removeAll(candidateFolder(folder, id));
  for (const id of microdata) removeAll(microdataFile(folder, id));
  await transact((context) => removeCandidates(context, candidates));
  await transact((context) => expireMicrodata(context, microdata));
}

type Ended = Awaited<ReturnType<typeof endedOf>>;

/** @param terms days for figures after they were asked for, for rows of the register after their file has ended */
export function endedOf(
  { transact }: Ground,
  now: Date,
  terms: { readonly candidates: number; readonly microdata: number },
) {
  const requested = new Date(now.getTime() - terms.candidates * 86_400_000);
  const expired = dueOn(now.toISOString().slice(0, 10), -terms.microdata - 1);
  return transact((context) => endedReleases(context, { requested, expired }));
}

export async function removeEndedCandidates({ folder, transact }: Ground, ids: Ended["candidates"]) {
  for (const id of ids) removeAll(candidateFolder(folder, id));
  await transact((context) => removeCandidates(context, ids));
}

export async function removeEndedMicrodata({ folder, transact }: Ground, ids: Ended["microdata"]) {
  for (const id of ids) removeAll(microdataFile(folder, id));
  await transact((context) => removeMicrodata(context, ids));
}

const removeAll = (path: string) => rmSync(path, { recursive: true, force: true, maxRetries: 3 });
