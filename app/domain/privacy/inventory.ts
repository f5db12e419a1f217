import { JOB_TABLES } from './inventory-of-jobs.ts';

/**
 * Everything that the forum stores, table by table and column by column: what it is, whether it may name an account, and who gets
 * to see it. `what-we-hold`, docs/threat-model.md and a test against the database are made of this: a column without an entry
 * here fails the test.
 */

/** The four kinds of rows that may name an account (docs/decisions/001), and all others. */
export type Names = 'account' | 'pen-name' | 'staff' | 'mail' | 'nobody';

/** Who gets to see a column through the forum; `no one` is for what the program alone reads. */
export type Reader = 'everybody' | 'its member' | 'staff' | 'no one';

export type Column = { what: string; readers: Reader };

export type Table = {
  what: string;
  names: Names;
  /** The columns that hold an account's id; none where `names` is "nobody". */
  by: readonly string[];
  /** For what a member keeps here although no row says whose it is: why the operator cannot list it. */
  untied?: string;
  columns: Readonly<Record<string, Column>>;
};

const all = (what: string): Column => ({ what, readers: 'everybody' });
const member = (what: string): Column => ({ what, readers: 'its member' });
const staff = (what: string): Column => ({ what, readers: 'staff' });
const none = (what: string): Column => ({ what, readers: 'no one' });

const HOUR = 'rounded down to the hour';

