CREATE TABLE `paradata_batches` (
	`response_id` text NOT NULL,
	`batch` integer NOT NULL,
	`wave` text NOT NULL,
	`instrument` text NOT NULL,
	`received_on` text NOT NULL,
	`events` text NOT NULL,
	PRIMARY KEY(`response_id`, `batch`)
);
--> statement-breakpoint
CREATE INDEX `paradata_batches_wave` ON `paradata_batches` (`wave`,`response_id`,`batch`);