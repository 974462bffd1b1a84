import { z } from "zod";

const share = z.number().min(0).max(1);
const count = z.int().min(1);

/**
 * From where on a figure speaks against an item, and from how many people on it may speak. Our defaults, by common
 * practice; a file with some of them replaces those.
 */
export const PilotThresholds = z.strictObject({
  /** Fewest respondents for shares, times and drop-out; for reliability; for comparing groups; for a second time. */
  processRespondents: count.default(30),
  reliabilityRespondents: count.default(100),
  comparisonRespondents: count.default(200),
  retestRespondents: count.default(40),
  interviews: count.default(5),
  raters: count.default(5),
  codedTwice: count.default(20),
  interviewsOfInterviewer: count.default(5),
  /** Shares of those eligible who gave no answer: worth a note, too many, too many for a sensitive item. */
  nonresponseNote: share.default(0.05),
  nonresponse: share.default(0.1),
  nonresponseSensitive: share.default(0.25),
  /** Share in one option: too uniform, and so uniform that nothing is learnt. */
  oneOption: share.default(0.8),
  alike: share.default(0.97),
  /** Share at the lowest or highest possible score of a scale. */
  floorCeiling: share.default(0.15),
  alpha: share.default(0.7),
  alphaRedundant: share.default(0.95),
  itemRest: share.default(0.3),
  samplingAdequacy: share.default(0.6),
  cfi: share.default(0.9),
  rmsea: share.default(0.08),
  srmr: share.default(0.08),
  /** Gain in Nagelkerke's R² from knowing the language: moderate, large (Jodoin & Gierl 2001). */
  difModerate: share.default(0.035),
  difLarge: share.default(0.07),
  falseDiscovery: share.default(0.05),
  /** Loss of fit at which invariance fails: both must be reached. */
  invarianceCfi: share.default(0.01),
  invarianceRmsea: share.default(0.015),
  timeTimesExpected: z.number().positive().default(3),
  hazardTimesMedian: z.number().positive().default(3),
  /** Fewest people who left on a page before it stands out. */
  exits: count.default(5),
  hazardLowest: share.default(0.02),
  speederOfMedian: share.default(0.5),
  speederHasty: share.default(0.3333),
  /** Only those who were below this share of the median as well: where items are short everybody reads fast. */
  speederHastyOfMedian: share.default(0.75),
  millisecondsPerWord: z.number().positive().default(300),
  straightGrids: count.default(2),
  straightItems: count.default(4),
  styleDeviations: z.number().positive().default(2.5),
  styleItems: count.default(10),
  duplicateMatch: share.default(0.85),
  duplicateVariables: count.default(20),
  interviewerVariance: share.default(0.05),
  /** By how much two interviews of one interviewer may be more alike than those of others. */
  interviewerSimilarity: share.default(0.1),
  /** Share of interviews with this severity or a higher one. */
  problemSeverity: z.int().min(1).max(3).default(2),
  problemRate: share.default(0.2),
  itemRelevance: share.default(0.78),
  scaleRelevance: share.default(0.9),
  retestCorrelation: share.default(0.7),
  retestKappa: share.default(0.6),
  coderKappa: share.default(0.6),
  minutesWeb: z.number().positive().default(20),
  minutesInterview: z.number().positive().default(35),
});
export type PilotThresholds = z.infer<typeof PilotThresholds>;
export type ThresholdName = keyof PilotThresholds;

export const defaultThresholds: PilotThresholds = PilotThresholds.parse({});
