import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, threadInput } from '#prisma/factories/thread.ts';
import { currentHour, now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { ROLES, type Member, type Role, type Staff } from '../identity/viewer.ts';
import { answerAppealIn } from './appeals/answer-appeal.server.ts';
import { askAgain } from './appeals/ask-again.server.ts';
import { listDecisionsOnMe } from './appeals/decisions-on-me.server.ts';
import { readSettings } from '../settings/settings.server.ts';
import { liftSanction } from './sanctions/lift-sanction.server.ts';
import { listSanctionsOfWriter } from './sanctions/list-sanctions.server.ts';
import { sanctionWriter } from './sanctions/sanction-writer.server.ts';
import { changeSettings, getSettingsForEdit } from './change-settings.server.ts';
import { editAnyPost } from './edit-any-post.server.ts';
import { flagPost } from './flag-post.server.ts';
import { hidePost, restorePost } from './hide-post.server.ts';
import { reinstateGuide, retireGuide } from './guides/retire-guide.server.ts';
import { approvePost, holdPost, sendBack } from './holds/hold-post.server.ts';
import { publishThread } from './holds/publish.server.ts';
import { approvePendingEdit } from './holds/pending-edit.server.ts';
import { listFlags } from './list-flags.server.ts';
import { listActions } from './log/list-actions.server.ts';
import { lockThread, unlockThread } from './lock-thread.server.ts';
import { changeRole } from './members/change-role.server.ts';
import { findMembers } from './members/find-members.server.ts';
import { resetMember } from './members/reset-member.server.ts';
import { verifyAsStaff } from './members/verify.server.ts';
import { decideOnItem } from './queue/decide.server.ts';
import { listQueue } from './queue/list-queue.server.ts';
import { markAnswer } from './threads/mark-answer.server.ts';
import { mergeThreads } from './threads/merge-threads.server.ts';
import { moveThread } from './threads/move-thread.server.ts';
import { pinThread, unpinThread } from './threads/pin-thread.server.ts';
import { setClosing } from './threads/set-closing.server.ts';
import { setContentWarning } from './threads/set-content-warning.server.ts';
import { splitThread } from './threads/split-thread.server.ts';
import { lookForPassage, redactPost } from './redact/redact-post.server.ts';
import { RIGHTS, type NeededState, type Right } from './rights.ts';
import { listAllTopics } from './topics/workbench.server.ts';
import { addWordRule, listWordRules } from './word-rules/word-rules.server.ts';

type Place = { threadId: string; postId: string; reason: string };
type Act = (member: Member, place: Place) => Promise<unknown>;

const root = await makeMember({ role: 'administrator' });
const topic = await makeTopic();
const input = { version: 1, note: null, reason: null, despiteClaim: false };
const bar = (member: Member, { postId, reason }: Place) =>
  sanctionWriter(member, { postId, kind: 'bar', length: '1', reason });

const asGuide = (id: string, isRetired?: true) =>
  db.thread.update({ where: { id }, data: { kind: 'guide', ...(isRetired && { isRetired }) }, select: { id: true } });

const tomorrow = () => new Date(now().getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
const pin = (member: Member, { threadId: id, reason }: Place) => pinThread(member, { id, until: tomorrow(), reason });

/** Each right by a function of the domain that takes it. */
const ACTS: Partial<Record<Right, Act>> = {
  flagPost: (member, { postId }) => flagPost(member, { postId, input: { reason: 'other', note: null } }),
  seeFlags: (member, { postId }) => listFlags(member, postId),
  hidePost: (member, { postId: id, reason }) => hidePost(member, { id, reason }),
  restorePost: (member, { postId: id, reason }) => restorePost(member, { id, reason }),
  holdPost: (member, { postId: id, reason }) => holdPost(member, { id, reason }),
  approvePost: (member, { postId: id, reason }) => approvePost(member, { id, reason }),
  sendBack: (member, { postId: id, reason }) => sendBack(member, { id, reason }),
  decideOnEdit: async (member, { postId, reason }) => {
    await db.pendingEdit.create({ data: { postId, fromVersion: 1, body: 'Another.', createdAt: currentHour() } });
    return approvePendingEdit(member, { id: postId, reason });
  },
  seeWordRules: (member) => listWordRules(member),
  editWordRules: (member, { reason }) => addWordRule(member, { pattern: reason, effect: 'warn', note: null }),
  editAnyPost: (member, { postId: id, reason }) =>
    editAnyPost(member, { id, input: { body: 'Another.', version: 1, reason, publicDiff: false } }),
  moveThread: async (member, { threadId: id, reason }) => moveThread(member, { id, topic: await makeTopic(), reason }),
  mergeThreads: async (member, { threadId: id, reason }) => {
    const { id: into } = await makeThread(await makeMember(), { topic });
    return mergeThreads(member, { id, into, reason });
  },
  splitThread: (member, { threadId: id, reason }) =>
    splitThread(member, { id, numbers: [2], title: 'New', topic, reason }),
  pinThread: (member, at) => pin(member, at),
  unpinThread: (member, { threadId: id, reason }) => unpinThread(member, { id, reason }),
  markAnswer: (member, { postId, reason }) => markAnswer(member, { postId, reason }),
  setClosing: (member, { threadId: id, reason }) => setClosing(member, { id, days: '30', reason }),
  setContentWarning: (member, { threadId: id, reason }) =>
    setContentWarning(member, { id, contentWarning: 'Loss', reason }),
  writeGuides: (member) => publishThread(member, threadInput({ topic, kind: 'guide', as: 'pen-name' })),
  retireGuide: async (member, { threadId: id, reason }) => {
    await asGuide(id);
    return retireGuide(member, { id, replacement: null, reason });
  },
  reinstateGuide: async (member, { threadId: id, reason }) => {
    await asGuide(id);
    return reinstateGuide(member, { id, reason });
  },
  redactPost: async (member, { postId: id }) => {
    const asked = {
      ...{ passage: 'answer', kind: 'name' as const, reason: null, otherCapitals: false, insideWords: false },
      ...{ lookedFor: '', seen: '', also: [] },
    };
    const looked = await lookForPassage(member, { id, input: asked });
    const { lookedFor = '', seen = '' } = looked.kind === 'looked' ? looked.look : {};
    return redactPost(member, { id, input: { ...asked, lookedFor, seen } });
  },
  lockThread: (member, { threadId: id, reason }) => lockThread(member, { id, reason }),
  unlockThread: (member, { threadId: id, reason }) => unlockThread(member, { id, reason }),
  sanctionWriter: bar,
  liftSanction: (member, { postId, reason }) => liftSanction(member, { postId, kind: 'bar', reason }),
  seeSanctions: (member, { postId }) => listSanctionsOfWriter(member, postId),
  seeQueue: (member) => listQueue(member, {}),
  decideInQueue: async (member, { postId }) => {
    await flagPost(await makeMember(), { postId, input: { reason: 'other', note: null } });
    const { id } = await db.queueItem.findFirstOrThrow({ where: { postId, closedAt: null }, select: { id: true } });
    return decideOnItem(member, { id, intent: 'claim', input });
  },
  answerAppeal: async (member, { threadId }) => {
    const author = await makeMember();
    const { postId } = await makeReply(author, threadId);
    await hidePost(decidedByThemselves.has(threadId) ? member : root, { id: postId, reason: 'At first sight' });
    const [decision] = await listDecisionsOnMe({ ...author, sessionKey: newId() });
    await askAgain({ ...author, sessionKey: newId() }, { actionId: decision!.id, text: 'Please look again.' });
    const { id } = await db.appeal.findUniqueOrThrow({ where: { actionId: decision!.id }, select: { id: true } });
    const answer = { appealId: id, outcome: 'refused', answer: 'It stands' } as const;
    return db.$transaction((tx) => answerAppealIn(tx, member as Staff, answer));
  },
  seeStaffLog: async (member, { threadId: id, reason }) => {
    await lockThread(root, { id, reason });
    const { actions } = await listActions(member, { limit: 5_000 });
    if (actions.find((action) => action.reason === reason)?.staff === null) throw new NotAllowed();
  },
  seeMembers: (member) => findMembers(member, ''),
  verifyMembers: async (member) => {
    const { penName } = await makeMember();
    return verifyAsStaff(member, { penName, verification: { profession: 'therapist', language: 'nb' } });
  },
  grantRoles: async (member) => {
    const { penName } = await makeMember();
    return changeRole(member, { penName, role: 'moderator', from: 'member' });
  },
  resetAccounts: async (member) => {
    const { penName } = await makeMember();
    return resetMember(member, { penName, confirm: penName });
  },
  editTopics: (member) => listAllTopics(member),
  changeSettings: async (member) => {
    const { settings } = await readSettings();
    const { version } = await getSettingsForEdit({ ...root });
    return changeSettings(member, { settings, version });
  },
};

/** Threads in which the act to be looked at again is the answering moderator's own. */
const decidedByThemselves = new Set<string>();

class NotAllowed extends Error {
  readonly code = 'not-allowed';
}

const POST_STATES = ['published', 'held', 'hidden', 'erased'] as const;
const toState = (state: (typeof POST_STATES)[number]) => ({
  state,
  setUp: ({ postId }: Place) => db.post.update({ where: { id: postId }, data: { state } }),
});

/** All states that such a thing can be in, and how it gets there. */
function statesOf(needs: NeededState | undefined) {
  if (needs === undefined) return [{ state: 'any', isGood: true, setUp: async () => {} }];
  if ('decider' in needs) {
    const byThemselves = async ({ threadId }: Place) => void decidedByThemselves.add(threadId);
    return [
      { state: 'by another', isGood: true, setUp: async () => {} },
      { state: 'by themselves', isGood: false, setUp: byThemselves },
    ];
  }
  if ('post' in needs) {
    return POST_STATES.map((state) => ({ ...toState(state), isGood: needs.post.includes(state) }));
  }
  const [first, second, name, setUp] =
    'pin' in needs
      ? (['none', 'pinned', needs.pin, (place: Place) => pin(root, place)] as const)
      : 'guide' in needs
        ? (['in use', 'retired', needs.guide, ({ threadId }: Place) => asGuide(threadId, true)] as const)
        : 'thread' in needs
          ? ([
              'open',
              'locked',
              needs.thread,
              (place: Place) => lockThread(root, { ...place, id: place.threadId }),
            ] as const)
          : 'writer' in needs
            ? (['free', 'barred', needs.writer, (place: Place) => bar(root, place)] as const)
            : (['none', 'raised', needs.flag, async () => {}] as const);
  return [
    { state: first, isGood: name === first, setUp: async () => {} },
    { state: second, isGood: name === second, setUp },
  ];
}

async function place(): Promise<Place> {
  const { id: threadId } = await makeThread(await makeMember(), { topic });
  const { postId } = await makeReply(await makeMember(), threadId);
  return { threadId, postId, reason: newId() };
}

const rights = Object.keys(RIGHTS) as Right[];
const matrix = rights.flatMap((right) => {
  const { by, needs } = RIGHTS[right] as { by: readonly Role[]; needs?: NeededState };
  return ROLES.flatMap((role) =>
    statesOf(needs).map(({ state, isGood, setUp }) => ({ right, role, state, setUp, isGood, may: by.includes(role) })),
  );
});

describe('role × action × state', () => {
  it('has a function behind every right', () => {
    expect(rights.filter((right) => ACTS[right] === undefined)).toEqual([]);
  });

  it.each(matrix)('$right by a $role, $state: $may, $isGood', async ({ right, role, state, setUp, isGood, may }) => {
    const at = await place();
    await setUp({ ...at, reason: newId() });
    const member = await makeMember({ role });
    const act = ACTS[right]!;
    if (state === 'raised') await act({ ...member }, at);
    const attempt = act({ ...member }, at);
    if (!may) await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
    else if (isGood) await attempt;
    else await expect(attempt).rejects.toMatchObject({ code: expect.stringMatching(/^(conflict|not-allowed)$/) });
  });
});
