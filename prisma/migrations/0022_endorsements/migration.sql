-- CreateEnum
CREATE TYPE "Chair" AS ENUM ('client', 'practitioner', 'other');

-- CreateTable
CREATE TABLE "endorsements" (
    "tag" BYTEA NOT NULL,
    "post_id" TEXT NOT NULL,
    "chair" "Chair" NOT NULL,

    CONSTRAINT "endorsements_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "endorsement_counts" (
    "post_id" TEXT NOT NULL,
    "chair" "Chair" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "endorsement_counts_pkey" PRIMARY KEY ("post_id","chair")
);

-- CreateIndex
CREATE INDEX "endorsements_post_id_idx" ON "endorsements"("post_id");

-- AddForeignKey
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endorsement_counts" ADD CONSTRAINT "endorsement_counts_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Pages show the counts (migration 0017): the thread of the post is told of. With the post they go too, and the post tells of that itself.
CREATE FUNCTION "tell_pages_of_post"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('pages', TG_TABLE_NAME || COALESCE(' thread:' || (
        SELECT "thread_id" FROM "posts" WHERE "id" = COALESCE(NEW.post_id, OLD.post_id)
    ), ''));
    RETURN NULL;
END;
$$;

CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "endorsement_counts" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages_of_post"();
