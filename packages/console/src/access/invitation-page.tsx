import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InvitationOpened } from "@tiltas/contract/people";
import { type FormEvent, useState } from "react";
import { api, Page, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, TextField } from "../widgets/index.ts";
import { useEntry } from "./door.ts";
import { invitationToken, leastPassword, objectToEmail } from "./entries.ts";

/** Where a one-time link leads: whom it is for, and the choice of a password. */
export function InvitationPage({ hash }: { hash: string }) {
  const token = invitationToken(hash);
  const { access } = useStrings();
  const opened = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => api.openInvitation(token ?? ""),
    enabled: token !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="door">
      <Page name="invitation" title={access.invitationTitle}>
        {token === undefined ? <p className="remark">{access.linkIncomplete}</p> : null}
        {token !== undefined && opened.isPending ? <p>{access.openingInvitation}</p> : null}
        <ProblemNote problem={opened.error} />
        {token === undefined || opened.data === undefined ? (
          <Link to="/sign-in" className="link">
            {access.toSignIn}
          </Link>
        ) : (
          <>
            <p className="sentence">
              {opened.data.email === null ? access.invitationFirst : access.invitationFor}
            </p>
            <Facts opened={opened.data} />
            <Acceptance token={token} opened={opened.data} />
          </>
        )}
      </Page>
    </div>
  );
}

/** Whom the link is for, and what the role may do. */
function Facts({ opened }: { opened: InvitationOpened }) {
  const { people } = useStrings();
  return (
    <dl className="facts">
      {opened.email === null ? null : (
        <div>
          <dt>{people.email}</dt>
          <dd>{opened.email}</dd>
        </div>
      )}
      <div>
        <dt>{people.role}</dt>
        <dd>{people.roleNames[opened.role]}</dd>
        <dd className="facts-more">{people.roleDescriptions[opened.role]}</dd>
      </div>
    </dl>
  );
}

function Acceptance({ token, opened }: { token: string; opened: InvitationOpened }) {
  const { access } = useStrings();
  const enter = useEntry();
  const [email, setEmail] = useState(opened.email ?? "");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const asksEmail = opened.email === null;
  const wrongEmail = asksEmail ? objectToEmail(email) : undefined;
  const length = [...password].length;
  const accept = useMutation({
    mutationFn: () =>
      api.acceptInvitation({ token, password, ...(asksEmail ? { email: email.trim().toLowerCase() } : {}) }),
    onSuccess: () => enter(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!accept.isPending && wrongEmail === undefined && length >= leastPassword) accept.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ProblemNote problem={accept.error} />
      {asksEmail ? (
        <TextField
          label={access.email}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          objection={
            tried && wrongEmail
              ? { missing: access.emailMissing, wrong: access.emailWrong }[wrongEmail]
              : undefined
          }
        />
      ) : (
        // Password managers file the new password under this name.
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      )}
      <TextField
        label={access.choosePassword}
        name="new-password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        hint={access.passwordHint}
        reveal={{ show: access.showPassword, hide: access.hidePassword }}
        objection={tried && length < leastPassword ? access.passwordShort(leastPassword, length) : undefined}
      />
      <Button kind="act" type="submit" busy={accept.isPending}>
        {access.begin}
      </Button>
    </form>
  );
}
