import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Leaving, Page, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, Entry } from "../widgets/index.ts";
import { useEntry } from "./door.ts";
import { objectToEmail } from "./entries.ts";
import { EmailField, PasswordField } from "./fields.tsx";

/** `reason` says why one is here again, `from` where one was. */
export function SignInPage({ reason, from }: { reason?: Leaving; from?: string }) {
  const { access, shell } = useStrings();
  const sentences = { ended: access.ended, idle: access.idle, "signed-out": shell.signedOut };
  return (
    <div className="door">
      <Page name="sign-in" title={access.title} sentence={access.lead}>
        {reason === undefined ? null : (
          <p className="remark" role="status">
            {sentences[reason]}
          </p>
        )}
        <Credentials {...(from === undefined ? {} : { from })} />
        <p className="aside-note">{access.noAccount}</p>
      </Page>
    </div>
  );
}

function Credentials({ from }: { from?: string }) {
  const { access } = useStrings();
  const enter = useEntry();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: () => api.signIn({ email: email.trim().toLowerCase(), password }),
    onSuccess: () => enter(from),
  });
  const send = () => {
    setTried(true);
    if (!signIn.isPending && objectToEmail(email) === undefined && password !== "") signIn.mutate();
  };
  return (
    <Entry onSend={send}>
      <ProblemNote problem={signIn.error} />
      <EmailField autoFocus value={email} onChange={setEmail} tried={tried} />
      <PasswordField value={password} onChange={setPassword} tried={tried} />
      <Button kind="act" type="submit" busy={signIn.isPending}>
        {access.signIn}
      </Button>
    </Entry>
  );
}
