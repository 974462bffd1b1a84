CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`number` text NOT NULL,
	`municipality` text,
	`language` text,
	`device` text,
	`disposition` text NOT NULL,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number` ON `cases` (`wave`,`municipality`,`number`);--> statement-breakpoint
CREATE TABLE `codes` (
	`code` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`channel` text,
	`issued_on` text NOT NULL,
	`spent_on` text,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `codes_wave` ON `codes` (`wave`);--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`label` text NOT NULL,
	`purpose` text NOT NULL,
	`municipality` text,
	`ordered_by` text NOT NULL,
	`pairing` text,
	`pairing_until` integer NOT NULL,
	`token` text,
	`paired_at` integer,
	`last_seen` integer,
	`revoked_at` integer,
	`report` text,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_token` ON `devices` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `devices_pairing` ON `devices` (`pairing`);--> statement-breakpoint
CREATE TABLE `resumes` (
	`id` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`iv` text NOT NULL,
	`ciphertext` text NOT NULL,
	`until` integer NOT NULL,
	`taken_by` text,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resumes_until` ON `resumes` (`until`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`response_id` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_response` ON `reviews` (`wave`,`response_id`);--> statement-breakpoint
CREATE TABLE `set_asides` (
	`id` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`channel` text,
	`from` integer NOT NULL,
	`until` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`lifted_at` integer,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `set_asides_wave` ON `set_asides` (`wave`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`response_id` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`receipt` text,
	`received_on` text NOT NULL,
	`withdrawn_on` text NOT NULL,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `withdrawals_receipt` ON `withdrawals` (`receipt`);--> statement-breakpoint
ALTER TABLE `responses` ADD `changes` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `receipt` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `row_hash` text;--> statement-breakpoint
CREATE INDEX `responses_receipt` ON `responses` (`receipt`);--> statement-breakpoint
CREATE INDEX `responses_with_issues` ON `responses` (`wave`,`sequence`) WHERE findings <> '[]';--> statement-breakpoint
ALTER TABLE `studies` ADD `review` text;--> statement-breakpoint
ALTER TABLE `studies` ADD `terms` text;