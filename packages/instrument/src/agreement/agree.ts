import type { JsonObject } from "../definition/json.ts";
import { readOutline } from "../definition/outline.ts";
import { prepareReference, type Reference, type ReferenceCheck } from "../interview/index.ts";
import type { Check, Refusal } from "../plan/check.ts";
import { type Difference, differences, type Verdict } from "./compare.ts";
import { AnswerGenerator, type GivenAnswers } from "./generator.ts";
import { minimise } from "./minimise.ts";
import { brokenBy, explainedBy, type SurveyCoreFault } from "./survey-core-faults.ts";
import { type Coverage, CoverageCount } from "./targets.ts";

/** What a plan says of answers. */
type Judged = Verdict & Partial<Pick<Check, "removed">>;

/** What stands trial: a questionnaire compiled, or why it is not. */
export interface Compiled {
  readonly check: ((answers: GivenAnswers, options: { readonly now: Date }) => Judged) | undefined;
  readonly refusals: readonly Refusal[];
  /** What survey-core passes over in silence, and the plan with it. */
  readonly passedOver?: readonly Refusal[];
}

export interface AgreeOptions {
  /** How many answers are tried; a whole number. */
  readonly runs: number;
  /** Whole number from 0 to 2⁵³-1: the same seed tries the same answers. */
  readonly seed: number;
  /** The moment at which all answers are checked. */
  readonly now: Date;
  /** Called now and then with the number of runs done. */
  readonly onProgress?: (done: number) => void;
}

/** Answers on which plan and survey-core part, made as small as they get. */
export interface Disagreement {
  /** Runs that part in the same way. */
  readonly runs: number;
  readonly answers: GivenAnswers;
  readonly differences: readonly Difference[];
}

export interface Agreement {
  readonly compiled: boolean;
  readonly refusals: readonly Refusal[];
  /** What survey-core passes over in silence, and the plan with it. */
  readonly passedOver: readonly Refusal[];
  readonly runs: number;
  /** Runs that part, except for faults of survey-core. */
  readonly disagreeingRuns: number;
  /** One by kind of difference, at most twenty. */
  readonly disagreements: readonly Disagreement[];
  /** Runs in which survey-core broke, by its own words, with one example each. */
  readonly failures: readonly {
    readonly threw: string;
    readonly runs: number;
    readonly answers: GivenAnswers;
  }[];
  /** Runs in which a fault of survey-core explains all differences, by the fault's id. */
  readonly faults: Readonly<Record<string, number>>;
  readonly coverage: Coverage;
}

const mostDisagreements = 20;
/** Checks spent on making examples small: for one example, and for all of a questionnaire together. */
const effort = { example: 150, questionnaire: 600 };

/** Drives plan and survey-core with the same answers and compares all they say. */
export function agree(questionnaire: JsonObject, compiled: Compiled, options: AgreeOptions): Agreement {
  return new Trial(questionnaire, compiled, options).run();
}

class Trial {
  private readonly questionnaire: JsonObject;
  private readonly compiled: Compiled;
  private readonly options: AgreeOptions;
  private readonly reference: Reference;
  private readonly generator: AnswerGenerator;
  private readonly coverage: CoverageCount;
  private readonly found = new Map<
    string,
    { runs: number; answers: GivenAnswers; differences: Difference[] }
  >();
  private readonly failures = new Map<string, { threw: string; runs: number; answers: GivenAnswers }>();
  private readonly faults = new Map<string, number>();
  private disagreeingRuns = 0;
  private effortLeft = effort.questionnaire;

  constructor(questionnaire: JsonObject, compiled: Compiled, options: AgreeOptions) {
    const outline = readOutline(questionnaire);
    this.questionnaire = questionnaire;
    this.compiled = compiled;
    this.options = options;
    this.reference = prepareReference(questionnaire);
    this.generator = new AnswerGenerator(outline, options.seed);
    this.coverage = new CoverageCount(outline, new Set(compiled.passedOver?.map(({ path }) => path)));
  }

  run(): Agreement {
    const { runs, onProgress } = this.options;
    for (let done = 0; done < runs; done++) {
      this.tryOnce();
      if ((done + 1) % 50 === 0) onProgress?.(done + 1);
    }
    return {
      compiled: this.compiled.check !== undefined,
      refusals: this.compiled.refusals,
      passedOver: this.compiled.passedOver ?? [],
      runs,
      disagreeingRuns: this.disagreeingRuns,
      disagreements: [...this.found.values()],
      failures: [...this.failures.values()],
      faults: Object.fromEntries(this.faults),
      coverage: this.coverage.result(),
    };
  }

