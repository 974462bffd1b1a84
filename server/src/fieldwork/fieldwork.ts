import type { Store } from "@tiltas/store/port";
import { createDevices, type Devices } from "../devices/devices.ts";
import { keyedHash } from "../devices/keyed-hash.ts";
import { codeLimits, createWrongTries, type WrongTries } from "../devices/wrong-tries.ts";
import type { Intake } from "../responses/intake.ts";
import type { SealingKeys } from "../responses/keys.ts";
import { type Cases, createCases } from "./cases.ts";
import { type Codes, createCodes } from "./codes.ts";
import { createRescue, type Rescue } from "./rescue.ts";
import { createResumes, leavingLimits, type Resumes } from "./resumes.ts";
import type { Waves } from "./waves.ts";

/** Everything by which people are reached and answers come home. */
export interface Fieldwork {
  readonly devices: Devices;
  readonly codes: Codes;
  readonly cases: Cases;
  readonly resumes: Resumes;
  readonly rescue: Rescue;
  /** Wrong pairing codes. */
  readonly pairingTries: WrongTries;
}

export function createFieldwork(needs: {
  store: Store;
  waves: Waves;
  intake: Pick<Intake, "receive">;
  keys: SealingKeys;
  /** The server's own key, which no database holds. */
  key: Uint8Array;
  places: ReadonlySet<string>;
  origin: () => string;
  clock: () => Date;
  newId: () => string;
}): Fieldwork {
  const { key, clock } = needs;
  const hash = keyedHash(key);
  const tries = (limits = codeLimits) => createWrongTries(limits, clock);
  return {
    devices: createDevices({ ...needs, hash }),
    codes: createCodes({ ...needs, hash, tries: tries() }),
    cases: createCases(needs),
    resumes: createResumes({ ...needs, leaving: tries(leavingLimits), taking: tries() }),
    rescue: createRescue(needs),
    pairingTries: tries(),
  };
}
