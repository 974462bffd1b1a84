/** A person who signs in to a server of the fault tests. */
export interface Staff {
  /** Signs in anew; resolves with the status and, if it went well, with who is signed in. */
  signIn(): Promise<{ status: number; session: number }>;
  /** Signs in anew; the cookie of the session. */
  cookie(): Promise<string>;
  /** How the server answers who holds the cookie: 200 while the session runs, 401 afterwards. */
  sessionOf(cookie: string): Promise<number>;
}

const email = "administrator@tiltas.example";
const password = "as long as it takes";

/** Accepts the link of the first administrator that the server has printed. */
export async function firstAdministrator(origin: string, printed: string): Promise<Staff> {
  const token = /\nlink .*#([\w-]+)\n/.exec(`\n${printed}`)?.[1];
  const accepted = await post(`${origin}/api/invitations/accept`, { token, email, password });
  if (!accepted.ok) throw new Error(`The invitation was not accepted: ${await accepted.text()}`);
  const enter = () => post(`${origin}/api/session`, { email, password });
  const cookieIn = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const sessionOf = async (cookie: string) =>
    (await fetch(`${origin}/api/session`, { headers: { cookie } })).status;
  return {
    async signIn() {
      const answer = await enter();
      return { status: answer.status, session: await sessionOf(cookieIn(answer)) };
    },
    cookie: async () => cookieIn(await enter()),
    sessionOf,
  };
}

function post(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
