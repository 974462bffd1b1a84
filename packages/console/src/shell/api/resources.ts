import { CodeCounts, type CodeOrder, IssuedCodes } from "@tiltas/contract/codes";
import {
  type CaseAssignment,
  type CaseOrder,
  type DeviceOrder,
  DeviceSummary,
  PairingOffer,
  StaffCase,
} from "@tiltas/contract/devices";
import {
  type Invitation,
  type InvitationAccept,
  InvitationOpened,
  InvitationSent,
  Person,
  Session,
  type SignIn,
} from "@tiltas/contract/people";
import {
  FlagReport,
  LastLook,
  type ReviewDecision,
  ReviewedResponse,
  ReviewPage,
  type SetAside,
  SetAsidePreview,
  type SetAsideQuestion,
  SetAsideShown,
} from "@tiltas/contract/reviews";
import { type RescueFile, RescueOutcome } from "@tiltas/contract/sealing";
import { BandedCount, WaveDetail, WaveSummary } from "@tiltas/contract/waves";
import type { z } from "zod";
import { figures } from "./figures.ts";
import { ApiProblem } from "./problem.ts";
import { ask, send } from "./request.ts";

/** A municipality as the server lists it: two-digit code and names by language. */
const Municipality = BandedCount.pick({ code: true, label: true });
const at = (id: string) => encodeURIComponent(id);

/** Every resource the console reads or changes; each throws `ApiProblem`. */
export const api = {
  ...figures,
  /** Who is signed in; null if nobody. */
  session: (): Promise<Session | null> => ask(Session, "GET", "/api/session").catch(nobody),
  signIn: (credentials: SignIn) => send("POST", "/api/session", credentials),
  signOut: () => send("DELETE", "/api/session"),
  openInvitation: (token: string) => ask(InvitationOpened, "POST", "/api/invitations/open", { token }),
  acceptInvitation: (acceptance: InvitationAccept) => send("POST", "/api/invitations/accept", acceptance),
  /** True if the server says openly that it is a demonstration. */
  demonstration: async (): Promise<boolean> => saysDemonstration(await send("GET", "/api/ready")),

  people: () => ask(Person.array(), "GET", "/api/staff/people"),
  invite: (invitation: Invitation) => ask(InvitationSent, "POST", "/api/staff/people", invitation),
  freshLink: (person: string) => ask(InvitationSent, "POST", `/api/staff/people/${at(person)}/invitation`),
  disable: (person: string) => send("POST", `/api/staff/people/${at(person)}/disable`),
  enable: (person: string) => send("POST", `/api/staff/people/${at(person)}/enable`),
  municipalities: () => ask(Municipality.array(), "GET", "/api/staff/municipalities"),

  waves: () => ask(WaveSummary.array(), "GET", "/api/staff/waves"),
  wave: (wave: string) => ask(WaveDetail, "GET", `/api/staff/waves/${at(wave)}`),
  codes: (wave: string) => ask(CodeCounts.array(), "GET", `/api/staff/waves/${at(wave)}/codes`),
  issueCodes: (wave: string, order: z.infer<typeof CodeOrder>) =>
    ask(IssuedCodes, "POST", `/api/staff/waves/${at(wave)}/codes`, order),
  devices: () => ask(DeviceSummary.array(), "GET", "/api/staff/devices"),
  orderDevice: (order: z.infer<typeof DeviceOrder>) => ask(PairingOffer, "POST", "/api/staff/devices", order),
  revokeDevice: (device: string) => ask(DeviceSummary, "POST", `/api/staff/devices/${at(device)}/revoke`),
  restoreDevice: (device: string) => ask(DeviceSummary, "POST", `/api/staff/devices/${at(device)}/restore`),
  cases: (wave: string) => ask(StaffCase.array(), "GET", `/api/staff/waves/${at(wave)}/cases`),
  addCases: (wave: string, order: z.infer<typeof CaseOrder>) =>
    ask(StaffCase.array(), "POST", `/api/staff/waves/${at(wave)}/cases`, order),
  assignCases: (wave: string, order: z.infer<typeof CaseAssignment>) =>
    ask(StaffCase.array(), "POST", `/api/staff/waves/${at(wave)}/cases/assign`, order),
  reviews: (wave: string, filter: { after: number; state?: string; flagged?: "yes" }) =>
    ask(ReviewPage, "GET", `/api/staff/waves/${at(wave)}/reviews?${searchOf(filter)}`),
  decide: (wave: string, decision: ReviewDecision) =>
    ask(ReviewedResponse, "POST", `/api/staff/waves/${at(wave)}/reviews`, decision),
  lastLook: (wave: string) => ask(LastLook, "GET", `/api/staff/waves/${at(wave)}/flags`),
  look: (wave: string) => ask(FlagReport, "POST", `/api/staff/waves/${at(wave)}/flags`),
  setAsides: (wave: string) => ask(SetAsideShown.array(), "GET", `/api/staff/waves/${at(wave)}/set-asides`),
  previewSetAside: (wave: string, question: SetAsideQuestion) =>
    ask(SetAsidePreview, "POST", `/api/staff/waves/${at(wave)}/set-asides/preview`, question),
  setAside: (wave: string, decision: SetAside) =>
    ask(SetAsideShown.array(), "POST", `/api/staff/waves/${at(wave)}/set-asides`, decision),
  liftSetAside: (wave: string, id: string) =>
    ask(SetAsideShown.array(), "DELETE", `/api/staff/waves/${at(wave)}/set-asides/${at(id)}`),
  rescue: (file: RescueFile) => ask(RescueOutcome, "POST", "/api/staff/rescue", file),
};

function searchOf(filter: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)])).toString();
}

function nobody(problem: unknown): null {
  if (problem instanceof ApiProblem && problem.kind === "signed-out") return null;
  throw problem;
}

function saysDemonstration(state: unknown): boolean {
  return (
    typeof state === "object" && state !== null && "demonstration" in state && state.demonstration === true
  );
}
