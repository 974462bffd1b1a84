import type { Ground, Rooms } from "../rooms.ts";
import { prepareCases } from "./cases.ts";
import { readMaking } from "./files.ts";
import { sendRespondents } from "./respondents.ts";
import { type DemonstrationSignIn, prepareStaff } from "./staff.ts";
import { closeWave, prepareWave } from "./wave.ts";
import { openWave, plannedWaves } from "./waves.ts";

interface Needs {
  readonly ground: Ground;
  readonly rooms: Rooms;
  readonly instrumentsFolder: string;
  readonly say: (line: string) => void;
}

/** Studies of invented people, and staff who can sign in to look at them; what is there already stays as it is. */
export async function prepareDemonstration({
  ground,
  rooms,
  instrumentsFolder,
  say,
}: Needs): Promise<readonly DemonstrationSignIn[]> {
  const { store, access, place, clock, newId } = ground;
  const { instruments, intake, passwords } = rooms;
  for (const planned of plannedWaves) {
    const wave = await prepareWave({ store, instruments, instrumentsFolder }, planned);
    const published = await instruments.find(wave.instrument);
    if (published && (await store.countResponses(wave.id)) < planned.respondents) {
      const making = await readMaking(instrumentsFolder, planned);
      await sendRespondents({ intake, published, wave, planned, making, say });
    }
    await closeWave(store, planned, wave);
  }
  await prepareCases({ store, newId }, openWave);
  return prepareStaff({ access, passwords, clock, newId }, place.folder);
}
