import { z } from "zod";

/** Every refusal the server can give; each has a paragraph in docs/problems.md. */
export const problemCatalogue = {
  "malformed-body": { status: 400, title: "The body could not be read" },
  "invalid-request": { status: 400, title: "The request does not have the expected form" },
  "consent-missing": { status: 422, title: "The response carries no consent" },
  "instrument-unknown": { status: 422, title: "The instrument version is not known here" },
  "wave-unknown": { status: 404, title: "This wave does not exist" },
  "wave-closed": { status: 409, title: "This wave no longer takes responses" },
  "response-conflict": { status: 409, title: "Another response with this identity is already stored" },
  "response-withdrawn": { status: 410, title: "This response was withdrawn" },
  "seal-unreadable": { status: 422, title: "The sealed response could not be opened" },
  "proof-needed": { status: 429, title: "Please prove that this is not a machine" },
  "code-unknown": { status: 404, title: "This code is not known here" },
  "device-unknown": { status: 401, title: "This device is not paired" },
  "hash-mismatch": { status: 422, title: "The content does not match its hash" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "media-type": { status: 415, title: "Only JSON is understood here" },
  "origin-refused": { status: 403, title: "The request comes from another site" },
  "signed-out": { status: 401, title: "Please sign in" },
  "credentials-wrong": { status: 401, title: "The e-mail address or the password is not right" },
  "not-permitted": { status: 403, title: "Your role does not include this" },
  "link-invalid": { status: 410, title: "This link has been used, has expired or never existed" },
  "password-weak": { status: 422, title: "Please choose another password" },
  "person-exists": { status: 409, title: "There is already an account with this e-mail address" },
  "last-administrator": { status: 409, title: "There must always be one active administrator" },
  "not-found": { status: 404, title: "There is nothing here" },
  "method-not-allowed": { status: 405, title: "This address does not understand that method" },
  "margins-refused": { status: 422, title: "The margins cannot be used" },
  "plan-refused": { status: 422, title: "The plan of the analysis cannot be used" },
  "candidate-not-ready": { status: 409, title: "There are no figures to look at yet" },
  "candidate-outdated": { status: 409, title: "These figures can no longer be released" },
  "same-signature": { status: 409, title: "Another person must sign as well" },
  "notes-differ": { status: 409, title: "The notes have changed since they were read" },
  "not-in-lattice": { status: 404, title: "This cut is not in the tables of the wave" },
  "export-not-ready": { status: 409, title: "The file is not there" },
  "too-many-attempts": { status: 429, title: "Too many attempts" },
  overloaded: { status: 503, title: "The server is busy" },
  unavailable: { status: 503, title: "The server cannot keep anything at this moment" },
  "storage-full": { status: 507, title: "There is no space left to keep answers" },
  internal: { status: 500, title: "Something went wrong on our side" },
} as const;

/** Header that carries the answer to "proof-needed": `<challenge>.<nonce>`. */
export const proofHeader = "tiltas-proof";

export type ProblemCode = keyof typeof problemCatalogue;

/** One place in the request that was objected to. */
export const ProblemPlace = z.strictObject({ path: z.string(), message: z.string() });
export type ProblemPlace = z.infer<typeof ProblemPlace>;

/** RFC 9457 problem document, sent as `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(ProblemPlace).optional(),
  /** Set when the refused envelope is kept in quarantine: the device may let go of its copy. */
  quarantined: z.strictObject({ responseId: z.string(), hash: z.string() }).optional(),
  /** Set with "proof-needed": find a nonce so that SHA-256("<challenge>.<nonce>") begins with `bits` zero bits. */
  proof: z.strictObject({ challenge: z.string(), bits: z.int() }).optional(),
  /** Set with "response-withdrawn": the device that still holds this response lets go of it. */
  withdrawn: z.strictObject({ responseId: z.string() }).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** A refusal with its sentence; thrown anywhere, turned into a problem document at the door. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly ProblemPlace[];
  readonly quarantined: Problem["quarantined"];
  readonly proof: Problem["proof"];
  readonly withdrawn: Problem["withdrawn"];
  constructor(
    code: ProblemCode,
    detail: string,
    more: {
      errors?: readonly ProblemPlace[];
      quarantined?: Problem["quarantined"];
      proof?: Problem["proof"];
      withdrawn?: Problem["withdrawn"];
    } = {},
  ) {
    super(detail);
    this.name = "Refusal";
    this.code = code;
    this.errors = more.errors ?? [];
    this.quarantined = more.quarantined;
    this.proof = more.proof;
    this.withdrawn = more.withdrawn;
  }
  toProblem(instance?: string): Problem {
    const { status, title } = problemCatalogue[this.code];
    return {
      type: `/problems/${this.code}`,
      title,
      status,
      detail: this.message,
      ...(instance === undefined ? {} : { instance }),
      ...(this.errors.length > 0 ? { errors: [...this.errors] } : {}),
      ...(this.quarantined ? { quarantined: this.quarantined } : {}),
      ...(this.proof ? { proof: this.proof } : {}),
      ...(this.withdrawn ? { withdrawn: this.withdrawn } : {}),
    };
  }
}
