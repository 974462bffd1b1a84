import { Problem, type ProblemCode, type ProblemPlace, problemCatalogue } from "@tiltas/contract/problems";

/** What can go wrong between the console and the server: a problem document, no answer, or an answer we cannot read. */
export type ProblemKind = ProblemCode | "unreachable" | "not-understood";

/** A request that did not succeed, with the server's own sentence (English) where it gave one. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  readonly places: readonly ProblemPlace[];
  constructor(kind: ProblemKind, sentence = "", places: readonly ProblemPlace[] = []) {
    super(sentence);
    this.name = "ApiProblem";
    this.kind = kind;
    this.places = places;
  }
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCatalogue, code);
}

/** Reads a problem document by its type; anything else that failed is "not-understood". */
export function readProblem(document: unknown): ApiProblem {
  const problem = Problem.safeParse(document);
  if (!problem.success) return new ApiProblem("not-understood");
  const code = problem.data.type.replace(/^.*\/problems\//, "");
  const { detail, errors } = problem.data;
  return new ApiProblem(isProblemCode(code) ? code : "not-understood", detail, errors ?? []);
}

const passing: readonly ProblemKind[] = [
  "unreachable",
  "not-understood",
  "overloaded",
  "unavailable",
  "internal",
  "storage-full",
];

/** True where asking again may help; a refusal for a reason stays a refusal. */
export function mayPass(problem: unknown): boolean {
  return !(problem instanceof ApiProblem) || passing.includes(problem.kind);
}
