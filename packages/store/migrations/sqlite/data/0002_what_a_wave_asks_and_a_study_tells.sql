ALTER TABLE `studies` ADD `particulars` text;--> statement-breakpoint
ALTER TABLE `waves` ADD `form` text DEFAULT 'short' NOT NULL;--> statement-breakpoint
ALTER TABLE `waves` ADD `sample` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `waves` ADD `stage` text DEFAULT 'pilot' NOT NULL;