import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium, whyNoBrowser } from "../support/chromium.ts";
import type { Figure } from "./main.ts";
import { pageChange } from "./page-change.ts";
import { type Steps, type Visit, visit } from "./page-visit.ts";

const runs = 9;
const server = fileURLToPath(new URL("./page-server.ts", import.meta.url));

const ours: Steps = {
  press: [
    '[data-screen="notice"] .primary',
    '[data-testid="agree"]',
    '[data-screen="consents"] .primary',
    '[data-screen="interview"] input[type="radio"]',
  ],
  done: '.saved[data-state="saved"]',
};
const plain: Steps = {
  press: ["#notice .go", "#consent .go", "#consents .go", '#first input[type="radio"]'],
  done: 'body[data-state="saved"]',
};

/** The first page on a slow phone and a slow line, beside a plain form with the same steps; and what it costs the server. */
export async function bench(): Promise<readonly Figure[]> {
  const why = whyNoBrowser();
  if (why !== undefined) throw new Error(`The bench of the page needs a browser: ${why}.`);
  const folder = mkdtempSync(join(tmpdir(), "tiltas-bench-"));
  const child = fork(server, [folder], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  child.setMaxListeners(0);
  const browser = await launchChromium();
  try {
    const addresses = await said<Addresses>(child);
    const visits: { ours: Visit; plain: Visit }[] = [];
    for (let run = 0; run < runs; run++) {
      const ourVisit = () => visit(browser, addresses.ours, ours);
      const plainVisit = () => visit(browser, addresses.form, plain);
      const before = run % 2 === 0 ? undefined : await ourVisit();
      const theirs = await plainVisit();
      visits.push({ ours: before ?? (await ourVisit()), plain: theirs });
    }
    return [...figuresOf(visits), await serverTime(child, addresses), ...(await pageChange())];
  } finally {
    await browser.close();
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Addresses {
  readonly ours: string;
  readonly form: string;
}

function said<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as Message));
    child.once("exit", (code) => reject(new Error(`The server of the bench ended with code ${code}.`)));
  });
}

/** Medians of each, and the median of the ratios of pairs: what else the machine does weighs on both of a pair. */
function figuresOf(visits: readonly { readonly ours: Visit; readonly plain: Visit }[]): Figure[] {
  const of = (name: string, unit: string, read: (visit: Visit) => number): Figure => {
    const [value, baseline] = [
      median(visits.map((each) => read(each.ours))),
      median(visits.map((each) => read(each.plain))),
    ];
    return {
      name: `page.${name}`,
      case: words[name] ?? name,
      value,
      unit,
      baseline,
      ratio: baseline > 0 ? median(visits.map((each) => read(each.ours) / read(each.plain))) : null,
    };
  };
  return [
    of("answered", "ms", ({ answered }) => answered),
    of("bytes", "kB", ({ bytes }) => bytes / 1000),
    of("blocked", "ms", ({ longestTask }) => longestTask),
  ];
}

const words: Readonly<Record<string, string>> = {
  answered: "link to first answer on disk, sealed (4x CPU, 1.6 Mbit/s, 150 ms) / plain form, in localStorage",
  bytes: "arrived whole until then, headers included",
  blocked: "longest task until then",
};

const requests = 100;
const rounds = 5;

/** CPU of the server for one first page, beside the plain form sent from memory by Node alone; in turns, the first to warm up. */
async function serverTime(child: ChildProcess, { ours, form }: Addresses): Promise<Figure> {
  const spent = async () => {
    const answer = said<{ cpu: { user: number; system: number } }>(child);
    child.send("cpu");
    const { user, system } = (await answer).cpu;
    return (user + system) / 1000;
  };
  const costOf = async (address: string) => {
    const before = await spent();
    for (let request = 0; request < requests; request++)
      await (await fetch(address, { headers: { "accept-encoding": "br" } })).arrayBuffer();
    return ((await spent()) - before) / requests;
  };
  const found: { ours: number; form: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const costs = { ours: await costOf(ours), form: await costOf(form) };
    if (round > 0) found.push(costs);
  }
  return {
    name: "page.server",
    case: "server CPU for one first page / plain form, from memory",
    value: median(found.map(({ ours }) => ours)),
    unit: "ms",
    baseline: median(found.map(({ form }) => form)),
    ratio: median(found.map(({ ours, form }) => ours / form)),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
