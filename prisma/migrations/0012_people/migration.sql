-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "shows_counts" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shows_since" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "is_kept_out" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "former_pen_names" (
    "digest" BYTEA NOT NULL,
    "account_id" TEXT NOT NULL,

    CONSTRAINT "former_pen_names_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE INDEX "former_pen_names_account_id_idx" ON "former_pen_names"("account_id");

-- AddForeignKey
ALTER TABLE "former_pen_names" ADD CONSTRAINT "former_pen_names_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
