import { randomBytes } from 'node:crypto';
import { db } from '#app/platform/db.server.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { MemberSecret } from '#app/domain/identity/member-secret.server.ts';
import { startOfMonth } from '#app/platform/times.ts';
import { createSession, readSession } from '#app/domain/identity/sessions.server.ts';
import type { AccountId, Member } from '#app/domain/identity/viewer.ts';
import { FOLLOWING } from '#app/domain/following/vaults.ts';
import { changeVault } from '#app/domain/identity/vault.server.ts';
import { createTopic, createTopicGroup } from '#app/domain/topics/create-topic.server.ts';
import { RENDER_VERSION } from '#app/platform/markdown/markdown.server.ts';

/** Threads that a member follows, be they old hands or new: as many as it takes to fill a vault somewhat. */
const FOLLOWED = 60;
const BATCH = 250;

export type SignedIn = { token: string; member: Member };

/** The topic that everything of the benchmark stands under. */
export async function makeTopic(): Promise<string> {
  const texts = {
    en: { name: 'Measured', description: '', synonyms: [] },
    nb: { name: 'Målt', description: '', synonyms: [] },
  };
  await createTopicGroup({ slug: 'measured-group', texts });
  await createTopic({ slug: 'measured', groupSlug: 'measured-group', texts });
  return (await db.topic.findUniqueOrThrow({ where: { slug: 'measured' }, select: { id: true } })).id;
}

/** What a member of the benchmark has written: so many threads, each as another persona or all under the pen name. */
export type Written = { threads: number; as: 'anonymous' | 'pen-name' };

/** A member with threads of one post each, and a session. */
export async function makeMember({ threads: count, as }: Written, topicId: string): Promise<SignedIn> {
  const id = newId<AccountId>();
  const penName = `measured-${id}`;
  const memberSecret = MemberSecret.generate();
  const createdMonth = startOfMonth(currentHour());
  await db.account.create({ data: { id, penName, penNameKey: penName, createdMonth }, select: { id: true } });
  const threads: string[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const author = as === 'anonymous' ? memberSecret : id;
    threads.push(...(await writeThreads(author, topicId, { from, to: Math.min(count, from + BATCH) })));
  }
  const { token } = await createSession({ id, epoch: 0, memberSecret });
  const member = await readSession(token);
  if (!member) throw new Error('The session of the benchmark does not hold');
  await changeVault(member, FOLLOWING, (kept) => ({ ...kept, followed: threads.slice(0, FOLLOWED) }));
  return { token, member };
}

async function writeThreads(
  author: MemberSecret | AccountId,
  topicId: string,
  { from, to }: { from: number; to: number },
): Promise<string[]> {
  const hour = currentHour();
  const made = Array.from({ length: to - from }, (_, index) => ({
    number: from + index,
    thread: newId(),
    scope: newId(),
    persona: newId(),
  }));
  const common = { perspective: 'client', language: 'en' as const, createdAt: hour };
  await db.thread.createMany({
    data: made.map(({ thread, scope }) => ({
      ...common,
      id: thread,
      scopeId: scope,
      slug: 'measured',
      topicId,
      kind: 'discussion' as const,
      title: 'Measured',
      lastNumber: 1,
      lastActivityAt: hour,
    })),
  });
  await db.threadScope.createMany({ data: made.map(({ thread, scope }) => ({ threadId: thread, scopeId: scope })) });
  if (author instanceof MemberSecret) {
    const personas = made.map(({ number, scope, persona }) => ({
      id: persona,
      scopeId: scope,
      seal: author.tag('persona', scope),
      ledgerTag: author.tag('ledger', number),
      alias: 'Quiet Heron',
    }));
    await db.persona.createMany({ data: personas });
  }
  await db.post.createMany({
    data: made.map(({ thread, persona }) => ({
      ...common,
      id: newId(),
      threadId: thread,
      number: 1,
      ...(author instanceof MemberSecret ? { personaId: persona } : { authorId: author }),
      body: 'Measured.',
      html: '<p>Measured.</p>',
      text: 'Measured.',
      renderVersion: RENDER_VERSION,
      formKey: randomBytes(8).toString('hex'),
    })),
  });
  return made.map(({ thread }) => thread);
}
