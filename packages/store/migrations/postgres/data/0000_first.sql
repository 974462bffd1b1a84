CREATE TABLE "daily_counts" (
	"wave" text NOT NULL,
	"dimension" text NOT NULL,
	"day" text NOT NULL,
	"counts" json NOT NULL,
	CONSTRAINT "daily_counts_pk" PRIMARY KEY("wave","dimension","day")
);
--> statement-breakpoint
CREATE TABLE "instrument_files" (
	"digest" text NOT NULL,
	"path" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "instrument_files_pk" PRIMARY KEY("digest","path")
);
--> statement-breakpoint
CREATE TABLE "instruments" (
	"digest" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"response_id" text NOT NULL,
	"hash" text NOT NULL,
	"reason" text NOT NULL,
	"envelope" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quarantine_pk" PRIMARY KEY("response_id","hash")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"wave" text NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"respondents" integer,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "responses_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"response_id" text NOT NULL,
	"revision" integer NOT NULL,
	"parent" integer,
	"instrument" text NOT NULL,
	"consent" text NOT NULL,
	"answers" text NOT NULL,
	"hash" text NOT NULL,
	"language" text NOT NULL,
	"mode" text NOT NULL,
	"channel" text,
	"municipality" text,
	"findings" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "studies" (
	"id" text PRIMARY KEY NOT NULL,
	"title" json NOT NULL,
	"synthetic" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"id" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"title" json NOT NULL,
	"instrument" text NOT NULL,
	"earlier_instruments" json NOT NULL,
	"notice" integer NOT NULL,
	"indicators" integer NOT NULL,
	"languages" json NOT NULL,
	"modes" json NOT NULL,
	"opens" text NOT NULL,
	"closes" text NOT NULL,
	"margins_csv" text,
	"margins_digest" text
);
--> statement-breakpoint
ALTER TABLE "daily_counts" ADD CONSTRAINT "daily_counts_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_files" ADD CONSTRAINT "instrument_files_digest_instruments_digest_fk" FOREIGN KEY ("digest") REFERENCES "public"."instruments"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_instrument_instruments_digest_fk" FOREIGN KEY ("instrument") REFERENCES "public"."instruments"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_instrument_instruments_digest_fk" FOREIGN KEY ("instrument") REFERENCES "public"."instruments"("digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "instruments_id_version" ON "instruments" USING btree ("id","version");--> statement-breakpoint
CREATE INDEX "reports_wave" ON "reports" USING btree ("wave","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "responses_identity" ON "responses" USING btree ("response_id","revision");--> statement-breakpoint
CREATE INDEX "responses_wave" ON "responses" USING btree ("wave","sequence");