CREATE TABLE `analysis_plans` (
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`number` integer NOT NULL,
	`lattice` text,
	`weighting` text,
	`policies` text,
	`previous_wave` text,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`wave`, `number`),
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `candidate_signatures` (
	`candidate` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`candidate`, `by`),
	FOREIGN KEY (`candidate`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`state` text NOT NULL,
	`requested_at` integer NOT NULL,
	`requested_by` text NOT NULL,
	`respondents` integer,
	`failure` text,
	`previous_wave` text,
	`last_sequence` integer,
	`notes` text,
	`corrects` integer,
	`release` integer,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `candidates_wave` ON `candidates` (`wave`,`requested_at`);--> statement-breakpoint
CREATE INDEX `candidates_previous_wave` ON `candidates` (`previous_wave`);--> statement-breakpoint
CREATE TABLE `margins_uploads` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`name` text NOT NULL,
	`csv` text NOT NULL,
	`digest` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `margins_uploads_wave` ON `margins_uploads` (`wave`,`sequence`);--> statement-breakpoint
CREATE TABLE `microdata_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`holder` text NOT NULL,
	`purpose` text NOT NULL,
	`expires` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`failure` text,
	`respondents` integer,
	`digest` text,
	`last_sequence` integer,
	`withdrawn_since` integer NOT NULL,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `microdata_exports_wave` ON `microdata_exports` (`wave`,`at`);--> statement-breakpoint
CREATE TABLE `releases` (
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`number` integer NOT NULL,
	`candidate` text NOT NULL,
	`released_at` integer NOT NULL,
	`signed_by` text NOT NULL,
	`notes` text NOT NULL,
	`changed` text NOT NULL,
	`digests` text NOT NULL,
	`sheets` text NOT NULL,
	`corrects` integer,
	`respondents` integer NOT NULL,
	`last_sequence` integer NOT NULL,
	`withdrawn_since` integer NOT NULL,
	PRIMARY KEY(`wave`, `number`),
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_candidate` ON `releases` (`candidate`);--> statement-breakpoint
ALTER TABLE `studies` ADD `signatures` integer DEFAULT 1 NOT NULL;