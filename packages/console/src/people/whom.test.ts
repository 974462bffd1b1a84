import { expect, test } from "vitest";
import { objectTo } from "./whom.ts";

const email = "kolege@savivaldybe.example";

test("an analyst is invited for the whole country", () => {
  expect(objectTo({ email, role: "analyst", municipality: null })).toEqual({});
});

test("a coordinator or an interviewer is invited for one municipality", () => {
  expect(objectTo({ email, role: "coordinator", municipality: null })).toEqual({ municipality: true });
  expect(objectTo({ email, role: "interviewer", municipality: "13" })).toEqual({});
});

test("nobody is invited without an address and a role", () => {
  expect(objectTo({ email: "", role: null, municipality: null })).toEqual({ email: "missing", role: true });
  expect(objectTo({ email: "kolege", role: "analyst", municipality: null })).toEqual({ email: "wrong" });
});
