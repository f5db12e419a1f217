import { redirect } from '@remix-run/node';
import type { z } from 'zod';
import type { Staff } from '#app/domain/identity/viewer.ts';
import { reinstateGuide, retireGuide } from '#app/domain/moderation/guides/retire-guide.server.ts';
import { lockThread, unlockThread } from '#app/domain/moderation/lock-thread.server.ts';
import { moderateThreadSchema } from '#app/domain/moderation/schema.ts';
import { mergeThreads } from '#app/domain/moderation/threads/merge-threads.server.ts';
import { moveThread } from '#app/domain/moderation/threads/move-thread.server.ts';
import { pinThread, unpinThread } from '#app/domain/moderation/threads/pin-thread.server.ts';
import {
  closingSchema,
  mergeSchema,
  moveSchema,
  pinSchema,
  reasonAloneSchema,
  retireSchema,
  warningSchema,
} from '#app/domain/moderation/threads/schema.ts';
import { setClosing } from '#app/domain/moderation/threads/set-closing.server.ts';
import { setContentWarning } from '#app/domain/moderation/threads/set-content-warning.server.ts';
import type { WorkRefusal } from '#app/domain/moderation/threads/thread-at-work.server.ts';
import type { WorkAct } from '#app/domain/moderation/threads/work-acts.ts';
import { parseForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { threadModeratePath, threadPath } from '#app/platform/urls.ts';

/** What an act came to: where to go on, if not on the workbench. */
type Outcome = { path: string } | WorkRefusal | undefined;

/** An act of the workbench: reads its form, does it, and gives the page back with what to mend or goes on. */
type Work = (request: Request, staff: Staff, id: string) => Promise<Answer>;
type Answer = ReturnType<typeof refuseForm> | ReturnType<typeof redirect>;

function work<Schema extends z.ZodObject>(
  act: WorkAct,
  schema: Schema,
  run: (staff: Staff, given: z.output<Schema> & { id: string }) => Promise<Outcome>,
): Work {
  // The form that locks says which of both it means in a field of its own.
  const options = act === 'lock' ? {} : { intents: [act] as const };
  return async (request, staff, id) => {
    const form = await parseForm(request, schema, options);
    // The page opens the form that comes back by this, before its address has changed.
    const typed = { ...form.typed, act };
    return keepingText(typed, async () => {
      if (!form.ok) return refuseForm(typed, form.faults);
      const outcome = await run(staff, { ...form.value, id });
      if (outcome && 'fault' in outcome) return refuseField(typed, outcome.field, outcome.fault);
      return redirect(outcome?.path ?? `${threadModeratePath(id)}?done=${act}`, 303);
    });
  };
}

/** What stands in the table of acts: nothing else can be asked for. */
export const WORK: Readonly<Record<WorkAct, Work>> = {
  lock: work('lock', moderateThreadSchema, async (staff, { intent, ...decision }) => {
    await (intent === 'lock' ? lockThread : unlockThread)(staff, decision);
    return undefined;
  }),
  move: work('move', moveSchema, async (staff, given) => refusalIn(await moveThread(staff, given))),
  pin: work('pin', pinSchema, async (staff, given) => refusalIn(await pinThread(staff, given))),
  unpin: work('unpin', reasonAloneSchema, async (staff, given) => {
    await unpinThread(staff, given);
    return undefined;
  }),
  warning: work('warning', warningSchema, async (staff, given) => refusalIn(await setContentWarning(staff, given))),
  closing: work('closing', closingSchema, async (staff, given) => {
    await setClosing(staff, given);
    return undefined;
  }),
  retire: work('retire', retireSchema, async (staff, given) => refusalIn(await retireGuide(staff, given))),
  reinstate: work('reinstate', reasonAloneSchema, async (staff, given) => {
    await reinstateGuide(staff, given);
    return undefined;
  }),
  merge: work('merge', mergeSchema, async (staff, given) => {
    const result = await mergeThreads(staff, given);
    if (result.kind === 'refused') return result;
    const { into, after } = result;
    return { path: `${threadPath(into)}?from=${given.id}${after > 0 ? `&after=${after}` : ''}` };
  }),
};

function refusalIn(result: { kind: 'moved' | 'pinned' | 'set' | 'retired' } | WorkRefusal): WorkRefusal | undefined {
  return result.kind === 'refused' ? result : undefined;
}
