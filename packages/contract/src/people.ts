import { z } from "zod";
import { Role } from "./roles.ts";

export const Email = z
  .email()
  .max(254)
  .transform((address) => address.trim().toLowerCase());
export const Password = z.string().min(12).max(256);

/** A member of staff, as the console shows them. */
export const Person = z.strictObject({
  id: z.string(),
  email: z.string(),
  role: Role,
  /** Two-digit municipality code; null for people who see the whole country. */
  municipality: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  state: z.enum(["invited", "active", "disabled"]),
});
export type Person = z.infer<typeof Person>;

/** `POST /api/staff/people`: invite. Answer 201 `{ person, link }`; the link works once, for 24 hours. */
export const Invitation = z.strictObject({
  email: Email,
  role: Role,
  municipality: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
});
export type Invitation = z.infer<typeof Invitation>;
export const InvitationSent = z.strictObject({ person: Person, link: z.url(), expires: z.iso.datetime() });
export type InvitationSent = z.infer<typeof InvitationSent>;

/** `POST /api/invitations/open` `{ token }` → whom the link is for (the first administrator's link has no e-mail yet). */
export const InvitationOpened = z.strictObject({ email: z.string().nullable(), role: Role });
export type InvitationOpened = z.infer<typeof InvitationOpened>;

/** `POST /api/invitations/accept`. `email` is asked only of the first administrator. Signs the person in. */
export const InvitationAccept = z.strictObject({
  token: z.string().min(20).max(200),
  email: Email.optional(),
  password: Password,
});
export type InvitationAccept = z.infer<typeof InvitationAccept>;

/** `POST /api/session`: sign in. `DELETE /api/session`: sign out (204). `GET /api/session`: who is signed in (401 if nobody). */
export const SignIn = z.strictObject({ email: Email, password: z.string().min(1).max(256) });
export type SignIn = z.infer<typeof SignIn>;
export const Session = z.strictObject({
  person: Person,
  /** When the session ends if nothing is done, and when it ends in any case (ISO times, UTC). */
  idleUntil: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** True on a demonstration server: everything shown is invented. */
  demonstration: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** A page that asks again by itself sends this header (any value): such requests do not keep the session from growing idle. */
export const unattendedHeader = "tiltas-unattended";
