import { isKindOf, type OutlineNode, readOutline } from "../definition/index.ts";
import type { JsonObject } from "../definition/json.ts";
import { type Interviews, prepareReference, runInterview } from "../interview/index.ts";
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

/** Conducts every interview step by step with survey-core and counts what comes about on the way. */
export function interviewCoverage(questionnaire: JsonObject, interviews: Interviews): InterviewCoverage {
  const outline = readOutline(questionnaire);
  const reference = prepareReference(questionnaire);
  const count = new CoverageCount(outline);
  const asked = new Set<string>();
  const failing: { name: string; message: string }[] = [];
  for (const { name, steps } of interviews) {
    const [finding] = runInterview(questionnaire, steps).findings;
    if (finding) failing.push({ name, message: `${finding.path}: ${finding.message}` });
    for (const [i, step] of steps.entries()) {
      if ("expect" in step && i > 0) continue;
      const { answers } = runInterview(questionnaire, steps.slice(0, i + 1));
      const check = reference.check(answers, { now: moment });
      if (check.threw !== undefined) continue;
      count.note(check.seen);
      for (const path of check.asked) asked.add(withoutEntries(path));
    }
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
