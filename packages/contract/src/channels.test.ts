import { expect, test } from "vitest";
import { channelName, channelOf } from "./channels.ts";

test("a channel keeps place, kind and language in its name", () => {
  const poster = { kind: "poster", place: "57", language: "uk" } as const;
  expect(channelName(poster)).toBe("poster-57-uk");
  expect(channelOf("poster-57-uk")).toEqual(poster);
  expect(channelOf("social-00-any")).toEqual({ kind: "social", place: null, language: null });
});

test("a channel that somebody made up is none of ours", () => {
  for (const name of ["office-qr", "poster", "robot-57-uk", ""]) expect(channelOf(name)).toBeUndefined();
});
