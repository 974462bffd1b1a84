import { Invitation, InvitationSent, Person } from "@tiltas/contract/people";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { People } from "../access/people.ts";

const PersonId = z.strictObject({ id: z.uuid() });
const Nothing = z.undefined().or(z.null()).or(z.strictObject({}));

/** Who works here; behind the staff door. */
export function peopleRoutes({ people }: { people: People }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/people",
      { config: { verb: "people.read" }, schema: { response: { 200: z.array(Person) } } },
      () => people.list(),
    );
    app.post(
      "/api/staff/people",
      { config: { verb: "people.invite" }, schema: { body: Invitation, response: { 201: InvitationSent } } },
      async ({ body }, reply) => reply.status(201).send(await people.invite(body)),
    );
    app.post(
      "/api/staff/people/:id/invitation",
      {
        config: { verb: "people.invite" },
        schema: { params: PersonId, body: Nothing, response: { 201: InvitationSent } },
      },
      async ({ params }, reply) => reply.status(201).send(await people.inviteAgain(params.id)),
    );
    app.post(
      "/api/staff/people/:id/disable",
      {
        config: { verb: "people.disable" },
        schema: { params: PersonId, body: Nothing, response: { 200: Person } },
      },
      ({ params }) => people.setDisabled(params.id, true),
    );
    app.post(
      "/api/staff/people/:id/enable",
      {
        config: { verb: "people.disable" },
        schema: { params: PersonId, body: Nothing, response: { 200: Person } },
      },
      ({ params }) => people.setDisabled(params.id, false),
    );
  };
}
