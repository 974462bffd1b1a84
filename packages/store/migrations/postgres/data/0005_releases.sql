CREATE TABLE "analysis_plans" (
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"number" integer NOT NULL,
	"lattice" text,
	"weighting" text,
	"policies" text,
	"previous_wave" text,
	"why" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "analysis_plans_pk" PRIMARY KEY("wave","number")
);
--> statement-breakpoint
CREATE TABLE "candidate_signatures" (
	"candidate" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "candidate_signatures_pk" PRIMARY KEY("candidate","by")
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"id" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"state" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"respondents" integer,
	"failure" text,
	"previous_wave" text,
	"last_sequence" integer,
	"notes" text,
	"corrects" integer,
	"release" integer
);
--> statement-breakpoint
CREATE TABLE "margins_uploads" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "margins_uploads_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"name" text NOT NULL,
	"csv" text NOT NULL,
	"digest" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "microdata_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"holder" text NOT NULL,
	"purpose" text NOT NULL,
	"expires" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"respondents" integer,
	"digest" text,
	"last_sequence" integer,
	"withdrawn_since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"number" integer NOT NULL,
	"candidate" text NOT NULL,
	"released_at" timestamp (3) with time zone NOT NULL,
	"signed_by" text NOT NULL,
	"notes" text NOT NULL,
	"changed" text NOT NULL,
	"digests" text NOT NULL,
	"sheets" text NOT NULL,
	"corrects" integer,
	"respondents" integer NOT NULL,
	"last_sequence" integer NOT NULL,
	"withdrawn_since" integer NOT NULL,
	CONSTRAINT "releases_pk" PRIMARY KEY("wave","number")
);
--> statement-breakpoint
ALTER TABLE "studies" ADD COLUMN "signatures" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "analysis_plans" ADD CONSTRAINT "analysis_plans_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_plans" ADD CONSTRAINT "analysis_plans_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_signatures" ADD CONSTRAINT "candidate_signatures_candidate_candidates_id_fk" FOREIGN KEY ("candidate") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "margins_uploads" ADD CONSTRAINT "margins_uploads_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "margins_uploads" ADD CONSTRAINT "margins_uploads_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "microdata_exports" ADD CONSTRAINT "microdata_exports_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "microdata_exports" ADD CONSTRAINT "microdata_exports_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidates_wave" ON "candidates" USING btree ("wave","requested_at");--> statement-breakpoint
CREATE INDEX "candidates_previous_wave" ON "candidates" USING btree ("previous_wave");--> statement-breakpoint
CREATE INDEX "margins_uploads_wave" ON "margins_uploads" USING btree ("wave","sequence");--> statement-breakpoint
CREATE INDEX "microdata_exports_wave" ON "microdata_exports" USING btree ("wave","at");--> statement-breakpoint
CREATE UNIQUE INDEX "releases_candidate" ON "releases" USING btree ("candidate");