-- CreateEnum
CREATE TYPE "MailPace" AS ENUM ('atOnce', 'daily');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('confirm', 'news');

-- CreateTable
CREATE TABLE "mail_links" (
    "account_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "pace" "MailPace" NOT NULL,
    "token" TEXT NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "confirm_by" DATE NOT NULL,
    "bounces" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_links_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "mail_follows" (
    "account_id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "told_to" INTEGER NOT NULL,

    CONSTRAINT "mail_follows_pkey" PRIMARY KEY ("account_id","thread_id")
);

-- CreateTable
CREATE TABLE "mail_letters" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "kind" "MailKind" NOT NULL,
    "written_on" DATE NOT NULL,

    CONSTRAINT "mail_letters_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_links_token_key" ON "mail_links"("token");

-- CreateIndex
CREATE INDEX "mail_follows_thread_id_idx" ON "mail_follows"("thread_id");

-- CreateIndex
CREATE INDEX "mail_letters_account_id_idx" ON "mail_letters"("account_id");

-- AddForeignKey
ALTER TABLE "mail_links" ADD CONSTRAINT "mail_links_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_follows" ADD CONSTRAINT "mail_follows_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "mail_links"("account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_follows" ADD CONSTRAINT "mail_follows_account_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_follows" ADD CONSTRAINT "mail_follows_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_letters" ADD CONSTRAINT "mail_letters_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "mail_links"("account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_letters" ADD CONSTRAINT "mail_letters_account_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
