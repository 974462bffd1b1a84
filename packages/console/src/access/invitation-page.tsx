import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InvitationOpened } from "@tiltas/contract/people";
import { useState } from "react";
import { api, Page, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, Entry } from "../widgets/index.ts";
import { useEntry } from "./door.ts";
import { invitationToken, leastPassword, objectToEmail } from "./entries.ts";
import { EmailField, NewPasswordField } from "./fields.tsx";

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
  const accept = useMutation({
    mutationFn: () =>
      api.acceptInvitation({ token, password, ...(asksEmail ? { email: email.trim().toLowerCase() } : {}) }),
    onSuccess: () => enter(),
  });
  const send = () => {
    setTried(true);
    if (accept.isPending || (asksEmail && objectToEmail(email))) return;
    if ([...password].length >= leastPassword) accept.mutate();
  };
  return (
    <Entry onSend={send}>
      <ProblemNote problem={accept.error} />
      {asksEmail ? (
        <EmailField value={email} onChange={setEmail} tried={tried} />
      ) : (
        // Password managers file the new password under this name.
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      )}
      <NewPasswordField value={password} onChange={setPassword} tried={tried} />
      <Button kind="act" type="submit" busy={accept.isPending}>
        {access.begin}
      </Button>
    </Entry>
  );
}
