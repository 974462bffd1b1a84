import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InstrumentRecord } from "@tiltas/store/port";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FrozenVersionError, publishFolders } from "./publish.ts";

const source = join(import.meta.dirname, "../../../instruments");
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tiltas-instruments-"));
  cpSync(source, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function published(): Promise<string[]> {
  const taken: string[] = [];
  const publishInstrument = async ({ id, version }: InstrumentRecord) => void taken.push(`${id}@${version}`);
  await publishFolders({ publishInstrument }, root);
  return taken;
}

test("a draft beside published versions is not served, and a broken draft stops no server", async () => {
  const before = await published();
  cpSync(join(root, "tcn-integration/0.1.0"), join(root, "tcn-integration/0.2.0"), { recursive: true });
  writeFileSync(join(root, "tcn-integration/0.2.0/questionnaire.json"), "{ half a");
  expect(before).toContain("tcn-integration@0.1.0");
  expect(await published()).toEqual(before);
});

test("a published version that was edited is not served", async () => {
  writeFileSync(join(root, "tcn-integration/0.1.0/questionnaire.json"), '{"pages":[]}');
  await expect(published()).rejects.toThrow(FrozenVersionError);
});

test("a published version whose folder is gone stops the server with a sentence", async () => {
  rmSync(join(root, "tcn-integration/0.1.0"), { recursive: true });
  await expect(published()).rejects.toThrow(/folder is gone/);
});
