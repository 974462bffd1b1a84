import { expect, test } from "vitest";
import { z } from "zod";
import { failedStart } from "./failed-start.ts";

const asked = { host: "127.0.0.1", port: 4700, data: "/srv/data" };
const coded = (code: string) => Object.assign(new Error(code), { code });

test.each(["EEXIST", "ENOTDIR"])("a file where the data folder should be is called a file (%s)", (code) => {
  const { sentence } = failedStart(coded(code), asked);
  expect(sentence).toMatch(/\/srv\/data .*is a file.*--data/);
});

test("a folder that may not be written is told apart from one that is a file", () => {
  expect(failedStart(coded("EACCES"), asked).sentence).toMatch(/cannot be written/);
});

test("what does not have the shape it should have is named by its place, and not repeated", () => {
  const { error } = z.object({ indicators: z.array(z.string()).min(1) }).safeParse({ indicators: [] });
  expect(failedStart(error, asked).sentence).toMatch(/^indicators: Too small/);
});
