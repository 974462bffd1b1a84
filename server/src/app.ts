import cookie from "@fastify/cookie";
import type { FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import "./door/types.ts";
import type { People } from "./access/people.ts";
import type { Sessions } from "./access/sessions.ts";
import type { SignInRoom } from "./access/sign-in.ts";
import { bareApp, type Listener } from "./door/bare-app.ts";
import { sendSecurityHeaders } from "./door/headers.ts";
import { readOnlyJson } from "./door/json-body.ts";
import { logAnswers } from "./door/log.ts";
import { listRoutes, type RouteEntry } from "./door/methods.ts";
import { type Reach, refuseOtherSites } from "./door/origin.ts";
import { answerWithProblems } from "./door/problems.ts";
import { guardStaff } from "./door/staff.ts";
import type { Municipality } from "./fieldwork/municipalities.ts";
import type { Progress } from "./fieldwork/progress.ts";
import type { Instruments } from "./instruments/instruments.ts";
import type { Intake } from "./responses/intake.ts";
import { healthRoutes } from "./routes/health.ts";
import { peopleRoutes } from "./routes/people.ts";
import { publicRoutes } from "./routes/public.ts";
import { type AttemptLimits, sessionRoutes } from "./routes/session.ts";
import { waveRoutes } from "./routes/waves.ts";

export interface Rooms {
  readonly instruments: Instruments;
  readonly municipalities: readonly Municipality[];
  readonly progress: Progress;
  readonly intake: Intake;
  readonly people: People;
  readonly sessions: Sessions;
  readonly signIn: SignInRoom;
}

export interface AppOptions extends Listener {
  readonly reach: Reach;
  readonly demonstration: boolean;
  readonly attempts: AttemptLimits;
}

/** The HTTP application: this file is the map of what happens to a request, in order. */
export async function createApp(
  rooms: Rooms,
  options: AppOptions,
): Promise<{ app: FastifyInstance; routes: readonly RouteEntry[] }> {
  const app = bareApp(options).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("signedIn", null);
  const routes = listRoutes(app);
  answerWithProblems(app);
  readOnlyJson(app);
  logAnswers(app);
  sendSecurityHeaders(app, options.reach);
  refuseOtherSites(app, options.reach);

  await app.register(cookie);
  await app.register(healthRoutes(options));
  await app.register(publicRoutes(rooms));
  await app.register(sessionRoutes({ ...rooms, attempts: options.attempts }));
  await app.register(async (staff) => {
    guardStaff(staff, rooms.sessions);
    await staff.register(waveRoutes(rooms));
    await staff.register(peopleRoutes(rooms));
  });
  await app.ready();
  return { app, routes };
}
