import { problemCatalogue } from "@tiltas/contract/problems";
import { expect, test } from "vitest";
import { ApiProblem, readProblem } from "./api/problem.ts";
import { problemSentence } from "./problem-sentence.ts";
import { problemsEn } from "./strings/problems-en.ts";
import { problemsLt } from "./strings/problems-lt.ts";

const document = {
  type: "/problems/person-exists",
  title: "There is already an account",
  status: 409,
  detail: "Look for it in the list.",
};

test("a refusal is read by its type, with the server's own sentence", () => {
  const problem = readProblem(document);
  expect([problem.kind, problem.message]).toEqual(["person-exists", "Look for it in the list."]);
});

test.each([
  undefined,
  null,
  "<html>",
  {},
  { ...document, type: "about:blank" },
  { ...document, type: "/problems/constructor" },
])("an answer that is no known problem document (%j) is not understood", (answer) =>
  expect(readProblem(answer).kind).toBe("not-understood"),
);

test("English readers see the server's sentence, Lithuanian readers ours", () => {
  const problem = readProblem(document);
  expect(problemSentence(problem, "en", problemsEn)).toBe("Look for it in the list.");
  expect(problemSentence(problem, "lt", problemsLt)).toBe(problemsLt["person-exists"]);
  expect(problemSentence(new ApiProblem("unreachable"), "en", problemsEn)).toBe(problemsEn.unreachable);
  expect(problemSentence(new TypeError("x is undefined"), "en", problemsEn)).toBe(
    problemsEn["not-understood"],
  );
});

test("every refusal of the contract has its sentence in both languages", () => {
  for (const code of Object.keys(problemCatalogue)) {
    expect(problemsEn).toHaveProperty([code]);
    expect(problemsLt).toHaveProperty([code]);
  }
});
