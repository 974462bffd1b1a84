CREATE TABLE `key_marks` (
	`name` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `last_looks` (
	`wave` text PRIMARY KEY NOT NULL,
	`study` text NOT NULL,
	`at` integer NOT NULL,
	`found` text NOT NULL,
	FOREIGN KEY (`wave`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`study`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
