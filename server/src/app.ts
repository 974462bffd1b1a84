import cookie from "@fastify/cookie";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import "./door/types.ts";
import { bareApp, type Listener } from "./door/bare-app.ts";
import { sendSecurityHeaders } from "./door/headers.ts";
import { readOnlyJson } from "./door/json-body.ts";
import { logAnswers } from "./door/log.ts";
import { listRoutes, type RouteEntry } from "./door/methods.ts";
import { type Reach, refuseOtherSites } from "./door/origin.ts";
import { type Bounds, refuseExcess } from "./door/pressure.ts";
import { answerWithProblems } from "./door/problems.ts";
import { guardStaff } from "./door/staff.ts";
import { type Built, pages } from "./pages/pages.ts";
import type { Rooms } from "./rooms.ts";
import { candidateRoutes } from "./routes/candidates.ts";
import { careRoutes } from "./routes/care.ts";
import { codeRoutes } from "./routes/codes.ts";
import { deviceRoutes } from "./routes/devices.ts";
import { exploreRoutes } from "./routes/explore.ts";
import { healthRoutes } from "./routes/health.ts";
import { microdataRoutes } from "./routes/microdata.ts";
import { paradataRoutes } from "./routes/paradata.ts";
import { peopleRoutes } from "./routes/people.ts";
import { publicRoutes } from "./routes/public.ts";
import { receiptRoutes } from "./routes/receipts.ts";
import { releaseRoutes } from "./routes/releases.ts";
import { responseRoutes } from "./routes/responses.ts";
import { reviewRoutes, setAsideRoutes } from "./routes/reviews.ts";
import { type AttemptLimits, sessionRoutes } from "./routes/session.ts";
import { staffDeviceRoutes } from "./routes/staff-devices.ts";
import { staffFieldworkRoutes } from "./routes/staff-fieldwork.ts";
import { waveRoutes } from "./routes/waves.ts";
import { weighingRoutes } from "./routes/weighing.ts";

export interface AppOptions extends Listener {
  readonly reach: Reach;
  readonly demonstration: boolean;
  readonly attempts: AttemptLimits;
  readonly built: Built | undefined;
  /** How much at once; lower in tests only. */
  readonly bounds?: Bounds;
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
  refuseExcess(app, options.bounds);
  refuseOtherSites(app, options.reach);

  await app.register(healthRoutes({ ...rooms, ...options }));
  await app.register(publicRoutes(rooms));
  await app.register(responseRoutes(rooms));
  await app.register(receiptRoutes(rooms));
  await app.register(paradataRoutes(rooms));
  await app.register(deviceRoutes(rooms));
  await app.register(codeRoutes(rooms));
  await app.register(async (people) => {
    await people.register(cookie);
    await people.register(sessionRoutes({ ...rooms, attempts: options.attempts }));
    await people.register(staffRoutes(rooms));
  });
  if (options.built) await app.register(pages(options.built, rooms));
  await app.ready();
  return { app, routes };
}

/** Everything behind the staff door. */
function staffRoutes(rooms: Rooms): FastifyPluginAsync {
  return async (staff) => {
    guardStaff(staff, rooms.sessions);
    await staff.register(waveRoutes(rooms));
    await staff.register(staffDeviceRoutes(rooms));
    await staff.register(staffFieldworkRoutes(rooms));
    await staff.register(reviewRoutes(rooms));
    await staff.register(setAsideRoutes(rooms));
    await staff.register(weighingRoutes(rooms));
    await staff.register(candidateRoutes(rooms));
    await staff.register(releaseRoutes(rooms));
    await staff.register(exploreRoutes(rooms));
    await staff.register(microdataRoutes(rooms));
    await staff.register(peopleRoutes(rooms));
    await staff.register(careRoutes(rooms));
  };
}