  private tryOnce(): void {
    const answers = this.generator.next(this.coverage.open(), (given) => this.askedBy(given));
    const reference = this.judge(answers);
    if (reference.threw === undefined && this.coverage.note(reference.seen)) this.generator.keep(answers);
    const { left, explained } = this.compare(answers, reference);
    for (const { id } of explained) this.faults.set(id, (this.faults.get(id) ?? 0) + 1);
    if (left.length > 0) this.noteDisagreement(answers, left);
    if (reference.threw !== undefined) this.noteFailure(reference.threw, answers);
  }

  private askedBy(answers: GivenAnswers): readonly string[] | undefined {
    const check = this.planVerdict(answers) ?? this.judge(answers);
    return "asked" in check ? check.asked : undefined;
  }

  private judge(answers: GivenAnswers): ReferenceCheck {
    return this.reference.check(answers, { now: this.options.now });
  }

  private planVerdict(answers: GivenAnswers): Judged | { readonly threw: string } | undefined {
    try {
      return this.compiled.check?.(structuredClone(answers), { now: this.options.now });
    } catch (error) {
      return { threw: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }

  private compare(
    answers: GivenAnswers,
    reference: ReferenceCheck,
  ): { left: Difference[]; explained: SurveyCoreFault[] } {
    const plan = this.planVerdict(answers);
    if (plan === undefined) return { left: [], explained: [] };
    if ("threw" in plan)
      return {
        left: [{ aspect: "failure", path: "", text: `The plan broke: ${plan.threw}` }],
        explained: [],
      };
    if (reference.threw !== undefined && isSilent(plan))
      return { left: [silentBeside(reference.threw)], explained: [] };
    const found =
      reference.threw === undefined ? differences(plan, reference) : [brokenReference(reference.threw)];
    return explainedBy(this.questionnaire, answers, found);
  }

  private noteDisagreement(answers: GivenAnswers, left: readonly Difference[]): void {
    this.disagreeingRuns++;
    const kinds = new Set(left.map(kindOf));
    const known = [...kinds].find((kind) => this.found.has(kind));
    const entry = known === undefined ? undefined : this.found.get(known);
    if (entry) {
      entry.runs++;
      return;
    }
    const [kind] = kinds;
    if (kind === undefined || this.found.size >= mostDisagreements) return;
    const smallest = this.smallest(answers, (candidate) =>
      this.differencesOn(candidate).some((one) => kindOf(one) === kind),
    );
    this.found.set(kind, { runs: 1, answers: smallest, differences: this.differencesOn(smallest) });
  }

  private differencesOn(answers: GivenAnswers): Difference[] {
    return this.compare(answers, this.judge(answers)).left;
  }

  private smallest(answers: GivenAnswers, still: (candidate: GivenAnswers) => boolean): GivenAnswers {
    const counted = (candidate: GivenAnswers) => {
      this.effortLeft--;
      return still(candidate);
    };
    return minimise(answers, counted, Math.min(effort.example, this.effortLeft));
  }

  private noteFailure(threw: string, answers: GivenAnswers): void {
    const known = this.failures.get(threw);
    if (known) known.runs++;
    else if (this.failures.size < mostDisagreements)
      this.failures.set(threw, {
        threw,
        runs: 1,
        answers: this.smallest(answers, (candidate) => this.judge(candidate).threw === threw),
      });
  }
}

/** Answers on which survey-core breaks are never answers of which the plan has nothing to say. */
function isSilent({ findings, removed }: Judged): boolean {
  return findings.length === 0 && removed?.length === 0;
}

function silentBeside(threw: string): Difference {
  return { aspect: "failure", path: "", text: `The plan finds nothing odd, survey-core broke: ${threw}` };
}

function brokenReference(threw: string): Difference {
  return { aspect: "failure", path: "", text: `${brokenBy}${threw}` };
}

/** Differences of one kind have one cause more often than not: same aspect, same item, whatever the entry. */
function kindOf({ aspect, path, text }: Difference): string {
  const words =
    aspect === "findings" || aspect === "asked" ? text : aspect === "failure" ? text.slice(0, 60) : "";
  return `${aspect} ${path.replaceAll(/\[\d+\]/g, "[]")} ${words}`;
}
