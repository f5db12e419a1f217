-- CreateTable
CREATE TABLE "search_documents" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "is_opening" BOOLEAN NOT NULL,
    "topic_group" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "perspective" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "created_day" INTEGER NOT NULL,
    "last_activity_day" INTEGER NOT NULL,
    "reply_count_bucket" INTEGER NOT NULL,
    "answered" BOOLEAN NOT NULL,
    "title_length" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "vector" tsvector NOT NULL,

    CONSTRAINT "search_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_texts" (
    "document_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "search_texts_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "search_words" (
    "word" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "docs" INTEGER NOT NULL,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("word","language")
);

-- CreateIndex
CREATE INDEX "search_documents_thread_id_idx" ON "search_documents"("thread_id");

-- CreateIndex
CREATE INDEX "search_documents_vector_idx" ON "search_documents" USING GIN ("vector");

-- CreateIndex
CREATE INDEX "search_words_stem_language_idx" ON "search_words"("stem", "language");

-- CreateIndex
CREATE INDEX "search_words_likeness_idx" ON "search_words" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "search_texts" ADD CONSTRAINT "search_texts_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "search_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand, since the schema cannot say it.

-- Ranking reads the vectors of many documents: keep them in the row and uncompressed.
ALTER TABLE "search_documents" ALTER COLUMN "vector" SET STORAGE EXTERNAL;
ALTER TABLE "search_documents" SET (toast_tuple_target = 8160);
-- What is not yet merged into the index is read in full by every search. Kept small, since nothing else merges it when
-- the database is embedded.
ALTER INDEX "search_documents_vector_idx" SET (gin_pending_list_limit = 512);
-- Counts change in place.
ALTER TABLE "search_words" SET (fillfactor = 70);
-- In the order of its bytes, so that the primary key also finds words by their beginning.
ALTER TABLE "search_words" ALTER COLUMN "word" TYPE TEXT COLLATE "C";
