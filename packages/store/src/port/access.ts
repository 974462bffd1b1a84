/** Staff, invitations and sessions. On SQLite they live in their own file on their own connection. */

export interface PersonRecord {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly municipality: string | null;
  /** argon2id, in its own text form; null while the invitation is open. */
  readonly passwordHash: string | null;
  readonly disabled: boolean;
}

export interface NewInvitation {
  /** SHA-256 (hex) of the token; the token itself is never kept. */
  readonly tokenHash: string;
  /** null only for the first administrator, who types an address when accepting. */
  readonly person: { readonly id: string; readonly email: string } | null;
  readonly role: string;
  readonly municipality: string | null;
  readonly expiresAt: Date;
}

export interface InvitationRecord extends NewInvitation {
  readonly used: boolean;
}

export interface SessionRecord {
  /** SHA-256 (hex) of the cookie's random value. */
  readonly tokenHash: string;
  readonly person: string;
  readonly idleUntil: Date;
  readonly endsAt: Date;
}

export interface AccessStore {
  countPeople(): Promise<number>;
  listPeople(): Promise<readonly PersonRecord[]>;
  findPerson(id: string): Promise<PersonRecord | undefined>;
  findPersonByEmail(email: string): Promise<PersonRecord | undefined>;
  /** Writes the person (invited, no password) and the invitation together. Earlier open invitations of the person are spent. False if the e-mail address is taken by an active account. */
  invite(invitation: NewInvitation): Promise<boolean>;
  findInvitation(tokenHash: string): Promise<InvitationRecord | undefined>;
  /** Claims the invitation and sets the password in one transaction: of two at once exactly one succeeds. `person` is undefined if the link was used, is too old or never was. */
  acceptInvitation(claim: {
    tokenHash: string;
    now: Date;
    newPersonId: string;
    email: string | null;
    passwordHash: string;
  }): Promise<PersonRecord | undefined>;
  /** False if that would leave no active administrator. Ends the person's sessions in the same transaction. */
  setDisabled(person: string, disabled: boolean): Promise<boolean>;
  startSession(session: SessionRecord): Promise<void>;
  /** The session with its person, if it is neither idle nor over and the person is active. */
  findSession(
    tokenHash: string,
    now: Date,
  ): Promise<{ session: SessionRecord; person: PersonRecord } | undefined>;
  extendSession(tokenHash: string, idleUntil: Date): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  /** Token hashes of sessions that were over, and of invitations that had ended, at the given moments. */
  listEnded(at: {
    readonly sessions: Date;
    readonly invitations: Date;
  }): Promise<{ readonly sessions: readonly string[]; readonly invitations: readonly string[] }>;
  /** Deletes sessions and invitations by token hash. */
  removeEnded(named: {
    readonly sessions: readonly string[];
    readonly invitations: readonly string[];
  }): Promise<void>;
  close(): Promise<void>;
}
