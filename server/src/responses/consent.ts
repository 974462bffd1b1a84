import { Refusal } from "@tiltas/contract/problems";

/** Without consent nothing is looked at further, and nothing is kept. */
export function refuseWithoutConsent(response: unknown): void {
  if (typeof response !== "object" || response === null || Array.isArray(response)) return;
  const consent = "consent" in response ? response.consent : undefined;
  if (consent === undefined || consent === null) {
    throw new Refusal(
      "consent-missing",
      "The response carries no consent, so nothing of it was kept. Ask the person for consent and send it again.",
      {
        errors: [{ path: "/consent", message: "is missing" }],
      },
    );
  }
}
