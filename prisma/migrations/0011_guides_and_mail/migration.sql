-- AlterEnum

ALTER TYPE "ModerationKind" ADD VALUE 'retire';
ALTER TYPE "ModerationKind" ADD VALUE 'reinstate';

-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "is_retired" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "replaced_by_id" TEXT;

-- CreateIndex
CREATE INDEX "threads_replaced_by_id_idx" ON "threads"("replaced_by_id");

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "threads"("id") ON DELETE SET NULL ON UPDATE CASCADE;
