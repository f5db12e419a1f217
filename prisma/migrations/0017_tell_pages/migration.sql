-- Kept pages of guests (docs/decisions/091): whoever changes a row that such a page may show tells every instance, at the commit. A trigger
-- and not the program, so that no way of writing can forget it.

-- Says "<table> <tag> …" on the channel "pages". The arguments are pairs of a prefix and a column: the tag is the prefix with what the row has
-- there, before and after the change. The first argument names columns whose change no page shows, parted by commas.
CREATE FUNCTION "tell_pages"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    unseen TEXT[] := string_to_array(TG_ARGV[0], ',');
    before JSONB;
    after JSONB;
    tags TEXT := TG_TABLE_NAME;
BEGIN
    IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD) - unseen; END IF;
    IF TG_OP <> 'DELETE' THEN after := to_jsonb(NEW) - unseen; END IF;
    IF before IS NOT DISTINCT FROM after THEN RETURN NULL; END IF;
    FOR i IN 1 .. TG_NARGS - 2 BY 2 LOOP
        tags := tags || COALESCE(' ' || TG_ARGV[i] || (before ->> TG_ARGV[i + 1]), '');
        IF before ->> TG_ARGV[i + 1] IS DISTINCT FROM after ->> TG_ARGV[i + 1] THEN
            tags := tags || COALESCE(' ' || TG_ARGV[i] || (after ->> TG_ARGV[i + 1]), '');
        END IF;
    END LOOP;
    PERFORM pg_notify('pages', tags);
    RETURN NULL;
END;
$$;

CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "posts" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('form_key', 'thread:', 'thread_id');
CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "threads" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('view_count,form_key', 'thread:', 'id', 'topic:', 'topic_id');
CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "moderation_actions" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('', 'thread:', 'thread_id');
CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "post_former_places" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('', 'thread:', 'thread_id');
CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "revisions" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('');
CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "topics" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('');
CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "topic_aliases" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('');
CREATE TRIGGER "tell_pages" AFTER INSERT OR UPDATE OR DELETE ON "settings" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('');
-- A new account or persona is on no page before it has written something.
CREATE TRIGGER "tell_pages" AFTER UPDATE OR DELETE ON "accounts" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('epoch,failed_sign_ins,staff_since,reset_month');
CREATE TRIGGER "tell_pages" AFTER UPDATE OR DELETE ON "personas" FOR EACH ROW
    EXECUTE FUNCTION "tell_pages"('');
