import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page, Route } from "playwright-core";
import { madeFrame, madeTable, madeTrend } from "./release-figures.ts";
import { candidates, compared, preview, register, releases, type Scene } from "./release-papers.ts";
import {
  checked,
  margins,
  notLooked,
  notWeighed,
  plan,
  planChecked,
  quality,
  standardPlan,
  weighing,
} from "./weighing-papers.ts";

const applications = fileURLToPath(new URL("../../packages/console/dist", import.meta.url));
export const officeOrigin = "http://localhost:4799";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
/** As strict as the server's own. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'";

/** An office without a server: the built console, and answers in the shapes of the contract with invented figures. */
export async function furnish(page: Page, scene: Scene): Promise<void> {
  await page.route(`${officeOrigin}/**`, async (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname.startsWith("/console")) return sendPage(route, pathname);
    const answer = answerTo(route.request().method(), pathname, searchParams, scene);
    if (answer === undefined)
      return route.fulfill({
        status: 404,
        json: { type: "/problems/not-found", title: "", status: 404, detail: "" },
      });
    return route.fulfill({ json: answer });
  });
}

function sendPage(route: Route, path: string): Promise<void> {
  const file =
    path.startsWith("/console/assets/") || path.endsWith(".svg")
      ? path.slice("/console/".length)
      : "index.html";
  return route.fulfill({
    body: readFileSync(join(applications, file)),
    contentType: types[extname(file)] ?? "text/plain",
    headers: { "content-security-policy": policy },
  });
}

function answerTo(method: string, path: string, query: URLSearchParams, scene: Scene): unknown {
  const isEmpty = scene === "empty";
  const [, name = ""] = path.match(/^\/api\/(?:staff\/)?(.*)$/) ?? [];
  if (name === "session") return session;
  if (name === "ready") return { demonstration: true };
  if (name === "waves") return waves;
  if (name === "municipalities") return municipalities;
  if (name.endsWith("/margins/check") && method === "POST") return checked;
  if (name.endsWith("/margins")) return isEmpty ? { current: null, earlier: [] } : margins;
  if (name.endsWith("/weighing")) return isEmpty ? notWeighed : weighing;
  if (name.endsWith("/plan/check")) return planChecked;
  if (name.endsWith("/plan")) return isEmpty ? standardPlan : plan;
  if (name.endsWith("/quality")) return isEmpty ? notLooked : quality;
  if (name.endsWith("/candidates")) return candidates[scene];
  if (name.endsWith("/preview")) return preview;
  if (name.endsWith("/releases")) return isEmpty ? [] : releases;
  if (name.endsWith("/explore")) return madeFrame;
  const asked = [query.get("measure") ?? "", query.get("crossing") ?? ""] as const;
  if (name.endsWith("/explore/cells")) return madeTable(...asked);
  if (name.endsWith("/explore/trend")) return madeTrend(...asked);
  if (name.endsWith("/explore/compare")) return compared(...asked, query.get("one"), query.get("other"));
  if (name.endsWith("/microdata")) return isEmpty ? [] : register;
  return undefined;
}

const session = {
  person: {
    id: "10000000-0000-4000-8000-000000000000",
    email: "analyst@tiltas.example",
    role: "analyst",
    municipality: null,
    state: "active",
  },
  idleUntil: "2099-11-20T10:00:00.000Z",
  endsAt: "2099-11-20T18:00:00.000Z",
  demonstration: true,
};

const wave = (id: string, lt: string, en: string, opens: string, closes: string) => ({
  id,
  study: "integration",
  studyTitle: { lt: "Integracija", en: "Integration" },
  title: { lt, en },
  synthetic: true,
  opens,
  closes,
  open: false,
  languages: ["lt", "en"],
  instrument: { id: "tcn-integration", version: "1.1.0", digest: "b".repeat(64) },
});
const waves = [
  wave("autumn", "2026 m. ruduo", "Autumn 2026", "2026-09-01", "2026-10-31"),
  wave("spring", "2026 m. pavasaris", "Spring 2026", "2026-03-01", "2026-04-30"),
];
const municipalities =
  madeFrame.dimensions
    .find(({ id }) => id === "municipality")
    ?.codes.map(({ code, label }) => ({ code, label })) ?? [];
