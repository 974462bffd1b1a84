import type { Store } from "@tiltas/store/port";
import { type Codes, createCodes } from "../codes/codes.ts";
import { keyedHash } from "../codes/keyed-hash.ts";
import { createResumes, leavingLimits, type Resumes } from "../codes/resumes.ts";
import { codeLimits, createWrongTries, type WrongTries } from "../codes/wrong-tries.ts";
import type { Waves } from "../fieldwork/waves.ts";
import { type Cases, createCases } from "./cases.ts";
import { createDevices, type Devices } from "./devices.ts";

/** Everything by which people are reached. */
export interface Reaching {
  readonly devices: Devices;
  readonly codes: Codes;
  readonly cases: Cases;
  readonly resumes: Resumes;
  /** Wrong pairing codes. */
  readonly pairingTries: WrongTries;
}

export function createReaching(needs: {
  store: Store;
  waves: Waves;
  /** The server's own key, which no database holds. */
  key: Uint8Array;
  places: ReadonlySet<string>;
  origin: () => string;
  clock: () => Date;
  newId: () => string;
}): Reaching {
  const { key, clock } = needs;
  const hash = keyedHash(key);
  const tries = (limits = codeLimits) => createWrongTries(limits, clock);
  return {
    devices: createDevices({ ...needs, hash }),
    codes: createCodes({ ...needs, hash, tries: tries() }),
    cases: createCases(needs),
    resumes: createResumes({ ...needs, leaving: tries(leavingLimits), taking: tries() }),
    pairingTries: tries(),
  };
}
