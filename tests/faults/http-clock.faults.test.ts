import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openReader, verifyLedger } from "@tiltas/store/open";
import { expect, test } from "vitest";
import { anUpload } from "../../server/support/upload.ts";
import { startProcess } from "./http-process.ts";
import { firstAdministrator } from "./http-staff.ts";
import { newFolder } from "./store-kills.ts";

/** The library by which a program is told another time; undefined, after saying so, where it is not installed. */
function faketime(): string | undefined {
  try {
    return execFileSync("faketime", ["-f", "+0", "printenv", "LD_PRELOAD"], { encoding: "utf8" }).trim();
  } catch {
    console.warn("Skipped: clocks that jump need faketime (Debian: apt-get install faketime).");
    return undefined;
  }
}

const library = faketime();

test.skipIf(library === undefined)(
  "a clock that jumps by years, also backwards, changes no order, lengthens no session and makes no negative time",
  async () => {
    const folder = newFolder();
    const clock = join(folder, "clock");
    const set = (time: string) => writeFileSync(clock, `@${time}`);
    set("2026-11-21 12:00:00");
    const server = await startProcess(folder, ["--real-clock", "--log"], {
      environment: {
        LD_PRELOAD: library ?? "",
        FAKETIME_TIMESTAMP_FILE: clock,
        FAKETIME_NO_CACHE: "1",
        FAKETIME_DONT_FAKE_MONOTONIC: "1",
        DONT_FAKE_MONOTONIC: "1",
      },
    });
    const staff = await firstAdministrator(server.origin, server.output());
    const uploads = Array.from({ length: 12 }, () => anUpload());
    const send = async (number: number) => {
      const answer = await fetch(`${server.origin}/api/responses`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(uploads[number]),
      });
      return answer.status;
    };
    const sendThree = async (first: number) => [
      await send(first),
      await send(first + 1),
      await send(first + 2),
    ];

    expect(await sendThree(0)).toEqual([201, 201, 201]);
    const cookie = await staff.cookie();
    expect(await staff.sessionOf(cookie)).toBe(200);
    set("2025-10-17 12:00:00");
    expect(await sendThree(3)).toEqual([201, 201, 201]);
    expect(await staff.sessionOf(cookie)).toBe(401);
    expect(await staff.signIn()).toEqual({ status: 200, session: 200 });
    set("2036-11-21 12:00:00");
    expect(await sendThree(6)).toEqual([201, 201, 201]);
    expect(await staff.sessionOf(cookie)).toBe(401);
    // The hour that happens twice, and the day that some years do not have.
    set("2026-10-25 03:30:00");
    expect(await sendThree(9)).toEqual([201, 201, 201]);
    set("2028-02-29 23:59:59");
    expect(await send(0)).toBe(200);
    expect((await fetch(`${server.origin}/api/ready`)).status).toBe(200);
    expect(await server.kill("SIGTERM")).toBe(0);

    const place = { folder: join(folder, "data") };
    const reader = await openReader(place);
    const kept: { id: string; sequence: number; year: number }[] = [];
    for await (const { responseId, sequence, receivedAt } of reader.responsesOfWave("autumn"))
      kept.push({ id: responseId, sequence, year: receivedAt.getUTCFullYear() });
    await reader.close();
    expect(kept.map(({ id }) => id)).toEqual(uploads.map(({ responseId }) => responseId));
    // Control: in the order of their times they would stand otherwise.
    const byTime = kept.toSorted((a, b) => a.year - b.year).map(({ id }) => id);
    expect(byTime).not.toEqual(uploads.map(({ responseId }) => responseId));
    expect(kept.map(({ sequence }) => sequence)).toEqual(uploads.map((_, number) => number + 1));
    expect(kept.map(({ year }) => year)).toEqual([
      2026, 2026, 2026, 2025, 2025, 2025, 2036, 2036, 2036, 2026, 2026, 2026,
    ]);
    expect((await verifyLedger(place)).findings).toEqual([]);
    const durations = [...server.output().matchAll(/"ms":(-?\d+)/g)].map(([, ms]) => Number(ms));
    expect(durations.length).toBeGreaterThan(12);
    expect(durations.filter((ms) => ms < 0 || ms > 60_000)).toEqual([]);
  },
);