export const INVENTORY: Readonly<Record<string, Table>> = {
  accounts: {
    what: 'The account itself',
    names: 'account',
    by: ['id'],
    columns: {
      id: none('Random'),
      pen_name: all('The public name'),
      pen_name_key: none('The pen name as it is compared'),
      role: all('Member, moderator or administrator'),
      epoch: none('How often all sessions were ended at once'),
      failed_sign_ins: none('Wrong passwords and codes since the hour began'),
      created_month: staff(
        'The month of joining; its member sees it too, and everybody where the member page shows it',
      ),
      staff_since: member('The day of becoming staff'),
      reset_month: staff('The month of the last reset by staff'),
      verified_profession: staff('What staff have seen proof of; its member sees it too'),
      verified_language: staff('The language of that practice'),
      shows_verified: member('Whether the pen name shows it'),
      shows_since: member('Whether the member page says since which month'),
      shows_counts: member('Whether the member page counts what was written under the pen name'),
    },
  },
  former_pen_names: {
    what: 'That a pen name was given up, so that nobody else takes it',
    names: 'account',
    by: ['account_id'],
    columns: {
      digest: none('Digest of the name; the name itself is not kept'),
      account_id: none('Whose it was'),
    },
  },
  passwords: {
    what: 'What checks the password, and the member secret locked under it',
    names: 'account',
    by: ['account_id'],
    columns: {
      account_id: none('Whose'),
      salt: none('Random'),
      memory_kib: none('How much memory one guess takes'),
      passes: none('How much time one guess takes'),
      check: none('Digest of one half of what Argon2id gives'),
      wrapped_secret: none('The member secret, encrypted under the other half'),
    },
  },
  recovery_codes: {
    what: 'What checks each recovery code, and the member secret locked under it',
    names: 'account',
    by: ['account_id'],
    columns: {
      id: none('Random'),
      account_id: none('Whose'),
      check: none('Derived from the code; opens nothing'),
      wrapped_secret: none('The member secret, encrypted under the code'),
    },
  },
  second_factors: {
    what: 'That there is a second factor; which, only its member can read',
    names: 'account',
    by: ['account_id'],
    columns: {
      account_id: none('Whose'),
      ciphertext: member('Authenticator apps, passkeys and codes, under the member secret'),
    },
  },
  sanctions: {
    what: 'What staff did about a pen name or a persona: notes, warnings, review of what they write, pauses',
    names: 'account',
    by: ['account_id'],
    untied: 'Sanctions on anonymous names: each names the persona it was given to, and nothing says whose that is.',
    columns: {
      id: none('Random'),
      kind: member('What it is; notes are for staff alone'),
      persona_id: staff('The persona it was given to'),
      account_id: staff('Or the pen name it was given to'),
      action_id: staff('The act that gave it'),
      reason: member('Why; of notes, for staff alone'),
      created_at: member(`When, ${HOUR}`),
      until: member('Until when'),
      lifted_at: member(`When staff ended it before its time, ${HOUR}`),
    },
  },
  verification_requests: {
    what: 'That a member asks to be verified, or why that was refused; deleted once they are',
    names: 'account',
    by: ['account_id'],
    columns: {
      id: none('Random'),
      account_id: staff('Who asks'),
      profession: staff('As what'),
      language: staff('In which language they practise'),
      text: staff('How staff can see proof of it; of a refused one, why it was'),
      created_at: staff(`When, ${HOUR}; of a refused one, the month`),
    },
  },
  posts: {
    what: 'What was written',
    names: 'pen-name',
    by: ['author_id'],
    untied: 'Anonymous posts: each belongs to a persona, and nothing says whose that is.',
    columns: {
      id: all('Random'),
      thread_id: all('In which thread'),
      number: all('Its place there'),
      author_id: all('The pen name’s account, shown by its name; null on anonymous posts'),
      persona_id: all('Or the persona, shown by its alias'),
      perspective: all('Where the writer speaks from'),
      language: all('In which language'),
      state: all('Published, held, hidden or erased'),
      state_reason: all('Why it is held or hidden'),
      body: all('The text as it was written'),
      html: all('The same for reading'),
      text: all('The same without markup'),
      render_version: none('Which renderer made that'),
      version: all('How often it was edited'),
      quote_of_id: all('Which post it answers'),
      edited_by: all('Whether the author or a moderator edited it'),
      edited_at: all(`When, ${HOUR}`),
      edit_reason: all('Why'),
      created_at: all(`When it was written, ${HOUR}`),
      form_key: none('Random, against double submits'),
    },
  },
  revisions: {
    what: 'Every version of every post; of moderators’ edits, by whom',
    names: 'staff',
    by: ['moderator_id'],
    columns: {
      id: none('Random'),
      post_id: all('Of which post'),
      version: all('Which version'),
      body: staff('The text then; its author sees it too'),
      title: staff('The opening’s fields then'),
      content_warning: staff('The opening’s fields then'),
      situation: staff('The opening’s fields then'),
      what_i_have_tried: staff('The opening’s fields then'),
      question: staff('The opening’s fields then'),
      by: all('Author or moderator'),
      moderator_id: staff('Which moderator; null for an author’s edit and once that account is gone'),
      reason: all('Why'),
      public_diff: none('Whether readers may see what was taken away'),
      created_at: all(`When, ${HOUR}`),
    },
  },
  moderation_actions: {
    what: 'What staff did as staff',
    names: 'staff',
    by: ['moderator_id'],
    columns: {
      id: all('Random'),
      kind: all('What was decided'),
      reason: all('Why'),
      thread_id: all('On which thread'),
      post_id: all('On which post'),
      version: staff('Which version an edit made'),
      from_topic_id: all('From which topic a thread was moved'),
      to_topic_id: all('And to which'),
      other_thread_id: all('Which thread it was merged or split with'),
      after_number: all('After which post it stands in its thread'),
      reverts_id: all('Which earlier act it took back'),
      moderator_id: staff('By whom; null once that account is gone'),
      created_at: all(`When, ${HOUR}`),
    },
  },
  appeals: {
    what: 'Requests for a second look at an act of staff: by whom it concerned, who is not named',
    names: 'staff',
    by: ['answered_by_id'],
    untied: 'Who asked: only they know that they may.',
    columns: {
      id: none('Random'),
      action_id: staff('At which act'),
      text: staff('What they wrote; emptied once it is answered'),
      created_at: staff(`When, ${HOUR}`),
      outcome: member('What came of it'),
      answer: member('What they were answered'),
      answered_at: member(`When, ${HOUR}`),
      answered_by_id: staff('By whom; null once that account is gone'),
    },
  },
  personas: {
    what: 'One person’s anonymous presence in one thread',
    names: 'nobody',
    by: [],
    untied:
      'Anonymous names: a persona is found by tags that only its member can derive, with their password or a code.',
    columns: {
      id: all('Random'),
      scope_id: none('Of which thread; random'),
      seal: none('By it its member finds it in the thread'),
      ledger_tag: none('By it its member finds all of theirs'),
      alias: all('The name that readers see, drawn at random'),
      verified_profession: all('What its member chose to show, while enough share it'),
      verified_language: all('The language of that practice'),
      is_erased: none('That its member gave it up'),
    },
  },
  persona_erasures: {
    what: 'That a persona waits to be erased, for 14 days at most',
    names: 'nobody',
    by: [],
    untied: 'Which anonymous names wait to be erased: the list says which, and not whose.',
    columns: {
      persona_id: none('Which'),
      mode: none('Whether its texts go or stay'),
      due_at: none('At which hour, drawn at random'),
    },
  },
  sessions: {
    what: 'That somebody is signed in',
    names: 'nobody',
    by: [],
    untied: 'Sessions: who is signed in stands in each of them under a key that only their browser has.',
    columns: {
      token_hash: none('Digest of the cookie'),
      ciphertext: none('Whose it is, under a key from the cookie'),
      member_tag: none('By it its member finds it'),
      note: member('Day and name of the device, under the member secret'),
      expires_at: none('The week of its end'),
    },
  },
  spent_tags: {
    what: 'Single-use codes that were used',
    names: 'nobody',
    by: [],
    columns: {
      tag: none('By it its member’s code is refused the second time'),
      expires_on: none('The day on which the row goes'),
    },
  },
  vaults: {
    what: 'What a member keeps: follows, read marks, saved searches, settings',
    names: 'nobody',
    by: [],
    untied:
      'Follows, read marks, saved searches and settings: encrypted, and found by a tag that only their member can derive.',
    columns: {
      tag: none('By it its member finds it'),
      version: none('How often it was written'),
      ciphertext: member('Its content, under the member secret, padded'),
    },
  },
  drafts: {
    what: 'What is not yet published',
    names: 'nobody',
    by: [],
    untied: 'Drafts: encrypted, and found by a tag that only their member can derive.',
    columns: {
      tag: none('By it its member finds it'),
      ciphertext: member('The text, under the member secret, padded'),
    },
  },
  endorsements: {
    what: 'That a post helped somebody',
    names: 'nobody',
    by: [],
    untied: 'What they said had helped them: an endorsement names the post, and nobody who gave it.',
    columns: {
      tag: none('By it its member finds it, and gives it only once'),
      post_id: none('Of which post'),
      chair: none('From which chair'),
    },
  },
  endorsement_counts: {
    what: 'How many said that a post helped them',
    names: 'nobody',
    by: [],
    untied: 'Numbers alone.',
    columns: {
      post_id: all('Of which post'),
      chair: all('From which chair'),
      count: all('How many'),
    },
  },
  flags: {
    what: 'What somebody told the moderators about a post',
    names: 'nobody',
    by: [],
    untied: 'What they flagged for moderators: a flag names the post, and nobody who raised it.',
    columns: {
      id: staff('Random'),
      tag: none('By it its member finds it, and raises it only once'),
      post_id: staff('About which post'),
      post_version: staff('About which version'),
      reason: staff('What about it'),
      note: staff('In their own words'),
      outcome: member('What the moderators made of it'),
      created_at: staff(`When, ${HOUR}`),
    },
  },
  queue_items: {
    what: 'What waits for the moderators, or waited',
    names: 'staff',
    by: ['claimed_by_id'],
    columns: {
      id: staff('Random'),
      kind: staff('What kind of thing it is'),
      post_id: staff('About which post'),
      request_id: staff('Which question from outside'),
      appeal_id: staff('Which request for a second look'),
      verification_id: staff('Or which request to be verified'),
      risk: staff('How urgent it is'),
      opened_at: staff(`Since when, ${HOUR}`),
      closed_at: staff(`When it was decided, ${HOUR}`),
      outcome: staff('What became of it'),
      claimed_by_id: staff('Which moderator looks at it'),
      claimed_until: staff('Until which hour'),
      version: staff('How often it changed'),
      batch_id: staff('Which decision on many at once closed it; random'),
    },
  },
  queue_notes: {
    what: 'What moderators tell each other about it',
    names: 'staff',
    by: ['author_id'],
    columns: {
      id: staff('Random'),
      item_id: staff('About what'),
      author_id: staff('By which moderator; null once that account is gone'),
      text: staff('What'),
      created_at: staff(`When, ${HOUR}`),
    },
  },
  about_me_requests: {
    what: 'Questions of people outside the forum about a text on it',
    names: 'nobody',
    by: [],
    columns: {
      id: staff('Random'),
      path: staff('The address they named'),
      text: staff('In their own words'),
      contact: staff('How they want to be answered, if they do'),
      created_at: staff(`When, ${HOUR}`),
    },
  },
  erased_accounts: {
    what: 'That accounts are gone, so that a restored backup lets them go again',
    names: 'nobody',
    by: [],
    columns: { digest: none('A digest of the id that the account had') },
  },
  erased_texts: {
    what: 'The ledger of texts that are gone for good, without a word of them',
    names: 'nobody',
    by: [],
    columns: {
      id: none('Random'),
      post_id: none('Of which post'),
      version: none('Up to which version'),
      span_start: none('Which passage; null for the whole'),
      span_end: none('Which passage; null for the whole'),
    },
  },
  threads: {
    what: 'A thread, with the fields of its opening post',
    names: 'nobody',
    by: [],
    columns: {
      id: all('Random'),
      scope_id: none('Random: what personas in it are sealed to'),
      slug: all('The title as it stands in the address'),
      topic_id: all('Under which topic'),
      kind: all('Dilemma, discussion or guide'),
      is_retired: all('Whether a guide is out of use'),
      replaced_by_id: all('The guide that took its place'),
      language: all('In which language'),
      title: all('Its title'),
      content_warning: all('What to be warned of'),
      situation: all('The situation in short'),
      what_i_have_tried: all('What the writer has tried'),
      question: all('The question'),
      perspective: all('Where its opener speaks from'),
      state: all('Published, held, hidden or erased'),
      lock_reason: all('Why it is closed to replies'),
      locked_at: all(`Since when, ${HOUR}`),
      last_number: none('The number of its newest post'),
      reply_count: all('Replies'),
      client_replies: all('Those of clients'),
      practitioner_replies: all('Those of practitioners'),
      view_count: all('How often it was looked at, shown in steps; by whom is counted nowhere'),
      created_at: all(`When, ${HOUR}`),
      last_activity_at: all(`The newest reply, ${HOUR}`),
      external_ref: all('Where it was imported from'),
      pinned_until: all('Until when it stands on top'),
      answer_id: all('The reply that helped'),
      closes_after_days: staff('After how many silent days it locks itself'),
      merged_into_id: all('The thread that its posts stand in now'),
      is_kept_out: all('Whether search engines are asked to leave it out'),
      form_key: none('Random, against double submits'),
    },
  },
  post_former_places: {
    what: 'Where posts stood before their thread was merged or split, so that old addresses find them',
    names: 'nobody',
    by: [],
    columns: { thread_id: all('In which thread'), number: all('Under which number'), post_id: all('Which post') },
  },
  holds: {
    what: 'Why a post is kept back; deleted once that is decided',
    names: 'nobody',
    by: [],
    columns: {
      post_id: staff('Which post'),
      reasons: staff('A new writer, a word rule, links, a review of the writer, a moderator'),
      rule_ids: staff('Which word rules matched'),
      was_published: staff('Whether readers have seen it before'),
      is_sent_back: staff('Whether it waits for its writer'),
    },
  },
  pending_edits: {
    what: 'Changes of new writers to published posts, until moderators have looked',
    names: 'nobody',
    by: [],
    columns: {
      post_id: staff('Which post'),
      from_version: staff('Which version it began from'),
      body: staff('The changed text'),
      title: staff('The changed title'),
      content_warning: staff('The changed content warning'),
      situation: staff('The changed situation'),
      what_i_have_tried: staff('The changed “what I have tried”'),
      question: staff('The changed question'),
      reason: staff('Why, if its writer says so'),
      sent_back_reason: staff('Why moderators sent it back'),
      created_at: staff(`When, ${HOUR}`),
    },
  },
  word_rules: {
    what: 'Words that hold a post back, give its writer pause, or are masked',
    names: 'nobody',
    by: [],
    columns: {
      id: none('Random'),
      pattern: staff('The words'),
      effect: staff('What they do'),
      note: staff('What it is for'),
    },
  },
  thread_scopes: {
    what: 'Which scopes came into a thread',
    names: 'nobody',
    by: [],
    columns: { thread_id: none('The thread'), scope_id: none('The scope; random') },
  },
  topics: {
    what: 'The topics and their groups',
    names: 'nobody',
    by: [],
    columns: {
      id: none('Random'),
      slug: all('Its address'),
      group_id: all('Its group'),
      position: all('Its place'),
      staff_only: none('Whether staff alone see it'),
      texts: all('Names, descriptions, synonyms'),
      is_retired: all('Whether it is out of use'),
    },
  },
  topic_counts: {
    what: 'How many threads of a topic everybody may read',
    names: 'nobody',
    by: [],
    columns: {
      topic_id: all('Of which topic'),
      threads: all('How many'),
    },
  },
  topic_aliases: {
    what: 'Addresses that topics had',
    names: 'nobody',
    by: [],
    columns: {
      slug: all('The earlier address'),
      topic_id: all('Where it leads now'),
    },
  },
  outbox: {
    what: 'What the index has yet to hear of; gone within seconds',
    names: 'nobody',
    by: [],
    columns: {
      id: none('Random'),
      entity: none('A post or a thread'),
      entity_id: none('Which'),
      attempts: none('How often it was tried'),
      claimed_until: none('Who works on it, until when'),
      stage: none('Which index has yet to hear of it'),
    },
  },
  search_rebuilds: {
    what: 'Whether an index is being built anew',
    names: 'nobody',
    by: [],
    columns: {
      engine: none('Which'),
      until: none('When it counts as broken off'),
    },
  },
  settings: {
    what: 'Facts about the forum itself',
    names: 'nobody',
    by: [],
    columns: { key: none('What'), value: none('Its value') },
  },
  mail_links: {
    what: 'Where a member asked to be written to',
    names: 'mail',
    by: ['account_id'],
    columns: {
      account_id: none('Whose'),
      address: member('The address'),
      language: none('The language of the mails'),
      pace: member('How soon'),
      token: none('Stands in each mail: confirms the address, and ends all mail'),
      is_confirmed: member('Whether it is confirmed'),
      confirm_by: none('The day on which it is forgotten if it is not'),
      bounces: none('Mails in a row that its server refused'),
    },
  },
  mail_follows: {
    what: 'The threads that a member asked to hear of by mail',
    names: 'mail',
    by: ['account_id'],
    columns: {
      account_id: none('Whose'),
      thread_id: member('Which'),
      told_to: none('The post up to which they were written to'),
    },
  },
  mail_letters: {
    what: 'Mails on their way',
    names: 'mail',
    by: ['account_id'],
    columns: {
      id: none('Random'),
      account_id: none('Whose'),
      kind: none('To confirm the address, or that something is new'),
      written_on: none('The day'),
    },
  },
  search_documents: {
    what: 'The search index: published posts alone, and no word of who wrote',
    names: 'nobody',
    by: [],
    columns: {
      id: all('The post'),
      thread_id: all('Its thread'),
      is_opening: none('Whether it opens it'),
      topic_group: all('Its group'),
      topic: all('Its topic'),
      perspective: all('Where its writer speaks from'),
      kind: all('The thread’s kind'),
      language: all('Its language'),
      created_day: none('The day'),
      last_activity_day: none('The day'),
      reply_count_bucket: none('Replies, in steps'),
      answered: none('Whether there are any'),
      title_length: none('Words in the title'),
      fingerprint: none('Digest of the document'),
      vector: none('Its words and their places'),
    },
  },
  search_texts: {
    what: 'What search results quote from',
    names: 'nobody',
    by: [],
    columns: { document_id: all('The post'), title: all('The thread’s title'), body: all('The text') },
  },
  search_words: {
    what: 'Every word of the index',
    names: 'nobody',
    by: [],
    columns: {
      word: none('The word'),
      language: none('Its language'),
      stem: none('Its stem'),
      docs: none('In how many posts'),
    },
  },
  _prisma_migrations: {
    what: 'Which versions the database has been through',
    names: 'nobody',
    by: [],
    columns: {
      id: none('Random'),
      checksum: none('Digest of the migration'),
      finished_at: none('When the operator updated'),
      migration_name: none('Which'),
      logs: none('What went wrong'),
      rolled_back_at: none('When it was undone'),
      started_at: none('When the operator updated'),
      applied_steps_count: none('Its steps'),
    },
  },
  ...JOB_TABLES,
};

/** The table of columns as docs/threat-model.md shows it. */
export function inventoryMarkdown(): string {
  const rows = Object.entries(INVENTORY).flatMap(([name, table]) => [
    `| **${name}** | ${table.what} | ${table.names === 'nobody' ? 'nobody' : `${table.names}, by ${table.by.join(', ')}`} | |`,
    ...Object.entries(table.columns).map(([column, { what, readers }]) => `| ${column} | ${what} | | ${readers} |`),
  ]);
  return ['| table, column | what it is | names | who sees it |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
