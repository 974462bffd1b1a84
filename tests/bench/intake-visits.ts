import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { PublicWave } from "@tiltas/contract/waves";

const built = fileURLToPath(new URL("../../packages/respondent/dist/light.json", import.meta.url));
/** What the build says of the application's files. */
interface Light {
  readonly icon: string;
  readonly application: {
    readonly styles: readonly string[];
    readonly files: readonly string[];
    readonly byLanguage: Readonly<Record<string, readonly string[]>>;
    readonly fonts: readonly string[];
  };
}

/** One respondent's phone, as a browser was seen to ask: six connections of its own, and nothing cached before. */
export interface Phone {
  /** Everything from the link to the last question: page, files, fonts, questionnaire; then page and wave again, to keep them. */
  open(): Promise<void>;
  /** As many questions, over as many connections, to a server that only says hello: what asking costs by itself. */
  greet(): Promise<void>;
  /** The sealed response and, after its receipt, what happened during the interview. */
  finish(body: string): Promise<void>;
  close(): void;
}

/** From the link to the receipt, paradata included. */
const questions = 25;
const page = "/w/demo?lang=uk";
const scripts = /-(?:latin|latin-ext|cyrillic)-wght/;

/** @param items  those that the interview changes, for the events that it sends */
export function phone(origin: string, items: readonly string[]): Phone {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const ask = (path: string, headers = {}, body?: string) => asked(agent, origin + path, headers, body);
  let wave: PublicWave | undefined;
  return {
    async open() {
      const { etag } = await ask(page);
      const { icon, application } = JSON.parse(readFileSync(built, "utf8")) as Light;
      const { styles, files, byLanguage, fonts } = application;
      await all([icon, ...new Set([...styles, ...files]), ...(byLanguage.uk ?? [])], ask);
      wave = PublicWave.parse(
        JSON.parse((await ask("/api/waves/demo", { "accept-encoding": "identity" })).body),
      );
      const published = `/api/instruments/${wave.instrument}`;
      await all([published, `${published}/drawing`, `${published}/conduct`], ask);
      await all([...fonts.filter((font) => scripts.test(font)), "/respondent/worker.js"], ask);
      await ask(page, { "if-none-match": etag });
      await ask("/api/waves/demo");
    },
    async greet() {
      const greeting = () => ask("/api/responses", {}, "{}");
      await Promise.all(Array.from({ length: questions }, greeting));
    },
    async finish(body) {
      const { responseId } = JSON.parse(body) as { responseId: string };
      await ask("/api/responses", {}, body);
      const events = items.map((item, at) => ({ at: at * 4_000, kind: "answer-changed", item }));
      const paradata = { responseId, wave: "demo", instrument: wave?.instrument, batch: 1, events };
      await ask("/api/paradata", {}, JSON.stringify(paradata));
    },
    close: () => agent.destroy(),
  };
}

async function all(paths: readonly string[], ask: (path: string) => Promise<unknown>): Promise<void> {
  await Promise.all(paths.map((path) => ask(path)));
}

const ofBrowsers = {
  accept: "*/*",
  "accept-encoding": "gzip, deflate, br, zstd",
  "accept-language": "uk-UA,uk;q=0.9",
  "user-agent":
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
  "sec-fetch-site": "same-origin",
};

function asked(
  agent: Agent,
  address: string,
  headers: object,
  body: string | undefined,
): Promise<{ body: string; etag: string | undefined }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ body: string; etag: string | undefined }>();
  const sent = request(address, {
    agent,
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...ofBrowsers,
      ...(body === undefined
        ? {}
        : {
            origin: new URL(address).origin,
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          }),
      ...headers,
    },
  });
  sent.once("error", reject).once("response", async (answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const status = answer.statusCode ?? 0;
    if (status >= 400) reject(new Error(`A request of the bench was answered with ${status}.`));
    else resolve({ body: Buffer.concat(chunks).toString(), etag: answer.headers.etag });
  });
  sent.end(body);
  return promise;
}
