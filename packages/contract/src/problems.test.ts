import { expect, test } from "vitest";
import { Problem, problemCatalogue, Refusal } from "./problems.ts";

test("a refusal becomes a problem document that the other side can read", () => {
  const refusal = new Refusal("malformed-body", "The key repeats. Send it once.", {
    errors: [{ path: "/answers/x", message: "twice" }],
  });
  const problem = Problem.parse(refusal.toProblem("/api/responses"));
  expect(problem).toMatchObject({
    type: "/problems/malformed-body",
    status: 400,
    instance: "/api/responses",
  });
  expect(problem.errors).toEqual([{ path: "/answers/x", message: "twice" }]);
});

test("every problem has a status of the 400s or 500s and a title without blame", () => {
  for (const { status, title } of Object.values(problemCatalogue)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).not.toMatch(/you (must|failed)|error|!/i);
  }
});
