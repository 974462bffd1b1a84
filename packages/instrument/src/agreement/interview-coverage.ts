import { isKindOf, type OutlineNode, readOutline } from "../definition/index.ts";
import type { JsonObject } from "../definition/json.ts";
import {
  askedIn,
  type InterviewFinding,
  type Interviews,
  inStillness,
  runInterview,
  witnessed,
} from "../interview/index.ts";
import { CoverageCount, type Share } from "./targets.ts";

/** What the example interviews of an instrument reach together. */
export interface InterviewCoverage {
  readonly interviews: number;
  /** Interviews that go another way than they expect, with the first thing that differs. */
  readonly failing: readonly { readonly name: string; readonly message: string }[];
  /** Questions somebody is asked: each is asked in at least one interview. */
  readonly items: Share;
  /** Conditions: each holds in one interview and fails in another. */
  readonly conditions: Share;
  /** What no interview reaches: "lng_course is never asked", "pages[3].visibleIf never false". */
  readonly missing: readonly string[];
}

/** Conducts every interview once with survey-core and counts what comes about on the way. */
export function interviewCoverage(questionnaire: JsonObject, interviews: Interviews): InterviewCoverage {
  const outline = readOutline(questionnaire);
  const count = new CoverageCount(outline);
  const asked = new Set<string>();
  const failing: { name: string; message: string }[] = [];
  for (const { name, steps } of interviews) {
    const conducted = conduct(questionnaire, steps);
    count.note({ conditions: conducted.conditions, rules: new Map() });
    for (const path of conducted.asked) asked.add(path);
    const [finding] = conducted.findings;
    if (finding) failing.push({ name, message: `${finding.path}: ${finding.message}` });
  }
  const all = outline.nodes.filter(isAskable).map(pathOf);
  const never = all.filter((path) => !asked.has(path));
  const { conditions, missing } = count.result();
  return {
    interviews: interviews.length,
    failing,
    items: { seen: all.length - never.length, of: all.length },
    conditions,
    missing: [
      ...never.map((path) => `${path} is never asked`),
      ...missing.filter((line) => /never (true|false)$/.test(line)),
    ],
  };
}

interface Conducted {
  readonly findings: readonly InterviewFinding[];
  /** Outcomes by the text of the condition. */
  readonly conditions: ReadonlyMap<string, ReadonlySet<boolean>>;
  /** Items and parts of rosters that were asked after some step. */
  readonly asked: ReadonlySet<string>;
}

/** As on a phone, answers are validated as well: rules have conditions too. */
function conduct(questionnaire: JsonObject, steps: Interviews[number]["steps"]): Conducted {
  const asked = new Set<string>();
  return inStillness(moment, () =>
    witnessed(({ conditions }) => {
      const { findings } = runInterview(questionnaire, steps, (model) => {
        for (const { path, question } of askedIn(model)) if (question) asked.add(withoutEntries(path));
        model.validate(false, false);
      });
      return { findings, conditions, asked };
    }),
  );
}

/** Interviews are conducted at one moment, so that conditions on today's date come out alike every day. */
const moment = new Date("2026-11-22T10:00:00Z");

function withoutEntries(path: string): string {
  return path.replaceAll(/\[\d+\]/g, "");
}

/** Questions and the parts of rosters; what stands hidden for good is filled by the application. */
function isAskable(node: OutlineNode): boolean {
  return (
    node.name !== undefined &&
    isKindOf(node.type, "question") &&
    !isKindOf(node.type, "nonvalue") &&
    !(node.json.visible === false && node.json.visibleIf === undefined)
  );
}

function pathOf(node: OutlineNode): string {
  const around = roster(node.parent);
  return around ? `${pathOf(around)}.${node.name ?? ""}` : (node.name ?? "");
}

function roster(node: OutlineNode | undefined): OutlineNode | undefined {
  if (node === undefined || node.type === "paneldynamic") return node;
  return roster(node.parent);
}
