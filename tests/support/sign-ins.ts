export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** The demonstration's sign-in of a role, read from what the server printed. */
export function signInOf(role: string, output: string): SignIn {
  const found = new RegExp(`^\\s+${role}\\s+(\\S+@\\S+)\\s+(\\S+)\\s*$`, "m").exec(output);
  if (!found?.[1] || !found[2]) throw new Error(`The server printed no sign-in for the ${role}.`);
  return { email: found[1], password: found[2] };
}
