/** Shortest password the server takes, in characters. */
export const leastPassword = 12;

export type EmailObjection = "missing" | "wrong";

/** What the door can say about an address before the server is asked. */
export function objectToEmail(email: string): EmailObjection | undefined {
  const address = email.trim();
  if (address === "") return "missing";
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? undefined : "wrong";
}

/** The one-time token carried behind the # of an invitation link; undefined when it is cut short. */
export function invitationToken(hash: string): string | undefined {
  const token = hash.replace(/^#/, "");
  return token.length >= 20 && token.length <= 200 ? token : undefined;
}
