-- Whoever writes is looked for among the bars and reviews that are in force: every instance keeps these in memory until one of them changes
-- (docs/decisions/115).
CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "sanctions" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('');
