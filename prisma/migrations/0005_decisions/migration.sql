-- CreateEnum
CREATE TYPE "HoldReason" AS ENUM ('newcomer', 'wordRule', 'links', 'review', 'moderator');

-- CreateEnum
CREATE TYPE "WordRuleEffect" AS ENUM ('hold', 'warn', 'mask');

-- CreateEnum
CREATE TYPE "SanctionKind" AS ENUM ('note', 'warning', 'review', 'bar');

-- CreateEnum
CREATE TYPE "AppealOutcome" AS ENUM ('granted', 'refused');

-- AlterEnum
ALTER TYPE "ModerationKind" ADD VALUE 'unanswer';
ALTER TYPE "ModerationKind" ADD VALUE 'merge';
ALTER TYPE "ModerationKind" ADD VALUE 'split';
ALTER TYPE "ModerationKind" ADD VALUE 'closeAfter';
ALTER TYPE "ModerationKind" ADD VALUE 'hold';
ALTER TYPE "ModerationKind" ADD VALUE 'approve';
ALTER TYPE "ModerationKind" ADD VALUE 'sendBack';
ALTER TYPE "ModerationKind" ADD VALUE 'reopenFlags';
ALTER TYPE "ModerationKind" ADD VALUE 'note';
ALTER TYPE "ModerationKind" ADD VALUE 'warn';
ALTER TYPE "ModerationKind" ADD VALUE 'review';
ALTER TYPE "ModerationKind" ADD VALUE 'lift';
ALTER TYPE "ModerationKind" ADD VALUE 'grantAppeal';
ALTER TYPE "ModerationKind" ADD VALUE 'refuseAppeal';

-- AlterEnum
ALTER TYPE "QueueKind" ADD VALUE 'risk';
ALTER TYPE "QueueKind" ADD VALUE 'held';
ALTER TYPE "QueueKind" ADD VALUE 'pendingEdit';
ALTER TYPE "QueueKind" ADD VALUE 'appeal';
ALTER TYPE "QueueKind" ADD VALUE 'verification';

-- AlterTable
ALTER TABLE "moderation_actions" ADD COLUMN     "after_number" INTEGER,
ADD COLUMN     "from_topic_id" TEXT,
ADD COLUMN     "other_thread_id" TEXT,
ADD COLUMN     "to_topic_id" TEXT;

-- AlterTable
ALTER TABLE "queue_items" ADD COLUMN     "appeal_id" TEXT,
ADD COLUMN     "batch_id" TEXT,
ADD COLUMN     "verification_id" TEXT;

-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "closes_after_days" INTEGER,
ADD COLUMN     "merged_into_id" TEXT;

-- A bar is the gravest of several sanctions.
ALTER TABLE "bars" RENAME TO "sanctions";
ALTER TABLE "sanctions" RENAME CONSTRAINT "bars_pkey" TO "sanctions_pkey";
ALTER TABLE "sanctions" RENAME CONSTRAINT "bars_persona_id_fkey" TO "sanctions_persona_id_fkey";
ALTER TABLE "sanctions" RENAME CONSTRAINT "bars_account_id_fkey" TO "sanctions_account_id_fkey";
ALTER TABLE "sanctions" RENAME CONSTRAINT "bars_one_bearer" TO "sanctions_one_bearer";
ALTER INDEX "bars_persona_id_idx" RENAME TO "sanctions_persona_id_idx";
ALTER INDEX "bars_account_id_idx" RENAME TO "sanctions_account_id_idx";
ALTER TABLE "sanctions" ADD COLUMN "kind" "SanctionKind" NOT NULL DEFAULT 'bar',
ADD COLUMN     "action_id" TEXT,
ADD COLUMN     "lifted_at" TIMESTAMPTZ(3);
ALTER TABLE "sanctions" ALTER COLUMN "kind" DROP DEFAULT;
ALTER TABLE "sanctions" DROP CONSTRAINT "bars_whole_hours";
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at"
    AND date_trunc('hour', "until", 'UTC') = "until"
    AND date_trunc('hour', "lifted_at", 'UTC') = "lifted_at"
);

