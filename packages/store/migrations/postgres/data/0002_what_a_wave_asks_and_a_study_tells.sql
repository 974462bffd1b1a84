ALTER TABLE "studies" ADD COLUMN "particulars" json;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "form" text DEFAULT 'short' NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "sample" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "stage" text DEFAULT 'pilot' NOT NULL;