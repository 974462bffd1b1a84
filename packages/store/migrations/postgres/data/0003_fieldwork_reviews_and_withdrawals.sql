CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"number" text NOT NULL,
	"municipality" text,
	"language" text,
	"device" text,
	"disposition" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"code" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"channel" text,
	"issued_on" text NOT NULL,
	"spent_on" text
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"label" text NOT NULL,
	"purpose" text NOT NULL,
	"municipality" text,
	"ordered_by" text NOT NULL,
	"pairing" text,
	"pairing_until" timestamp (3) with time zone NOT NULL,
	"token" text,
	"paired_at" timestamp (3) with time zone,
	"last_seen" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"report" text
);
--> statement-breakpoint
CREATE TABLE "resumes" (
	"id" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"iv" text NOT NULL,
	"ciphertext" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"taken_by" text
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reviews_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"response_id" text NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "set_asides" (
	"id" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"channel" text,
	"from" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"response_id" text PRIMARY KEY NOT NULL,
	"study" text NOT NULL,
	"wave" text NOT NULL,
	"receipt" text,
	"received_on" text NOT NULL,
	"withdrawn_on" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "changes" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "receipt" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "row_hash" text;--> statement-breakpoint
ALTER TABLE "studies" ADD COLUMN "review" json;--> statement-breakpoint
ALTER TABLE "studies" ADD COLUMN "terms" json;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resumes" ADD CONSTRAINT "resumes_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resumes" ADD CONSTRAINT "resumes_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_asides" ADD CONSTRAINT "set_asides_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_asides" ADD CONSTRAINT "set_asides_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_study_studies_id_fk" FOREIGN KEY ("study") REFERENCES "public"."studies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_wave_waves_id_fk" FOREIGN KEY ("wave") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("wave","municipality","number");--> statement-breakpoint
CREATE INDEX "codes_wave" ON "codes" USING btree ("wave");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_token" ON "devices" USING btree ("token");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_pairing" ON "devices" USING btree ("pairing");--> statement-breakpoint
CREATE INDEX "resumes_until" ON "resumes" USING btree ("until");--> statement-breakpoint
CREATE INDEX "reviews_response" ON "reviews" USING btree ("wave","response_id");--> statement-breakpoint
CREATE INDEX "set_asides_wave" ON "set_asides" USING btree ("wave");--> statement-breakpoint
CREATE INDEX "withdrawals_receipt" ON "withdrawals" USING btree ("receipt");--> statement-breakpoint
CREATE INDEX "responses_receipt" ON "responses" USING btree ("receipt");--> statement-breakpoint
CREATE INDEX "responses_with_issues" ON "responses" USING btree ("wave","sequence") WHERE findings <> '[]';