import { join } from "node:path";
import type { Place } from "@tiltas/store/open";
import type { AccessStore, ParadataStore, Store } from "@tiltas/store/port";
import { createPasswords, type PasswordCost, type Passwords } from "./access/passwords.ts";
import { createPeople, type People } from "./access/people.ts";
import { createSessions, type Sessions } from "./access/sessions.ts";
import { createSignIn, type SignInRoom } from "./access/sign-in.ts";
import { type Care, createCare } from "./care/care.ts";
import { keyedHash } from "./codes/keyed-hash.ts";
import { createWrongTries, receiptLimits } from "./codes/wrong-tries.ts";
import { dropSharedDatasets, forgetInDatasets } from "./computing/datasets.ts";
import type { Compute } from "./computing/task.ts";
import { createReaching, type Reaching } from "./devices/reaching.ts";
import { createExplore, type Explore } from "./explore/explore.ts";
import type { Municipality } from "./fieldwork/municipalities.ts";
import { createProgress, type Progress } from "./fieldwork/progress.ts";
import { createWaves, type Waves } from "./fieldwork/waves.ts";
import { createInstruments, type Instruments } from "./instruments/instruments.ts";
import type { Plans } from "./instruments/plans.ts";
import type { Recordings } from "./instruments/recordings.ts";
import { createMargins, type Margins } from "./margins/margins.ts";
import { createMicrodata, type Microdata } from "./microdata/microdata.ts";
import { createParadata, type Paradata } from "./paradata/paradata.ts";
import { type Candidates, createCandidates } from "./releases/candidates.ts";
import { type AnalysisPlans, createAnalysisPlans } from "./releases/plans.ts";
import { createReleases, type Releases } from "./releases/releases.ts";
import { createWorking, type Working } from "./releases/working.ts";
import { agreeOnKeys } from "./responses/agreed-keys.ts";
import { createIntake, type Intake } from "./responses/intake.ts";
import { openSealingKeys, type SealingKeys } from "./responses/keys.ts";
import { type Bursts, createBursts } from "./responses/proof.ts";
import { createReceipts } from "./responses/receipt.ts";
import { createRescue, type Rescue } from "./responses/rescue.ts";
import { createWithdrawals, type Withdrawals } from "./responses/withdrawals.ts";
import { createReview, type Review } from "./review/review.ts";
import { createSetAsides, type SetAsides } from "./review/set-asides.ts";
import type { LookInto } from "./review/task.ts";
import { softwareVersion } from "./settings/version.ts";

/** What the routes call: one object of verbs per room. */
export interface Rooms extends Reaching {
  readonly rescue: Rescue;
  readonly instruments: Instruments;
  readonly recordings: Recordings;
  readonly municipalities: readonly Municipality[];
  readonly progress: Progress;
  readonly intake: Intake;
  /** Keys to which finished responses are sealed. */
  readonly keys: SealingKeys;
  readonly withdrawals: Withdrawals;
  readonly bursts: Bursts;
  readonly people: People;
  readonly sessions: Sessions;
  readonly signIn: SignInRoom;
  readonly margins: Margins;
  readonly analysisPlans: AnalysisPlans;
  readonly working: Working;
  readonly candidates: Candidates;
  readonly releases: Releases;
  readonly explore: Explore;
  readonly microdata: Microdata;
  readonly review: Review;
  readonly setAsides: SetAsides;
  readonly paradata: Paradata;
  readonly passwords: Passwords;
  readonly care: Care;
  /** Rejects when nothing can be kept at this moment. */
  readonly ready: () => Promise<void>;
}

/** Everything the rooms need from outside. */
export interface Ground {
  readonly store: Store;
  readonly access: AccessStore;
  readonly paradata: ParadataStore;
  readonly place: Place;
  readonly recordings: Recordings;
  readonly municipalities: readonly Municipality[];
  readonly receiptKey: Uint8Array;
  readonly demonstration: boolean;
  /** Origin of every link. */
  readonly origin: () => string;
  readonly compute: Compute;
  /** Folder of the standard analysis plan. */
  readonly analysisFolder: string;
  readonly lookInto: LookInto;
  readonly plans: Plans;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** New responses a minute that a wave takes without proof of work; other than the standard in tests and benches only. */
  readonly freePerMinute?: number | undefined;
  /** Lower in tests only. */
  readonly passwordCost?: PasswordCost;
}

export async function createRooms(ground: Ground): Promise<Rooms> {
  const { store, access, place, municipalities, receiptKey, demonstration, origin, clock, newId } = ground;
  const { plans } = ground;
  const instruments = createInstruments(store);
  const waves = createWaves({ store, clock });
  const passwords = await createPasswords(ground.passwordCost);
  const sessions = createSessions({ access, clock, demonstration });
  const held = await openSealingKeys(join(place.folder, "keys"));
  const keys = await agreeOnKeys({ store, receiptKey, keys: held });
  const codes = new Set(municipalities.map(({ code }) => code));
  const receipts = createReceipts(receiptKey);
  const intake = createIntake({
    store,
    instruments,
    plans,
    waves,
    receipts,
    hash: keyedHash(receiptKey),
    origin,
    clock,
  });
  const paradata = createParadata({ ...ground, waves, instruments });
  const ofReleases = createReleaseRooms(ground, waves);
  return {
    ...ofReleases,
    instruments,
    recordings: ground.recordings,
    municipalities,
    passwords,
    sessions,
    ready: () => store.check(),
    keys,
    progress: createProgress({ store, waves, instruments, municipalities, keys, clock, origin }),
    intake,
    withdrawals: createWithdrawals({
      ...ground,
      onWithdrawn: async (responseId) => {
        const { candidates, microdata } = ofReleases;
        // Computations stop first, so that none holds the columns; one that cannot be mended now holds up no other.
        const steps = [candidates.forget, microdata.sweep, () => forgetInDatasets(place, responseId)];
        for (const step of steps) await step().catch(() => undefined);
      },
      waves,
      receipts,
      tries: createWrongTries(receiptLimits, clock),
    }),
    bursts: createBursts({
      key: receiptKey,
      clock,
      ...(ground.freePerMinute === undefined ? {} : { free: ground.freePerMinute }),
    }),
    rescue: createRescue({ keys, intake }),
    ...createReaching({ store, waves, key: receiptKey, places: codes, origin, clock, newId }),
    people: createPeople({ access, clock, newId, origin, municipalities: codes }),
    signIn: createSignIn({ access, passwords, sessions, clock, newId }),
    review: createReview({ ...ground, waves }),
    setAsides: createSetAsides(ground),
    care: createCare({ place, store, access, paradata, made: madeOfAnswers(place, ofReleases), clock }),
    paradata,
  };
}

/** What was made of answers and must not outlast them, or its own term. */
function madeOfAnswers(
  place: Place,
  { candidates, microdata }: Pick<Rooms, "candidates" | "microdata">,
): { sweep(): Promise<void> } {
  return {
    async sweep() {
      await candidates.forget();
      await microdata.sweep();
      await dropSharedDatasets(place);
    },
  };
}

/** From margins to releases and what is taken from them. */
function createReleaseRooms(ground: Ground, waves: Waves) {
  const needs = { ...ground, waves, software: softwareVersion };
  const releases = createReleases(needs);
  return {
    margins: createMargins(needs),
    analysisPlans: createAnalysisPlans(needs),
    working: createWorking(needs),
    candidates: createCandidates(needs),
    releases,
    explore: createExplore({ ...needs, releases }),
    microdata: createMicrodata(needs),
  } satisfies Partial<Rooms>;
}
