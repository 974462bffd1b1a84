import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { build, type Plugin } from "vite";
import { startTrialServer, type TrialServer } from "./collector.ts";

export const phone = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  locale: "uk-UA",
} satisfies BrowserContextOptions;

/** The application, built as it is for the ministry, a server that takes responses as it is told, and a browser. */
export interface Trial {
  readonly server: TrialServer;
  readonly link: string;
  /** A new visitor with nothing remembered; `complaints` fills with errors, refusals and requests to elsewhere. */
  visit(options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly complaints: string[] }>;
  stop(): Promise<void>;
}

/** A questionnaire of the trial's own: what the application fills and draws, a roster, notes, limits, Arabic. */
export const smallInstrument = join(import.meta.dirname, "small");
const published = join(import.meta.dirname, "../../../instruments/tcn-integration/0.1.0");

/** @param plugins  what is changed in the application for this trial, such as a protection taken away */
export async function startTrial(
  launch: () => Promise<Browser>,
  instrument = published,
  plugins: readonly Plugin[] = [],
): Promise<Trial> {
  const root = join(import.meta.dirname, "..");
  const application = mkdtempSync(join(tmpdir(), "tiltas-respondent-"));
  const written = { outDir: application, emptyOutDir: true, reportCompressedSize: false };
  await build({
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    plugins: [...plugins],
    build: written,
  });
  const server = await startTrialServer(application, instrument);
  const browser = await launch();
  return {
    server,
    link: `${server.address}/w/trial`,
    async visit(options = phone) {
      const page = await (await browser.newContext(options)).newPage();
      return { page, complaints: complaintsOn(page, server.address) };
    },
    async stop() {
      await browser.close();
      await server.stop();
      rmSync(application, { recursive: true, force: true });
    },
  };
}

function complaintsOn(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.setDefaultTimeout(20_000);
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`asks ${request.url()}`);
  });
  return complaints;
}
