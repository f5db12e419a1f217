-- How many threads stand in each topic that everybody may read: counted as they change, since pages show it and a forum may have
-- millions of them (docs/decisions/108).

-- CreateTable
CREATE TABLE "topic_counts" (
    "topic_id" TEXT NOT NULL,
    "threads" INTEGER NOT NULL,

    CONSTRAINT "topic_counts_pkey" PRIMARY KEY ("topic_id")
);

-- AddForeignKey
ALTER TABLE "topic_counts" ADD CONSTRAINT "topic_counts_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "threads_topic_id_kind_idx" ON "threads"("topic_id", "kind");

-- CreateIndex
CREATE INDEX "threads_topic_id_pinned_until_idx" ON "threads"("topic_id", "pinned_until");

CREATE FUNCTION "count_thread"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was TEXT;
    stands TEXT;
BEGIN
    -- A backup brings the counts along.
    IF current_setting('forum.restoring', true) = 'on' THEN RETURN NULL; END IF;
    IF TG_OP <> 'INSERT' AND OLD."state" = 'published' AND OLD."merged_into_id" IS NULL THEN was := OLD."topic_id"; END IF;
    IF TG_OP <> 'DELETE' AND NEW."state" = 'published' AND NEW."merged_into_id" IS NULL THEN stands := NEW."topic_id"; END IF;
    IF was IS NOT DISTINCT FROM stands THEN RETURN NULL; END IF;
    UPDATE "topic_counts" SET "threads" = "threads" - 1 WHERE "topic_id" = was;
    IF stands IS NOT NULL THEN
        INSERT INTO "topic_counts" AS known ("topic_id", "threads") VALUES (stands, 1)
        ON CONFLICT ("topic_id") DO UPDATE SET "threads" = known."threads" + 1;
    END IF;
    RETURN NULL;
END;
$$;

CREATE TRIGGER "count_thread" AFTER INSERT OR DELETE OR UPDATE OF "state", "topic_id", "merged_into_id" ON "threads" FOR EACH ROW
    EXECUTE FUNCTION "count_thread"();
CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "topic_counts" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('', 'topic:', 'topic_id');

INSERT INTO "topic_counts" ("topic_id", "threads")
SELECT "topic_id", count(*) FROM "threads" WHERE "state" = 'published' AND "merged_into_id" IS NULL GROUP BY "topic_id";
