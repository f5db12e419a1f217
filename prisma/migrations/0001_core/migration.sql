-- CreateEnum
CREATE TYPE "Role" AS ENUM ('member', 'moderator', 'administrator');

-- CreateEnum
CREATE TYPE "ThreadKind" AS ENUM ('dilemma', 'discussion', 'guide');

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('en', 'nb');

-- CreateEnum
CREATE TYPE "ContentState" AS ENUM ('published', 'held', 'hidden');

-- CreateEnum
CREATE TYPE "EditedBy" AS ENUM ('author', 'moderator');

-- CreateEnum
CREATE TYPE "ModerationKind" AS ENUM ('edit', 'hide', 'restore', 'lock', 'unlock');

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "pen_name" TEXT NOT NULL,
    "pen_name_key" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'member',
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "created_month" DATE NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passwords" (
    "account_id" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,
    "memory_kib" INTEGER NOT NULL,
    "passes" INTEGER NOT NULL,
    "check" BYTEA NOT NULL,
    "wrapped_secret" BYTEA NOT NULL,

    CONSTRAINT "passwords_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "check" BYTEA NOT NULL,
    "wrapped_secret" BYTEA NOT NULL,

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "member_tag" BYTEA NOT NULL,
    "expires_at" DATE NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "group_id" TEXT,
    "position" INTEGER NOT NULL,
    "staff_only" BOOLEAN NOT NULL DEFAULT false,
    "texts" JSONB NOT NULL,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "threads" (
    "id" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,
    "kind" "ThreadKind" NOT NULL,
    "language" "Language" NOT NULL,
    "title" TEXT NOT NULL,
    "content_warning" TEXT,
    "situation" TEXT,
    "what_i_have_tried" TEXT,
    "question" TEXT,
    "perspective" TEXT NOT NULL,
    "state" "ContentState" NOT NULL DEFAULT 'published',
    "lock_reason" TEXT,
    "locked_at" TIMESTAMPTZ(3),
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "reply_count" INTEGER NOT NULL DEFAULT 0,
    "client_replies" INTEGER NOT NULL DEFAULT 0,
    "practitioner_replies" INTEGER NOT NULL DEFAULT 0,
    "view_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,
    "external_ref" TEXT,
    "form_key" TEXT,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_scopes" (
    "thread_id" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,

    CONSTRAINT "thread_scopes_pkey" PRIMARY KEY ("thread_id","scope_id")
);

-- CreateTable
CREATE TABLE "personas" (
    "id" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "seal" BYTEA NOT NULL,
    "ledger_tag" BYTEA NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "personas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posts" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" TEXT,
    "persona_id" TEXT,
    "perspective" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "state" "ContentState" NOT NULL DEFAULT 'published',
    "state_reason" TEXT,
    "body" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "render_version" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "quote_of_id" TEXT,
    "edited_by" "EditedBy",
    "edited_at" TIMESTAMPTZ(3),
    "edit_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "form_key" TEXT,

    CONSTRAINT "posts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "title" TEXT,
    "content_warning" TEXT,
    "situation" TEXT,
    "what_i_have_tried" TEXT,
    "question" TEXT,
    "by" "EditedBy" NOT NULL,
    "moderator_id" TEXT,
    "reason" TEXT,
    "public_diff" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_actions" (
    "id" TEXT NOT NULL,
    "kind" "ModerationKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "post_id" TEXT,
    "version" INTEGER,
    "moderator_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "moderation_actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_pen_name_key_key" ON "accounts"("pen_name_key");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_check_key" ON "recovery_codes"("check");

-- CreateIndex
CREATE INDEX "recovery_codes_account_id_idx" ON "recovery_codes"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_member_tag_key" ON "sessions"("member_tag");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "topics_slug_key" ON "topics"("slug");

-- CreateIndex
CREATE INDEX "topics_group_id_position_idx" ON "topics"("group_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "threads_external_ref_key" ON "threads"("external_ref");

-- CreateIndex
CREATE UNIQUE INDEX "threads_form_key_key" ON "threads"("form_key");

-- CreateIndex
CREATE INDEX "threads_topic_id_last_activity_at_id_idx" ON "threads"("topic_id", "last_activity_at" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_topic_id_created_at_id_idx" ON "threads"("topic_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_last_activity_at_id_idx" ON "threads"("last_activity_at" DESC, "id");

-- CreateIndex
CREATE INDEX "thread_scopes_scope_id_idx" ON "thread_scopes"("scope_id");

-- CreateIndex
CREATE UNIQUE INDEX "personas_seal_key" ON "personas"("seal");

-- CreateIndex
CREATE UNIQUE INDEX "personas_ledger_tag_key" ON "personas"("ledger_tag");

-- CreateIndex
CREATE UNIQUE INDEX "personas_scope_id_alias_key" ON "personas"("scope_id", "alias");

-- CreateIndex
CREATE INDEX "posts_author_id_created_at_id_idx" ON "posts"("author_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "posts_persona_id_idx" ON "posts"("persona_id");

-- CreateIndex
CREATE INDEX "posts_quote_of_id_idx" ON "posts"("quote_of_id");

-- CreateIndex
CREATE INDEX "posts_render_version_idx" ON "posts"("render_version");

-- CreateIndex
CREATE UNIQUE INDEX "posts_thread_id_number_key" ON "posts"("thread_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "posts_thread_id_form_key_key" ON "posts"("thread_id", "form_key");

-- CreateIndex
CREATE INDEX "revisions_moderator_id_idx" ON "revisions"("moderator_id");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_post_id_version_key" ON "revisions"("post_id", "version");

-- CreateIndex
CREATE INDEX "moderation_actions_created_at_id_idx" ON "moderation_actions"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "moderation_actions_thread_id_idx" ON "moderation_actions"("thread_id");

-- CreateIndex
CREATE INDEX "moderation_actions_post_id_idx" ON "moderation_actions"("post_id");

-- CreateIndex
CREATE INDEX "moderation_actions_moderator_id_idx" ON "moderation_actions"("moderator_id");

-- CreateIndex
CREATE INDEX "outbox_claimed_until_idx" ON "outbox"("claimed_until");

-- AddForeignKey
ALTER TABLE "passwords" ADD CONSTRAINT "passwords_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_scopes" ADD CONSTRAINT "thread_scopes_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "personas"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_quote_of_id_fkey" FOREIGN KEY ("quote_of_id") REFERENCES "posts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows the schema cannot say.

-- For search: words with a slip in them, and letters with or without their accents.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- A post is its pen name's or its persona's.
ALTER TABLE "posts" ADD CONSTRAINT "posts_one_author" CHECK (num_nonnulls("author_id", "persona_id") = 1);

-- Times of writing are whole hours: finer ones would help to tell who was about.
ALTER TABLE "threads" ADD CONSTRAINT "threads_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at"
    AND date_trunc('hour', "last_activity_at", 'UTC') = "last_activity_at"
    AND date_trunc('hour', "locked_at", 'UTC') = "locked_at"
);
ALTER TABLE "posts" ADD CONSTRAINT "posts_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at"
    AND date_trunc('hour', "edited_at", 'UTC') = "edited_at"
);
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at"
);
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_whole_hours" CHECK (
    date_trunc('hour', "created_at", 'UTC') = "created_at"
);

-- Wakes the workers that read the outbox.
CREATE FUNCTION "notify_outbox"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('outbox', '');
    RETURN NULL;
END;
$$;
CREATE TRIGGER "outbox_notify" AFTER INSERT ON "outbox"
    FOR EACH STATEMENT EXECUTE FUNCTION "notify_outbox"();
