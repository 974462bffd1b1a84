import { type ProblemPlace, Refusal } from "@tiltas/contract/problems";
import { NotCanonicalError } from "@tiltas/instrument/versions";
import { type OutOfOrder, StorageFullError, UnavailableError } from "@tiltas/store/port";
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { faultOf } from "./fault.ts";
import { allowedMethods } from "./methods.ts";
import { MalformedJson } from "./strict-json.ts";

/** Every refusal and every fault leaves as a problem document (RFC 9457); a fault says nothing about its inside. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalFor(error);
    if (refusal.code === "internal" || refusal.code === "unavailable") {
      request.log.error({ route: request.routeOptions.url ?? "none", ...faultOf(error) }, "fault");
    }
    return sendProblem(reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => {
    const allowed = allowedMethods(app, request.url);
    if (allowed.length === 0)
      return sendProblem(reply, new Refusal("not-found", "There is nothing at this address."));
    reply.header("allow", allowed.join(", "));
    return sendProblem(
      reply,
      new Refusal("method-not-allowed", `This address understands ${allowed.join(", ")} only.`),
    );
  });
}

export function sendProblem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = refusal.toProblem();
  if (problem.status === 429 || problem.status === 503 || problem.status === 507) {
    if (!reply.hasHeader("retry-after")) reply.header("retry-after", "30");
  }
  return reply
    .status(problem.status)
    .header("cache-control", "no-store")
    .type("application/problem+json")
    .serializer(JSON.stringify)
    .send(problem);
}

function refusalFor(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof MalformedJson) {
    return new Refusal("malformed-body", error.message, {
      errors: [{ path: error.pointer, message: error.message }],
    });
  }
  if (error instanceof NotCanonicalError) {
    return new Refusal("malformed-body", error.message, {
      errors: [{ path: error.path, message: error.message }],
    });
  }
  if (error instanceof StorageFullError) return new Refusal("storage-full", error.message);
  if (error instanceof UnavailableError)
    return new Refusal(
      "unavailable",
      `${whatIsWrong[error.outOfOrder]} Nothing was acknowledged; please try again.`,
    );
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new Refusal("invalid-request", "The request does not have the form that this address expects.", {
      errors: error.validation.map(place),
    });
  }
  return refusalForStatus(error.statusCode ?? 500, error.code ?? "");
}

/** The same sentence for a device that sends and for whoever asks whether the server is ready. */
const whatIsWrong: Readonly<Record<OutOfOrder, string>> = {
  writer: "The thread that writes answers has stopped and is being started again.",
  disk: "The disk that holds the data folder reports errors or cannot be written.",
  database: "The database cannot be reached.",
};

/** What Fastify itself refuses before a route is reached. */
function refusalForStatus(status: number, code: string): Refusal {
  if (status === 413)
    return new Refusal(
      "body-too-large",
      "The body is larger than 256 KB. Keep the answers and tell the research team.",
    );
  if (status === 415)
    return new Refusal("media-type", "Send the body as application/json in UTF-8, not compressed.");
  if (status === 404 || code.startsWith("FST_STATIC"))
    return new Refusal("not-found", "There is nothing at this address.");
  if (status >= 400 && status < 500) {
    return new Refusal(
      "invalid-request",
      "The request could not be read. Check its address, its headers and its body.",
    );
  }
  return new Refusal(
    "internal",
    "Something went wrong on our side. Nothing was acknowledged; please try again.",
  );
}

/** Objections name the place and the rule, never the value that was sent. */
function place(issue: { instancePath: string; message?: string | undefined }): ProblemPlace {
  return {
    path: issue.instancePath.slice(0, 200),
    message: (issue.message ?? "is not as expected").slice(0, 200),
  };
}
