import { expect, test } from "vitest";
import { invitationToken, objectToEmail } from "./entries.ts";

test("an address is objected to before the server is asked only when it cannot be one", () => {
  expect(objectToEmail("  ")).toBe("missing");
  expect(objectToEmail("jurga")).toBe("wrong");
  expect(objectToEmail("jurga@tyrimas")).toBe("wrong");
  expect(objectToEmail(" jurga@tyrimas.example ")).toBeUndefined();
});

test("an invitation link that was cut short is recognised without asking the server", () => {
  expect(invitationToken("#short")).toBeUndefined();
  expect(invitationToken("")).toBeUndefined();
  expect(invitationToken("#0123456789012345678901234567890123456789abc")).toBe(
    "0123456789012345678901234567890123456789abc",
  );
});
