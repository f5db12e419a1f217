import { data } from '@remix-run/node';
import { z } from 'zod';
import type { ComposeAnswer } from '#app/components/compose/compose-answer.ts';
import {
  readKeys,
  writeKeys,
  type EarlierDetail,
  type FieldFinding,
} from '#app/domain/privacy/identifying/finding-keys.ts';
import { lookOver, takeAll } from '#app/domain/privacy/identifying/look-over.ts';
import type { Typed } from '#app/platform/forms/faults.ts';
import { previewOf } from './preview-answer.server.ts';

const key = z
  .string()
  .regex(/^[\da-z]{1,8}$/, 'faults.malformed')
  .optional();
const keys = z
  .string()
  .regex(/^[\da-z ]{0,4000}$/, 'faults.malformed')
  .optional();

/** What the list of finds brings along: which were shown, which are left as they are, and the one whose button was pressed. */
export const LOOK_FIELDS = { seen: keys, left: keys, take: key, leave: key };

/** A form as it was parsed: one with other faults is not about to be published. */
type SentForm = { typed: Typed; ok: boolean };

export type Look = {
  fields: readonly string[];
  /** Finds that are in the text already and whose writer was told of them. */
  known?: readonly FieldFinding[];
  /** Names that are nobody's, asked for only where something was found; null where the text is not published here after all. */
  allow?: () => readonly string[] | null | Promise<readonly string[] | null>;
  /** What was told before in the same place, the finds at hand aside. */
  earlier?: (besides: ReadonlySet<string>, allow: readonly string[]) => Promise<readonly EarlierDetail[]>;
};

/**
 * The last look before something is published: the composer's page again with what may point to somebody in it, or null where
 * nothing does that its writer has not been shown before. Also what the list's buttons do where no script does it: they change the
 * text, or put a find aside.
 */
export async function lastLook({ typed, ok }: SentForm, { fields, known = [], allow, earlier }: Look) {
  const { take, leave, ...form } = typed;
  const isAboutOne = take !== undefined || leave !== undefined;
  const first = lookOver(form, fields);
  if (!isAboutOne && (!ok || first.length === 0)) return null;
  const names = allow ? await allow() : [];
  if (names === null) return null;
  const found = names.length === 0 ? first : lookOver(form, fields, names);
  const words = take === undefined ? form : takeAll(form, found, take);
  const left = new Set([...readKeys(form['left']), ...(leave === undefined ? [] : [leave])]);
  const finds = (take === undefined ? found : lookOver(words, fields, names)).filter((one) => !left.has(one.key));
  const seen = new Set([...readKeys(form['seen']), ...known.map((one) => one.key)]);
  if (!isAboutOne && finds.every((one) => seen.has(one.key))) return null;
  const shown = new Set(finds.map((one) => one.key));
  const preview = await previewOf(words['body'] ?? '');
  const answer: ComposeAnswer = {
    typed: { ...words, seen: writeKeys([...seen, ...shown]), left: writeKeys(left) },
    faults: {},
    preview: preview.ok ? preview.html : null,
    look: { finds, earlier: (await earlier?.(shown, names)) ?? [] },
  };
  return data(answer);
}

/** What was sent without what only the list of finds needs. */
export function withoutLook<Sent extends { [Name in keyof typeof LOOK_FIELDS]?: unknown }>(sent: Sent) {
  const { seen: _seen, left: _left, take: _take, leave: _leave, ...input } = sent;
  return input;
}
