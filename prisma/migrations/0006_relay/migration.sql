-- CreateEnum
CREATE TYPE "OutboxStage" AS ENUM ('index', 'relay', 'replay');

-- DropIndex
DROP INDEX "outbox_claimed_until_idx";

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "stage" "OutboxStage" NOT NULL DEFAULT 'index';

-- CreateTable
CREATE TABLE "search_rebuilds" (
    "engine" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_rebuilds_pkey" PRIMARY KEY ("engine")
);

-- CreateIndex
CREATE INDEX "outbox_stage_claimed_until_idx" ON "outbox"("stage", "claimed_until");

-- One thing more may happen to what staff did: a reason that holds words which were redacted gives way to a mark, whole. Nothing else can stand there.
CREATE OR REPLACE FUNCTION "moderation_actions_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'moderation actions are not deleted';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT 1 FROM "threads" WHERE "id" = OLD."thread_id") AND (
            OLD."post_id" IS NULL OR EXISTS (SELECT 1 FROM "posts" WHERE "id" = OLD."post_id")
        ) THEN
            RAISE EXCEPTION 'moderation actions are not deleted';
        END IF;
        RETURN OLD;
    END IF;
    IF to_jsonb(NEW) - '{moderator_id,reverts_id,reason}'::text[] <> to_jsonb(OLD) - '{moderator_id,reverts_id,reason}'::text[]
        OR (NEW."reason" <> OLD."reason" AND NEW."reason" <> '[…]')
        OR (NEW."moderator_id" IS DISTINCT FROM OLD."moderator_id" AND (
            NEW."moderator_id" IS NOT NULL OR EXISTS (SELECT 1 FROM "accounts" WHERE "id" = OLD."moderator_id")
        ))
        OR (NEW."reverts_id" IS DISTINCT FROM OLD."reverts_id" AND (
            NEW."reverts_id" IS NOT NULL OR EXISTS (SELECT 1 FROM "moderation_actions" WHERE "id" = OLD."reverts_id")
        ))
    THEN
        RAISE EXCEPTION 'moderation actions are not changed';
    END IF;
    RETURN NEW;
END
$$;
