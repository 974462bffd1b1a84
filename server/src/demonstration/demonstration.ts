import { join } from "node:path";
import type { Ground, Rooms } from "../rooms.ts";
import { sendRespondents } from "./respondents.ts";
import { type DemonstrationSignIn, prepareStaff } from "./staff.ts";
import { prepareWave } from "./wave.ts";

interface Needs {
  readonly ground: Ground;
  readonly rooms: Rooms;
  readonly instrumentsFolder: string;
  readonly say: (line: string) => void;
}

/** A study of invented people, and staff who can sign in to look at it; what is there already stays as it is. */
export async function prepareDemonstration({
  ground,
  rooms,
  instrumentsFolder,
  say,
}: Needs): Promise<readonly DemonstrationSignIn[]> {
  const { store, access, place, clock, newId } = ground;
  const { instruments, intake, passwords } = rooms;
  const wave = await prepareWave(
    { store, instruments },
    join(instrumentsFolder, "tcn-integration/demonstration-margins.csv"),
  );
  const published = await instruments.find(wave.instrument);
  if (published) await sendRespondents({ store, intake, published, wave, say });
  return prepareStaff({ access, passwords, clock, newId }, place.folder);
}
