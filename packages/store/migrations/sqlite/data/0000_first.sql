CREATE TABLE `daily_counts` (
	`wave` text NOT NULL,
	`dimension` text NOT NULL,
	`day` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`wave`, `dimension`, `day`),
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `instrument_files` (
	`digest` text NOT NULL,
	`path` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`digest`, `path`),
	FOREIGN KEY (`digest`) REFERENCES `instruments`(`digest`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `instruments` (
	`digest` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`version` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `instruments_id_version` ON `instruments` (`id`,`version`);--> statement-breakpoint
CREATE TABLE `quarantine` (
	`response_id` text NOT NULL,
	`hash` text NOT NULL,
	`reason` text NOT NULL,
	`envelope` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`wave` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`requested_at` integer NOT NULL,
	`requested_by` text NOT NULL,
	`respondents` integer,
	`failure` text,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_wave` ON `reports` (`wave`,`requested_at`);--> statement-breakpoint
CREATE TABLE `responses` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`study` text NOT NULL,
	`wave` text NOT NULL,
	`response_id` text NOT NULL,
	`revision` integer NOT NULL,
	`parent` integer,
	`instrument` text NOT NULL,
	`consent` text NOT NULL,
	`answers` text NOT NULL,
	`hash` text NOT NULL,
	`language` text NOT NULL,
	`mode` text NOT NULL,
	`channel` text,
	`municipality` text,
	`findings` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`digest`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_identity` ON `responses` (`response_id`,`revision`);--> statement-breakpoint
CREATE INDEX `responses_wave` ON `responses` (`wave`,`sequence`);--> statement-breakpoint
CREATE TABLE `studies` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`synthetic` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `waves` (
	`id` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`title` text NOT NULL,
	`instrument` text NOT NULL,
	`earlier_instruments` text NOT NULL,
	`notice` integer NOT NULL,
	`indicators` integer NOT NULL,
	`languages` text NOT NULL,
	`modes` text NOT NULL,
	`opens` text NOT NULL,
	`closes` text NOT NULL,
	`margins_csv` text,
	`margins_digest` text,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`digest`) ON UPDATE no action ON DELETE no action
);
