-- CreateEnum
CREATE TYPE "QueueKind" AS ENUM ('flags', 'aboutMe');

-- CreateEnum
CREATE TYPE "QueueOutcome" AS ENUM ('acted', 'dismissed');

-- AlterEnum
ALTER TYPE "ModerationKind" ADD VALUE 'redact';
ALTER TYPE "ModerationKind" ADD VALUE 'dismissFlags';
ALTER TYPE "ModerationKind" ADD VALUE 'move';
ALTER TYPE "ModerationKind" ADD VALUE 'pin';
ALTER TYPE "ModerationKind" ADD VALUE 'unpin';
ALTER TYPE "ModerationKind" ADD VALUE 'answer';

-- AlterTable
ALTER TABLE "flags" ADD COLUMN     "outcome" "QueueOutcome";

-- AlterTable
ALTER TABLE "moderation_actions" ADD COLUMN     "reverts_id" TEXT;

-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "answer_id" TEXT,
ADD COLUMN     "pinned_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "topics" ADD COLUMN     "is_retired" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "topic_aliases" (
    "slug" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,

    CONSTRAINT "topic_aliases_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "queue_items" (
    "id" TEXT NOT NULL,
    "kind" "QueueKind" NOT NULL,
    "post_id" TEXT,
    "request_id" TEXT,
    "risk" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" "QueueOutcome",
    "claimed_by_id" TEXT,
    "claimed_until" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "queue_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_notes" (
    "id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "author_id" TEXT,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "queue_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "about_me_requests" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "contact" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "about_me_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "topic_aliases_topic_id_idx" ON "topic_aliases"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "queue_items_request_id_key" ON "queue_items"("request_id");

-- CreateIndex
CREATE INDEX "queue_items_post_id_idx" ON "queue_items"("post_id");

-- CreateIndex
CREATE INDEX "queue_items_claimed_by_id_idx" ON "queue_items"("claimed_by_id");

-- CreateIndex
CREATE INDEX "queue_notes_item_id_idx" ON "queue_notes"("item_id");

-- CreateIndex
CREATE INDEX "queue_notes_author_id_idx" ON "queue_notes"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_actions_reverts_id_key" ON "moderation_actions"("reverts_id");

-- CreateIndex
CREATE UNIQUE INDEX "threads_answer_id_key" ON "threads"("answer_id");

-- AddForeignKey
ALTER TABLE "topic_aliases" ADD CONSTRAINT "topic_aliases_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "posts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_reverts_id_fkey" FOREIGN KEY ("reverts_id") REFERENCES "moderation_actions"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "queue_items" ADD CONSTRAINT "queue_items_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_items" ADD CONSTRAINT "queue_items_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "about_me_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_items" ADD CONSTRAINT "queue_items_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_notes" ADD CONSTRAINT "queue_notes_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "queue_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_notes" ADD CONSTRAINT "queue_notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Of one kind a post waits once at a time.
CREATE UNIQUE INDEX "queue_items_one_open" ON "queue_items" ("post_id", "kind") WHERE "closed_at" IS NULL;

-- The queue is read by risk and then by age, and only what is open: however much was decided before, a page costs the same.
CREATE INDEX "queue_items_waiting" ON "queue_items" ("risk" DESC, "opened_at", "id") WHERE "closed_at" IS NULL;

-- An item is about one thing, and closed items say what became of them.
ALTER TABLE "queue_items" ADD CONSTRAINT "queue_items_one_subject" CHECK (num_nonnulls("post_id", "request_id") = 1);
ALTER TABLE "queue_items" ADD CONSTRAINT "queue_items_closed_with_outcome" CHECK (num_nonnulls("closed_at", "outcome") IN (0, 2));
ALTER TABLE "queue_items" ADD CONSTRAINT "queue_items_whole_hours" CHECK (
    date_trunc('hour', "opened_at", 'UTC') = "opened_at"
    AND date_trunc('hour', "closed_at", 'UTC') = "closed_at"
    AND date_trunc('hour', "claimed_until", 'UTC') = "claimed_until"
);
ALTER TABLE "queue_notes" ADD CONSTRAINT "queue_notes_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at"
);
ALTER TABLE "about_me_requests" ADD CONSTRAINT "about_me_requests_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at"
);

-- What staff did cannot be rewritten. Three things may happen to a row, each only through the foreign keys when what they point at is gone
-- already: the account that acted, the action that was taken back (in a thread that went), and the row itself with its thread or post.
CREATE FUNCTION "moderation_actions_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF to_jsonb(NEW) - '{moderator_id,reverts_id}'::text[] <> to_jsonb(OLD) - '{moderator_id,reverts_id}'::text[]
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
CREATE TRIGGER "moderation_actions_keep" BEFORE UPDATE OR DELETE ON "moderation_actions"
    FOR EACH ROW EXECUTE FUNCTION "moderation_actions_keep"();
CREATE TRIGGER "moderation_actions_keep_all" BEFORE TRUNCATE ON "moderation_actions"
    FOR EACH STATEMENT EXECUTE FUNCTION "moderation_actions_keep"();
