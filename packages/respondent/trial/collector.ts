import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { recordingAddress } from "@tiltas/contract/conduct";
import { ParadataBatch } from "@tiltas/contract/paradata";
import { proofHeader } from "@tiltas/contract/problems";
import type { ResponseUpload } from "@tiltas/contract/responses";
import { filledNotice, Notice, readInstrument, type StudyParticulars } from "@tiltas/instrument/definition";
import { drawingRulesOf } from "@tiltas/instrument/drawing";
import { digest } from "@tiltas/instrument/versions";
import { conductIn, recordingIn } from "./beside.ts";
import { lightTrial } from "./light.ts";
import { type TrialOffice, trialOffice } from "./office.ts";
import { type StudyKey, studyKey } from "./study-key.ts";

/** How the trial server answers a response: as ours does, or as something between the phone and us might. */
export type Manner =
  | "stored"
  | "captive-portal"
  | "cut-off"
  | "someone-else's-receipt"
  | "wave-closed"
  | "withdrawn"
  | "proof-needed"
  | "quarantined";

export interface TrialServer {
  readonly address: string;
  /** What arrived, opened with the key of the study. */
  readonly received: ResponseUpload[];
  readonly paradata: ParadataBatch[];
  /** Cases, tablets and drafts on the move, as the office knows them. */
  readonly office: TrialOffice;
  manner: Manner;
  isOpen: boolean;
  languages: readonly string[];
  stop(): Promise<void>;
}

export const receiptCode = "K7QX-3MPA-ZT5D-H2VE";

/**
 * Serves the built application under the policy of the real server, with the real questionnaire, and takes responses
 * in the manner it is told.
 *
 * @param application  folder of the built application
 * @param instrument   folder of one instrument version
 */
export async function startTrialServer(application: string, instrument: string): Promise<TrialServer> {
  const read = (...path: string[]) => readFileSync(join(...path), "utf8");
  const questionnaire = JSON.parse(read(instrument, "questionnaire.json"));
  const notice = JSON.parse(read(instrument, "notice", "1.json"));
  const { title, languages } = JSON.parse(read(instrument, "manifest.json"));
  const light = lightTrial(application);
  const measures = JSON.parse(read(instrument, "measures.json"));
  const published = readInstrument({
    manifest: JSON.parse(read(instrument, "manifest.json")),
    questionnaire,
    measures,
  });
  const { items } = published;
  const help = existsSync(join(instrument, "help")) ? JSON.parse(read(instrument, "help", "1.json")) : null;
  const conduct = conductIn(instrument, published);
  const wave = {
    ...{
      id: "trial",
      title,
      languages,
      synthetic: true,
      modes: ["web", "interviewer", "telephone", "kiosk"],
      help,
    },
    ...({ form: "short", sample: "open", stage: "pilot" } as const),
    notice: filledNotice(Notice.parse(notice), told(languages)),
    municipalityItems: items.filter(({ measure }) => measure.role === "municipality").map(({ name }) => name),
  };
  const study: StudyKey = studyKey();
  const digests = { instrument: digest(questionnaire), noticeDigest: digest(notice) };

  const office = trialOffice("trial");
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/w/")) {
      const present = { ...wave, ...digests, open: trial.isOpen, languages: trial.languages };
      response.writeHead(200, {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": light.policy,
      });
      response.end(
        light.page(
          present,
          { instrument: published, beside: conduct },
          searchParams,
          request.headers["accept-language"] ?? "",
        ),
      );
    } else if (pathname === "/tablet") {
      response.writeHead(200, {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": light.policy,
      });
      response.end(read(application, "index.html"));
    } else if (await office.answers(request, response)) return;
    else if (/^\/respondent\/(?:assets\/|worker\.js$|tablet\.webmanifest$|icon-)/.test(pathname))
      sendAsset(response, join(application, pathname.slice(11)));
    else if (pathname === "/api/waves/trial")
      sendJson(response, 200, {
        ...wave,
        ...digests,
        languages: trial.languages,
        sealingKey: study.public,
        open: trial.isOpen,
      });
    else if (pathname === `/api/instruments/${digests.instrument}`) sendJson(response, 200, questionnaire);
    else if (pathname === `/api/instruments/${digests.instrument}/drawing`)
      sendJson(response, 200, drawingRulesOf({ items }));
    else if (pathname === `/api/instruments/${digests.instrument}/conduct`) sendJson(response, 200, conduct);
    else if (recordingAddress.test(pathname))
      sendAsset(response, recordingIn(instrument, pathname.slice(16)));
    else if (pathname === "/api/responses") {
      let body = "";
      for await (const chunk of request) body += chunk;
      const upload = study.open(JSON.parse(body));
      trial.received.push(upload);
      const hasProof = request.headers[proofHeader] !== undefined;
      answer(response, upload, trial.manner === "proof-needed" && hasProof ? "stored" : trial.manner);
    } else if (pathname === "/api/paradata") {
      let body = "";
      for await (const chunk of request) body += chunk;
      trial.paradata.push(ParadataBatch.parse(JSON.parse(body)));
      response.writeHead(204).end();
    } else sendJson(response, 404, problem("not-found", 404));
  });
  const trial: TrialServer = {
    office,
    address: await listen(server),
    received: [],
    paradata: [],
    manner: "stored",
    isOpen: true,
    languages,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return trial;
}

