import type { IncomingMessage, ServerResponse } from "node:http";
import type { Case, DeviceReport } from "@tiltas/contract/devices";

/** What a tablet and a person on the move ask the server for, as ours answers. */
export interface TrialOffice {
  readonly pairingCode: string;
  cases: Case[];
  readonly reports: DeviceReport[];
  /** Drafts on the move, by their name: what lies there is sealed. */
  readonly drafts: Map<string, string>;
  /** True once the office has let go of the tablet. */
  isRevoked: boolean;
  /** @returns whether the request was one of these */
  answers(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

const token = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export function trialOffice(wave: string): TrialOffice {
  const office: TrialOffice = {
    pairingCode: "ABCDEFGHIJA",
    cases: [
      caseOf("11111111-1111-4111-8111-111111111111", "J-001", "uk"),
      caseOf("22222222-2222-4222-8222-222222222222", "J-002", null),
      caseOf("33333333-3333-4333-8333-333333333333", "J-003", "ru"),
    ],
    reports: [],
    drafts: new Map(),
    isRevoked: false,
    async answers(request, response) {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      const resume = /^\/api\/resumes\/([0-9a-f]{32})(\/take)?$/.exec(path);
      if (path === "/api/devices") {
        office.isRevoked = false;
        const paired = { device: crypto.randomUUID(), token, label: "Jonava 1", purpose: "interviewer" };
        send(response, 201, { ...paired, wave, municipality: null });
      } else if (path === "/api/device/report") {
        const report: DeviceReport = JSON.parse(await bodyOf(request));
        if (office.isRevoked || request.headers.authorization !== `Bearer ${token}`)
          send(response, 401, problem("device-unknown", 401));
        else {
          office.reports.push(report);
          for (const told of report.dispositions)
            office.cases = office.cases.map((one) =>
              one.id === told.case ? { ...one, disposition: told.disposition } : one,
            );
          send(response, 200, { wave, cases: office.cases });
        }
      } else if (resume) {
        const [, name = "", taking] = resume;
        const body = await bodyOf(request);
        if (taking === undefined) {
          office.drafts.set(name, body);
          response.writeHead(204).end();
        } else {
          const draft = office.drafts.get(name);
          office.drafts.delete(name);
          if (draft === undefined) send(response, 404, problem("code-unknown", 404));
          else response.writeHead(200, { "Content-Type": "application/json" }).end(draft);
        }
      } else return false;
      return true;
    },
  };
  return office;
}

function caseOf(id: string, number: string, language: string | null): Case {
  return { id, number, municipality: null, language, disposition: "open" };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

function problem(code: string, status: number) {
  return { type: `/problems/${code}`, title: "Refused", status, detail: "Refused by the trial office." };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    "Content-Type": status < 400 ? "application/json" : "application/problem+json",
  });
  response.end(JSON.stringify(body));
}
