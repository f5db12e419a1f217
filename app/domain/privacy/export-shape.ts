import { z } from 'zod';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { ROLES } from '../identity/viewer.ts';
import { CONTENT_STATES, THREAD_KINDS } from '../threads/views.ts';

/** Raised when a field changes its meaning or goes; fields that come do not raise it. docs/export-format.md explains each. */
export const EXPORT_VERSION = 1;

const time = z.iso.datetime();
const month = z.string().regex(/^\d{4}-\d{2}$/);
const day = z.iso.date();
const text = z.string().nullable();

const opening = { title: text, contentWarning: text, situation: text, whatIHaveTried: text, question: text };

const version = z.strictObject({
  version: z.number().int(),
  /** A moderator's version is named, and its words are only those that stand in the post now. */
  by: z.enum(['author', 'moderator']),
  reason: text,
  at: time,
  /** Null for a moderator's. */
  body: text,
  /** Null on replies and for a moderator's. */
  opening: z.strictObject(opening).nullable(),
});

const post = z.strictObject({
  id: z.string(),
  threadId: z.string(),
  number: z.number().int(),
  as: z.strictObject({ kind: z.enum(['pen-name', 'persona']), name: z.string() }),
  perspective: z.string(),
  language: z.enum(LANGUAGES),
  state: z.enum(CONTENT_STATES),
  stateReason: text,
  writtenAt: time,
  answers: z.strictObject({ postId: z.string(), number: z.number().int() }).nullable(),
  body: z.string(),
  opening: z.strictObject(opening).nullable(),
  versions: z.array(version),
  /** The member's edit that waits for a moderator, or was sent back with a reason. */
  pendingEdit: z
    .strictObject({
      fromVersion: z.number().int(),
      body: z.string(),
      opening: z.strictObject(opening).nullable(),
      reason: text,
      sentBackReason: text,
      at: time,
    })
    .nullable(),
});

const thread = z.strictObject({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  topic: z.string(),
  kind: z.enum(THREAD_KINDS),
  language: z.enum(LANGUAGES),
  state: z.enum(CONTENT_STATES),
  startedByMe: z.boolean(),
});

/** `export.json` of the archive. Arrays are in the order of their random ids, so that they say nothing of what came first. */
export const exportSchema = z.strictObject({
  format: z.literal('both-chairs-export'),
  version: z.literal(EXPORT_VERSION),
  /** Rounded down to the hour, as all times here. */
  madeAt: time,
  account: z.strictObject({
    penName: z.string(),
    role: z.enum(ROLES),
    joined: month,
    staffSince: day.nullable(),
    lastReset: month.nullable(),
    verified: z.strictObject({ profession: z.string(), language: z.string(), shown: z.boolean() }).nullable(),
    hasSecondFactor: z.boolean(),
    recoveryCodesLeft: z.number().int(),
  }),
  threads: z.array(thread),
  posts: z.array(post),
  drafts: z.array(z.strictObject({ threadId: text, savedAt: time, fields: z.record(z.string(), z.string()) })),
  /** What only the member's own secret opens: follows, read marks, settings. */
  vaults: z.record(z.string(), z.unknown()),
  /** Where they asked to be written to, and about which threads. */
  mail: z
    .strictObject({
      address: z.string(),
      language: z.enum(LANGUAGES),
      pace: z.enum(['daily', 'atOnce']),
      isConfirmed: z.boolean(),
      threads: z.array(z.string()),
    })
    .nullable(),
  flags: z.array(z.strictObject({ id: z.string(), postId: z.string(), reason: z.string(), note: text, at: time })),
  endorsements: z.array(z.strictObject({ postId: z.string(), chair: z.string() })),
  actsAsStaff: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      reason: z.string(),
      threadId: z.string(),
      postId: text,
      at: time,
    }),
  ),
});
export type Export = z.input<typeof exportSchema>;
export type ExportedPost = Export['posts'][number];
export type ExportedThread = Export['threads'][number];