/** The particulars of the trial's study: each says its own name. */
function told(languages: readonly string[]): StudyParticulars {
  const said = (name: string) => Object.fromEntries(languages.map((language) => [language, `[${name}]`]));
  return {
    controller: said("controller"),
    legalBasis: said("legal basis"),
    recipients: said("recipients"),
    retention: said("retention"),
    dataProtectionContact: said("dpo@trial.example"),
    contact: said("team@trial.example"),
    noEffect: said("no effect"),
  };
}

function answer(
  response: ServerResponse,
  { responseId, revision, hash }: ResponseUpload,
  manner: Manner,
): void {
  const receipt = {
    responseId,
    revision,
    hash,
    outcome: "stored",
    code: receiptCode,
    origin: "https://trial.example",
  };
  const unknown = { ...problem("instrument-unknown", 422), quarantined: { responseId, hash } };
  const ways: Readonly<Record<Manner, () => void>> = {
    stored: () => sendJson(response, 201, receipt),
    "someone-else's-receipt": () => sendJson(response, 201, { ...receipt, responseId: crypto.randomUUID() }),
    "captive-portal": () => {
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end("<title>Free network</title>Please accept our terms.");
    },
    "cut-off": () => {
      response.writeHead(201, { "Content-Type": "application/json", "Content-Length": "500" });
      response.write(JSON.stringify(receipt).slice(0, 90), () => response.destroy());
    },
    "wave-closed": () => sendJson(response, 409, problem("wave-closed", 409)),
    withdrawn: () =>
      sendJson(response, 410, { ...problem("response-withdrawn", 410), withdrawn: { responseId } }),
    "proof-needed": () =>
      sendJson(response, 429, {
        ...problem("proof-needed", 429),
        proof: { challenge: "trial", bits: 12 },
      }),
    quarantined: () => sendJson(response, 422, unknown),
  };
  ways[manner]();
}

function problem(code: string, status: number) {
  return { type: `/problems/${code}`, title: "Refused", status, detail: "Refused by the trial server." };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "Content-Type": status < 400 ? "application/json" : "application/problem+json",
  });
  response.end(JSON.stringify(body));
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".mp3": "audio/mpeg",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

function sendAsset(response: ServerResponse, path: string): void {
  response.writeHead(200, {
    "Content-Type": mediaTypes[extname(path)] ?? "application/octet-stream",
    ...(path.endsWith("worker.js") ? { "Service-Worker-Allowed": "/" } : {}),
  });
  response.end(readFileSync(path));
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
    });
  });
}
