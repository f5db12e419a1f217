import { z } from 'zod';
import { LIMITS } from '../../threads/limits.ts';
import { checkbox, optionalText, requiredText } from '../../threads/schema.ts';
import { reasonField } from '../schema.ts';
import { CLOSING_CHOICES } from './closing-days.ts';
import { splitBox } from './split-box.ts';

/** What each form of a thread's workbench sends, by the act that its address names (`?act=`). */

const topic = z.string({ error: 'faults.topicMissing' }).min(1, 'faults.topicMissing').max(100, 'faults.topicMissing');

export const moveSchema = z.strictObject({ topic, reason: reasonField });

/** The last day on which it stands on top. */
export const pinSchema = z.strictObject({ until: z.iso.date('faults.pinDay'), reason: reasonField });

export const reasonAloneSchema = z.strictObject({ reason: reasonField });

/** `into`: the address of a thread, or its id alone. */
export const mergeSchema = z.strictObject({ into: requiredText(500, 'faults.mergeMissing'), reason: reasonField });

/** `replacement`: the address of the guide that takes its place, or its id alone; empty for none. */
export const retireSchema = z.strictObject({ replacement: optionalText(500), reason: reasonField });

/** An empty warning takes away the one that stands. */
export const warningSchema = z.strictObject({
  contentWarning: optionalText(LIMITS.contentWarning),
  reason: reasonField,
});

export const closingSchema = z.strictObject({
  days: z.enum(CLOSING_CHOICES, 'faults.closingDays'),
  reason: reasonField,
});

/** The form at /threads/:id/split of a thread whose newest post has the number `last`: a checkbox a reply. */
export function splitSchema(last: number) {
  const boxes = Array.from({ length: Math.max(0, last - 1) }, (_, index) => [splitBox(index + 2), checkbox] as const);
  return z.strictObject({
    title: requiredText(LIMITS.title, 'faults.titleMissing'),
    topic,
    reason: reasonField,
    ...(Object.fromEntries(boxes) as Record<`post-${number}`, typeof checkbox>),
  });
}

/** The numbers of the replies that such a form chose. */
export function chosenIn(value: Record<string, unknown>): number[] {
  return Object.entries(value).flatMap(([name, isChosen]) => {
    const number = /^post-(\d+)$/.exec(name)?.[1];
    return number !== undefined && isChosen === true ? [Number(number)] : [];
  });
}
