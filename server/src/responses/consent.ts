import { Refusal } from "@tiltas/contract/problems";

/** Without consent nothing is looked at further, and nothing is kept. */
export async function refuseWithoutConsent(request: { body?: unknown }): Promise<void> {
  const { body } = request;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return;
  const consent = "consent" in body ? body.consent : undefined;
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
