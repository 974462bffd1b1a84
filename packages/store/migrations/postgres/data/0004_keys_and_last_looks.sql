CREATE TABLE "key_marks" (
	"name" text PRIMARY KEY NOT NULL,
	"mark" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "last_looks" (
	"wave" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"found" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "last_looks" ADD CONSTRAINT "last_looks_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "last_looks" ADD CONSTRAINT "last_looks_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;