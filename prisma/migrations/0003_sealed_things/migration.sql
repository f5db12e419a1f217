-- CreateEnum
CREATE TYPE "FlagReason" AS ENUM ('identifying', 'risk', 'disrespect', 'advertising', 'offTopic', 'other');

-- CreateEnum
CREATE TYPE "ErasureMode" AS ENUM ('remove', 'leave');

-- AlterEnum
ALTER TYPE "ContentState" ADD VALUE 'erased';

-- AlterEnum
ALTER TYPE "ModerationKind" ADD VALUE 'bar';
ALTER TYPE "ModerationKind" ADD VALUE 'unbar';

-- DropForeignKey
ALTER TABLE "moderation_actions" DROP CONSTRAINT "moderation_actions_moderator_id_fkey";

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "reset_month" DATE,
ADD COLUMN     "shows_verified" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "staff_since" DATE,
ADD COLUMN     "verified_language" "Language",
ADD COLUMN     "verified_profession" TEXT;

-- AlterTable
ALTER TABLE "moderation_actions" ALTER COLUMN "moderator_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "personas" ADD COLUMN     "is_erased" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "verified_language" "Language",
ADD COLUMN     "verified_profession" TEXT;

-- Sessions from before have nothing to be shown by in their member's list: everybody signs in again.
DELETE FROM "sessions";

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "note" BYTEA NOT NULL;

-- CreateTable
CREATE TABLE "second_factors" (
    "account_id" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "spent_tags" (
    "tag" BYTEA NOT NULL,
    "expires_on" DATE NOT NULL,

    CONSTRAINT "spent_tags_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "vaults" (
    "tag" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "vaults_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "drafts" (
    "tag" BYTEA NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "flags" (
    "id" TEXT NOT NULL,
    "tag" BYTEA NOT NULL,
    "post_id" TEXT NOT NULL,
    "post_version" INTEGER NOT NULL,
    "reason" "FlagReason" NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bars" (
    "id" TEXT NOT NULL,
    "persona_id" TEXT,
    "account_id" TEXT,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "bars_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "persona_erasures" (
    "persona_id" TEXT NOT NULL,
    "mode" "ErasureMode" NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "persona_erasures_pkey" PRIMARY KEY ("persona_id")
);

-- CreateTable
CREATE TABLE "erased_texts" (
    "id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "span_start" INTEGER,
    "span_end" INTEGER,

    CONSTRAINT "erased_texts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "spent_tags_expires_on_idx" ON "spent_tags"("expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "flags_tag_key" ON "flags"("tag");

-- CreateIndex
CREATE INDEX "flags_post_id_idx" ON "flags"("post_id");

-- CreateIndex
CREATE INDEX "bars_persona_id_idx" ON "bars"("persona_id");

-- CreateIndex
CREATE INDEX "bars_account_id_idx" ON "bars"("account_id");

-- CreateIndex
CREATE INDEX "persona_erasures_due_at_idx" ON "persona_erasures"("due_at");

-- CreateIndex
CREATE INDEX "erased_texts_post_id_idx" ON "erased_texts"("post_id");

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bars" ADD CONSTRAINT "bars_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "personas"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bars" ADD CONSTRAINT "bars_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "persona_erasures" ADD CONSTRAINT "persona_erasures_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "personas"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A bar is a persona's or a pen name's.
ALTER TABLE "bars" ADD CONSTRAINT "bars_one_bearer" CHECK (num_nonnulls("persona_id", "account_id") = 1);

-- What a persona shows of a verification has both its halves; so has an account.
ALTER TABLE "personas" ADD CONSTRAINT "personas_whole_verification" CHECK (
    num_nonnulls("verified_profession", "verified_language") IN (0, 2)
);
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_whole_verification" CHECK (
    num_nonnulls("verified_profession", "verified_language") IN (0, 2)
);

-- A redacted passage has a beginning and an end.
ALTER TABLE "erased_texts" ADD CONSTRAINT "erased_texts_whole_span" CHECK (num_nonnulls("span_start", "span_end") IN (0, 2));

-- Whole hours here too.
ALTER TABLE "flags" ADD CONSTRAINT "flags_whole_hours" CHECK (date_trunc('hour', "created_at", 'UTC') = "created_at");
ALTER TABLE "bars" ADD CONSTRAINT "bars_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at" AND date_trunc('hour', "until", 'UTC') = "until"
);
ALTER TABLE "persona_erasures" ADD CONSTRAINT "persona_erasures_whole_hours" CHECK (
    date_trunc('hour', "due_at", 'UTC') = "due_at"
);
