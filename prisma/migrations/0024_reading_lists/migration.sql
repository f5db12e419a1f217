-- CreateIndex
CREATE INDEX "threads_created_at_id_idx" ON "threads"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "threads_reply_count_created_at_id_idx" ON "threads"("reply_count", "created_at" DESC, "id");