-- CreateTable
CREATE TABLE "post_former_places" (
    "thread_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "post_id" TEXT NOT NULL,

    CONSTRAINT "post_former_places_pkey" PRIMARY KEY ("thread_id","number")
);

-- CreateTable
CREATE TABLE "holds" (
    "post_id" TEXT NOT NULL,
    "reasons" "HoldReason"[],
    "rule_ids" TEXT[],
    "was_published" BOOLEAN NOT NULL DEFAULT false,
    "is_sent_back" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "holds_pkey" PRIMARY KEY ("post_id")
);

-- CreateTable
CREATE TABLE "pending_edits" (
    "post_id" TEXT NOT NULL,
    "from_version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "title" TEXT,
    "content_warning" TEXT,
    "situation" TEXT,
    "what_i_have_tried" TEXT,
    "question" TEXT,
    "reason" TEXT,
    "sent_back_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pending_edits_pkey" PRIMARY KEY ("post_id")
);

-- CreateTable
CREATE TABLE "word_rules" (
    "id" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "effect" "WordRuleEffect" NOT NULL,
    "note" TEXT,

    CONSTRAINT "word_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeals" (
    "id" TEXT NOT NULL,
    "action_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "AppealOutcome",
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" TEXT,

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_requests" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "profession" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "post_former_places_post_id_idx" ON "post_former_places"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "sanctions_action_id_key" ON "sanctions"("action_id");

-- CreateIndex
CREATE UNIQUE INDEX "word_rules_pattern_key" ON "word_rules"("pattern");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_action_id_key" ON "appeals"("action_id");

-- CreateIndex
CREATE INDEX "appeals_answered_by_id_idx" ON "appeals"("answered_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_requests_account_id_key" ON "verification_requests"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "queue_items_appeal_id_key" ON "queue_items"("appeal_id");

-- CreateIndex
CREATE UNIQUE INDEX "queue_items_verification_id_key" ON "queue_items"("verification_id");

-- CreateIndex
CREATE INDEX "queue_items_batch_id_idx" ON "queue_items"("batch_id");

-- CreateIndex
CREATE INDEX "threads_merged_into_id_idx" ON "threads"("merged_into_id");

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "threads"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_former_places" ADD CONSTRAINT "post_former_places_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_former_places" ADD CONSTRAINT "post_former_places_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "moderation_actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pending_edits" ADD CONSTRAINT "pending_edits_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "moderation_actions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_requests" ADD CONSTRAINT "verification_requests_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_items" ADD CONSTRAINT "queue_items_appeal_id_fkey" FOREIGN KEY ("appeal_id") REFERENCES "appeals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_items" ADD CONSTRAINT "queue_items_verification_id_fkey" FOREIGN KEY ("verification_id") REFERENCES "verification_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An item is about one thing.
ALTER TABLE "queue_items" DROP CONSTRAINT "queue_items_one_subject";
ALTER TABLE "queue_items" ADD CONSTRAINT "queue_items_one_subject" CHECK (
    num_nonnulls("post_id", "request_id", "appeal_id", "verification_id") = 1
);

-- What is answered has its answer, its outcome and its hour.
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_answered_whole" CHECK (num_nonnulls("outcome", "answer", "answered_at") IN (0, 3));

-- A thread is not merged into itself, and days are days.
ALTER TABLE "threads" ADD CONSTRAINT "threads_merged_elsewhere" CHECK ("merged_into_id" <> "id");
ALTER TABLE "threads" ADD CONSTRAINT "threads_closes_after_days" CHECK ("closes_after_days" > 0);

-- Whole hours here too.
ALTER TABLE "pending_edits" ADD CONSTRAINT "pending_edits_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at"
);
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at" AND date_trunc('hour', "answered_at", 'UTC') = "answered_at"
);
ALTER TABLE "verification_requests" ADD CONSTRAINT "verification_requests_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at"
);
