import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, type Leaving, Page, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, TextField } from "../widgets/index.ts";
import { useEntry } from "./door.ts";
import { objectToEmail } from "./entries.ts";

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
  const wrongEmail = objectToEmail(email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!signIn.isPending && wrongEmail === undefined && password !== "") signIn.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ProblemNote problem={signIn.error} />
      <TextField
        label={access.email}
        name="email"
        type="email"
        autoComplete="username"
        autoFocus
        value={email}
        onChange={setEmail}
        objection={
          tried && wrongEmail
            ? { missing: access.emailMissing, wrong: access.emailWrong }[wrongEmail]
            : undefined
        }
      />
      <TextField
        label={access.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        reveal={{ show: access.showPassword, hide: access.hidePassword }}
        objection={tried && password === "" ? access.passwordMissing : undefined}
      />
      <Button kind="act" type="submit" busy={signIn.isPending}>
        {access.signIn}
      </Button>
    </form>
  );
}
