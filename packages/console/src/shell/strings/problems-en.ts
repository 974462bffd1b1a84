import type { ProblemKind } from "../api/problem.ts";

/** What a refusal says when the server's own sentence is not at hand: what happened, and what to do next. */
export const problemsEn: Readonly<Record<ProblemKind, string>> = {
  "malformed-body": "The server could not read what this page sent. Reload the page and try again.",
  "invalid-request": "Something in what was entered is not as expected. Check the fields and try again.",
  "consent-missing": "The response carries no consent, so it was not kept.",
  "instrument-unknown":
    "This instrument version is not known here. Ask the researcher which version is published.",
  "wave-unknown": "There is no such wave. Choose one from the list of waves.",
  "wave-closed": "This wave no longer takes responses.",
  "response-conflict": "Another response with this identity is already kept. Nothing was overwritten.",
  "response-withdrawn": "The person has withdrawn this response. It is not taken again.",
  "seal-unreadable": "The sealed response could not be opened. Check that it was meant for this server.",
  "proof-needed": "Very much arrives at this moment. Wait a minute and try again.",
  "code-unknown": "This code is not known here. Check each character.",
  "device-unknown": "This tablet is not paired. Pair it again.",
  "hash-mismatch": "The content does not match its hash. Send it again.",
  "body-too-large": "That was too much to send at once. Shorten it and try again.",
  "media-type": "The server did not understand the request. Reload the page and try again.",
  "method-not-allowed": "The server did not understand the request. Reload the page and try again.",
  "origin-refused":
    "The request came from another address than the console's own. Open the console at its usual address.",
  "signed-out": "You are signed out. Sign in to go on.",
  "credentials-wrong": "The e-mail address or the password is not right. Check both and try again.",
  "not-permitted": "Your role does not include this. Ask an administrator if you need it.",
  "link-invalid":
    "This link has been used, has expired or never existed. Ask an administrator for a new one.",
  "password-weak":
    "This password is too easy to guess. Choose a longer one, for example four words that do not belong together.",
  "person-exists": "There is already an account with this e-mail address. Find it in the list of people.",
  "last-administrator": "There must always be one active administrator. Invite another one first.",
  "not-found": "There is nothing here any more. Go back to the list and look again.",
  "margins-refused": "These margins cannot be used. Put right what is listed and choose the file again.",
  "plan-refused": "This plan cannot be used. Put right what is listed and send it again.",
  "candidate-not-ready": "There are no figures to look at yet. Wait until they are computed.",
  "candidate-outdated":
    "Somebody has withdrawn since these figures were computed, so they can no longer be released. Compute them again.",
  "same-signature": "You have signed already. Another person must sign as well.",
  "notes-differ": "The notes have changed since you read them. Read them again, then sign.",
  "not-in-lattice": "This cut is not in the tables of the wave, so nothing is computed for it.",
  "export-not-ready": "The file is not there: it is still being made, or it has been removed.",
  "too-many-attempts": "There were too many attempts. Wait a few minutes and try again.",
  overloaded: "The server is busy. Wait a moment and try again.",
  unavailable:
    "The server cannot keep anything at the moment. Try again; if it lasts, tell the person who runs it.",
  "storage-full": "The server has no space left. Tell the person who runs it.",
  internal:
    "Something went wrong on our side. Try again; if it happens twice, tell the person who runs the server.",
  unreachable: "The server cannot be reached. Check the connection and try again.",
  "not-understood":
    "The server answered in a way this page does not understand. Reload the page; if that does not help, tell the person who runs the server.",
};
