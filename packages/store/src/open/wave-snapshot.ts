import type {
  NewReview,
  ResponseHead,
  ReviewRule,
  ReviewState,
  SetAsideRecord,
  Store,
  StoredResponse,
  WaveRecord,
} from "../port/index.ts";

/** Why estimates leave a response out. */
export type LeftOut = "has-issues" | "awaits-review" | "rejected" | "set-aside";

/** A kept response with its review state; `leftOut` is null for those that enter estimates. */
export type SnapshotResponse = StoredResponse & {
  readonly state: ReviewState;
  readonly leftOut: LeftOut | null;
};

/** A wave at one moment; what arrives or is decided while it is read waits for the next snapshot. */
export interface WaveSnapshot {
  /** ISO time at which the newest response arrived; the wave's first day while there is none. */
  readonly asOf: string;
  /** Read anew at each use, one response at a time: a wave is never held as a whole. */
  readonly responses: AsyncIterable<SnapshotResponse>;
}

/** Which states enter where a study declares nothing else; the same as `standardReviewRule` of @tiltas/contract/reviews. */
export const standardRule: ReviewRule = {
  received: true,
  "has-issues": false,
  approved: true,
  rejected: false,
};

type Decisions = Pick<Store, "reviewsOf" | "setAsidesOf" | "findStudy">;
type SnapshotReader = Decisions & Pick<Store, "responsesOfWave">;

/** How a wave stood when a release was made from it. */
export interface PastMoment {
  /** Place in server order of the last response that was read. */
  readonly through: number;
  /** How many decisions there were, which periods were set aside, and the rule of the study. */
  readonly decisions: number;
  readonly setAsides: readonly string[];
  readonly review: ReviewRule | null;
}

/**
 * Finds the moment in one reading, so that a report of the same responses is the same whenever it is made.
 *
 * @param past an earlier moment: newer revisions and later decisions do not count, whoever withdrew since is gone
 */
export async function snapshotOf(
  reader: SnapshotReader,
  { id, opens, study }: Pick<WaveRecord, "id" | "opens" | "study">,
  past?: PastMoment,
): Promise<WaveSnapshot> {
  const judge = await judgeOfWave(reader, { id, study }, past);
  let [sequence, newest] = [0, 0];
  for await (const stored of reader.responsesOfWave(id, past?.through)) {
    sequence = Math.max(sequence, stored.sequence);
    newest = Math.max(newest, stored.receivedAt.getTime());
  }
  return {
    asOf: newest === 0 ? `${opens}T00:00:00.000Z` : new Date(newest).toISOString(),
    responses: { [Symbol.asyncIterator]: () => judged(reader.responsesOfWave(id, sequence), judge) },
  };
}

/** A response without its texts, and whether it enters estimates. */
export type SnapshotHead = ResponseHead & { readonly leftOut: LeftOut | null };

/** The heads of a wave as they are when reading begins, one pass. */
export async function* headsOf(
  reader: Decisions & Pick<Store, "headsOfWave">,
  { id, study }: Pick<WaveRecord, "id" | "study">,
): AsyncGenerator<SnapshotHead> {
  const judge = await judgeOfWave(reader, { id, study });
  for await (const head of reader.headsOfWave(id)) yield { ...head, leftOut: judge(head).leftOut };
}

async function judgeOfWave(
  reader: Decisions,
  { id, study }: Pick<WaveRecord, "id" | "study">,
  past?: PastMoment,
): Promise<Judge> {
  const reviews = await reader.reviewsOf(id);
  const setAsides = await reader.setAsidesOf(id);
  if (past)
    return judgeOf({
      rule: past.review ?? standardRule,
      reviews: reviews.slice(0, past.decisions),
      setAsides: setAsides
        .filter((setAside) => past.setAsides.includes(setAside.id))
        .map((setAside) => ({ ...setAside, liftedAt: null })),
    });
  return judgeOf({ rule: (await reader.findStudy(study))?.review ?? standardRule, reviews, setAsides });
}

/** What decides about a wave's responses. */
interface Grounds {
  readonly rule: ReviewRule;
  readonly reviews: readonly NewReview[];
  readonly setAsides: readonly SetAsideRecord[];
}

type Judge = (response: ResponseHead | StoredResponse) => Pick<SnapshotResponse, "state" | "leftOut">;

function judgeOf({ rule, reviews, setAsides }: Grounds): Judge {
  const newest = new Map(reviews.map((review) => [review.responseId, review]));
  const holding = setAsides.filter(({ liftedAt }) => liftedAt === null);
  return (response) => {
    const state = stateOf(response, newest.get(response.responseId));
    const isSetAside = holding.some((setAside) => covers(setAside, response));
    return { state, leftOut: state !== "rejected" && isSetAside ? "set-aside" : leftOutBy(rule, state) };
  };
}

/** A decision holds for the revision it was made about; taking it back leaves what the findings say. */
function stateOf(
  { revision, findings }: Pick<StoredResponse, "revision" | "findings">,
  review: NewReview | undefined,
): ReviewState {
  if (review?.revision === revision && (review.state === "approved" || review.state === "rejected"))
    return review.state;
  return findings === "[]" ? "received" : "has-issues";
}

export function covers(
  { channel, from, until }: Pick<SetAsideRecord, "channel" | "from" | "until">,
  response: Pick<StoredResponse, "channel" | "receivedAt">,
): boolean {
  const { receivedAt } = response;
  return (channel === null || channel === response.channel) && from <= receivedAt && receivedAt < until;
}

function leftOutBy(rule: ReviewRule, state: ReviewState): LeftOut | null {
  if (rule[state]) return null;
  if (state === "rejected" || state === "has-issues") return state;
  return "awaits-review";
}

async function* judged(
  responses: AsyncIterable<StoredResponse>,
  judge: Judge,
): AsyncGenerator<SnapshotResponse> {
  for await (const stored of responses) yield { ...stored, ...judge(stored) };
}
