import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { Button, Dialog } from "../widgets/index.ts";
import { useStrings } from "./language.tsx";
import { useSignOut } from "./leave.ts";
import { type SignedIn, sessionQuery, useSession } from "./session.ts";
import { renewedAt, type SessionMoment, sessionMoment } from "./session-clock.ts";

/** While someone works, the session is read again at most this often, which keeps it alive. */
const renewal = 60_000;
const signs = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/** Keeps a session alive while someone works, warns two minutes before its end, and ends it on time. */
export function SessionWatch() {
  const signedIn = useSession();
  return signedIn === null ? null : <Watch signedIn={signedIn} />;
}

function Watch({ signedIn }: { signedIn: SignedIn }) {
  const { shell } = useStrings();
  const signOut = useSignOut();
  const [accepted, setAccepted] = useState(false);
  const moment = useMoment(signedIn, () => signOut("idle"));
  const renew = useRenewal(signedIn, moment);
  if (moment.kind !== "ending" || (accepted && moment.because === "limit")) return null;
  const { ending } = shell;
  const left = ending.left(moment.seconds);
  const idle = moment.because === "idle";
  const stay = () => (idle ? renew() : setAccepted(true));
  return (
    <Dialog alert open title={idle ? ending.idleTitle : ending.limitTitle} onClose={stay}>
      <p>{idle ? ending.idle(left) : ending.limit(left)}</p>
      <div className="dialog-actions">
        <Button kind="act" testId="stay-signed-in" onPress={stay}>
          {idle ? ending.stay : ending.understood}
        </Button>
        <Button onPress={() => signOut("signed-out")}>{shell.signOut}</Button>
      </div>
    </Dialog>
  );
}

function useMoment(signedIn: SignedIn, over: () => void): SessionMoment {
  const [now, setNow] = useState(() => Date.now());
  const end = useEffectEvent(over);
  const moment = sessionMoment(signedIn.reading, Math.max(now, signedIn.reading.readAt));
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(clock);
  }, []);
  useEffect(() => {
    if (moment.kind === "over") end();
  }, [moment.kind]);
  return moment;
}

/** Reads the session again when someone works, and tells the other tabs that it lives on. */
function useRenewal(signedIn: SignedIn, moment: SessionMoment): () => void {
  const queries = useQueryClient();
  const [channel] = useState(() => new BroadcastChannel("tiltas-session"));
  const renew = async () => {
    await queries.refetchQueries({ queryKey: sessionQuery.queryKey });
    channel.postMessage("renewed");
  };
  const worked = useEffectEvent(() => {
    if (moment.kind === "running" && Date.now() - signedIn.reading.readAt > renewal) void renew();
  });
  const renewedElsewhere = useEffectEvent(() => {
    const { session, reading } = signedIn;
    queries.setQueryData(sessionQuery.queryKey, () => ({ session, reading: renewedAt(reading, Date.now()) }));
  });
  useEffect(() => {
    for (const sign of signs) addEventListener(sign, worked, { passive: true });
    channel.addEventListener("message", renewedElsewhere);
    return () => {
      for (const sign of signs) removeEventListener(sign, worked);
      channel.removeEventListener("message", renewedElsewhere);
    };
  }, [channel]);
  return renew;
}
