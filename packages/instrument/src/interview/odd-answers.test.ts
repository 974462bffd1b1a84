import { expect, test } from "vitest";
import { differences } from "../agreement/compare.ts";
import { compilePlan, preparePlan } from "../plan/index.ts";
import { checkWithSurveyCore } from "./index.ts";

const now = new Date("2026-11-22T10:00:00Z");

/** Answers that no respondent could give, found by long runs of `tiltas agree`: the smallest that showed a difference. */
const shown: readonly (readonly [what: string, elements: object[], answers: Record<string, unknown>])[] = [
  [
    "a list where a row belongs keeps a part that is like the row itself",
    [{ type: "matrixdynamic", name: "m", rowCount: 1, columns: [{ name: "c", cellType: "text" }] }],
    { m: [[{}]] },
  ],
  [
    "a list of rows in an entry that was there by default",
    [
      {
        type: "paneldynamic",
        name: "kin",
        defaultValue: [{ who: "mother" }],
        templateElements: [
          { type: "text", name: "who" },
          {
            type: "matrixdynamic",
            name: "ills",
            rowCount: 0,
            columns: [{ name: "ill", cellType: "text", isRequired: true }],
          },
        ],
      },
    ],
    { kin: [{ ills: [null] }] },
  ],
];

test.each(shown)("plan and survey-core agree on %s", (_, elements, answers) => {
  const { plan, refusals } = compilePlan({ elements });
  if (!plan) throw new Error(JSON.stringify(refusals));
  const reference = checkWithSurveyCore({ elements }, answers, { now });
  if (reference.threw !== undefined) throw new Error(reference.threw);
  expect(differences(preparePlan(plan).check(answers, { now }), reference)).toEqual([]);
});
