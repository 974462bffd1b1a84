import type { Command } from "commander";
import type { Output } from "../terminal/index.ts";
import { backupCommand, keyCommand, restoreCommand } from "./admin/backup.ts";
import { registerCommand, retentionCommand } from "./admin/retention.ts";
import { verifyCommand } from "./admin/verify.ts";

/** `tiltas admin …`: what whoever runs a server does with its data folder. */
export function adminCommand(program: Command, output: Output): void {
  const admin = program
    .command("admin")
    .description("Keep a server's data: verify, back up, restore, remove what is past its term.");
  verifyCommand(admin, output);
  keyCommand(admin, output);
  backupCommand(admin, output);
  restoreCommand(admin, output);
  retentionCommand(admin, output);
  registerCommand(admin, output);
}
