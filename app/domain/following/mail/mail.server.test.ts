import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { once } from 'node:events';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { usePostOffice } from '#app/platform/mail/post-office.server.ts';
import { smtpOffice } from '#app/platform/mail/smtp.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { hidePost } from '../../moderation/hide-post.server.ts';
import { mergeThreads } from '../../moderation/threads/merge-threads.server.ts';
import { collectExport } from '../../privacy/collect-export.server.ts';
import { followThread, leaveAlone } from '../follow-thread.server.ts';
import { byMail, followByMail, listFollowedByMail } from './mail-follow.server.ts';
import { askForMail, confirmMail, endMailBy, getMailLink } from './mail-link.server.ts';
import { sendLetter } from './send-letter.server.ts';
import { listLetters, tidyMail, writeLetters } from './write-letters.server.ts';

const ORIGIN = 'https://forum.test';
const DAY = 86_400_000;

/** What the server got, and what it is to say to the next recipients and mails, in their order. */
const got: string[] = [];
const refusals: { at: 'recipient' | 'mail'; code: number }[] = [];

function refusal(at: 'recipient' | 'mail'): Error | null {
  if (refusals[0]?.at !== at) return null;
  const { code } = refusals.shift()!;
  return Object.assign(new Error('refused'), { responseCode: code });
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onRcptTo: (_address, _session, done) => done(refusal('recipient')),
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const error = refusal('mail');
      if (!error) got.push(Buffer.concat(chunks).toString());
      done(error);
    });
  },
});
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
const { port } = server.server.address() as { port: number };
usePostOffice(smtpOffice({ url: `smtp://127.0.0.1:${port}`, from: undefined, origin: ORIGIN }));
afterAll(async () => {
  usePostOffice(undefined);
  await new Promise<void>((resolve) => server.close(resolve));
});

beforeEach(async () => {
  await db.mailLink.deleteMany({});
  got.length = 0;
  refusals.length = 0;
});

async function sendAll(): Promise<void> {
  for (const id of await listLetters()) await sendLetter(id, { origin: ORIGIN });
}

const headersOf = (mail: string): string => mail.slice(0, mail.indexOf('\r\n\r\n'));
const messageId = (mail: string): string | undefined => /^Message-ID: (.*)$/im.exec(mail)?.[1];
const tokenIn = (mail: string): string => /\/confirm-mail\/([a-z2-7]+)/.exec(mail)?.[1] ?? '';

async function confirmed(member: Member, given: { pace?: 'daily' | 'atOnce'; language?: 'en' | 'nb' } = {}) {
  await askForMail(member, { address: 'reader@example.org', pace: 'atOnce', language: 'en', ...given });
  await sendAll();
  await confirmMail(tokenIn(got.pop() ?? ''));
}

async function following(given: Parameters<typeof confirmed>[1] = {}) {
  const [topic, reader, writer] = [await makeTopic(), await makeMember(), await makeMember()];
  const thread = await makeThread(writer, { topic, title: 'Late fees and a canary' });
  await confirmed(reader, given);
  await followThread(reader, thread.id);
  await followByMail(again(reader), thread.id);
  return { topic, reader, writer, thread };
}

describe('an address', () => {
  it('is confirmed by the link in a mail before anything else goes there', async () => {
    const [reader, writer] = [await makeMember(), await makeMember()];
    const thread = await makeThread(writer, { topic: await makeTopic() });
    await followThread(reader, thread.id);
    await askForMail(reader, { address: 'reader@example.org', pace: 'atOnce', language: 'en' });
    expect(await byMail(reader, thread.id)).toBe('unset');
    await expect(followByMail(reader, thread.id)).rejects.toMatchObject({ code: 'conflict' });
    await sendAll();
    expect(got).toHaveLength(1);
    expect(await confirmMail('abcdefghijklmnop')).toBe(false);
    expect(await confirmMail(tokenIn(got[0]!))).toBe(true);
    expect(await getMailLink(reader)).toEqual({
      ...{ address: 'reader@example.org', pace: 'atOnce', isConfirmed: true, threads: 0 },
    });
    expect(await byMail(reader, thread.id)).toBe('no');
  });

  it('is forgotten when it is not confirmed within a week, and a changed one is confirmed anew', async () => {
    const reader = await makeMember();
    await confirmed(reader);
    await askForMail(reader, { address: 'reader@example.org', pace: 'daily', language: 'nb' });
    expect(await getMailLink(reader)).toMatchObject({ pace: 'daily', isConfirmed: true });
    await askForMail(reader, { address: 'other@example.org', pace: 'daily', language: 'en' });
    expect(await getMailLink(reader)).toMatchObject({ address: 'other@example.org', isConfirmed: false });
    const at = Date.now();
    setClock(() => at + 8 * DAY);
    await tidyMail();
    setClock();
    expect(await getMailLink(reader)).toBeNull();
  });

  it('is in the export of its member, and goes with the account', async () => {
    const { reader, thread } = await following();
    expect((await collectExport(again(reader), { origin: ORIGIN })).mail).toEqual({
      ...{ address: 'reader@example.org', language: 'en', pace: 'atOnce', isConfirmed: true, threads: [thread.id] },
    });
    await db.account.delete({ where: { id: reader.accountId } });
    expect([await db.mailLink.count(), await db.mailFollow.count()]).toEqual([0, 0]);
  });
});

describe('a mail', () => {
  it('says that something is new, and neither where nor by whom, in the language of who asked', async () => {
    const { writer, thread } = await following({ language: 'nb' });
    await makeReply(again(writer), thread.id, { body: 'Words of a canary.' });
    await writeLetters('atOnce');
    await sendAll();
    const [mail = ''] = got;
    expect(headersOf(mail)).toMatch(/^Subject: Noe nytt$/m);
    const { alias } = await db.persona.findFirstOrThrow({ where: { posts: { some: { id: thread.openingId } } } });
    for (const word of ['canary', 'fees', thread.id, alias, writer.penName]) expect(mail).not.toContain(word);
    expect(mail).toContain(`${ORIGIN}/inbox`);
  });

  it('ends all mail by one press of a mail program, which the headers tell', async () => {
    const { reader, writer, thread } = await following();
    await makeReply(again(writer), thread.id);
    await writeLetters('atOnce');
    await sendAll();
    const headers = headersOf(got[0]!);
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const token = /^List-Unsubscribe: <https:\/\/forum\.test\/unsubscribe\/([a-z2-7]+)>$/m.exec(headers)?.[1];
    await endMailBy(token ?? '');
    expect(await getMailLink(reader)).toBeNull();
    await endMailBy(token ?? '');
  });

  it('is set off by what anybody writes, the reader included, and by nothing that guests may not see', async () => {
    const { reader, writer, thread } = await following();
    await makeReply(again(reader), thread.id);
    await writeLetters('atOnce');
    expect(await listLetters()).toHaveLength(1);
    await sendAll();
    const { postId } = await makeReply(again(writer), thread.id);
    await hidePost(await makeMember({ role: 'moderator' }), { id: postId, reason: 'Advertising' });
    await writeLetters('atOnce');
    expect(await listLetters()).toEqual([]);
  });

  it('is one at a time, at the pace that was asked for', async () => {
    const { topic, reader, writer, thread } = await following({ pace: 'daily' });
    const second = await makeThread(again(writer), { topic });
    await followThread(again(reader), second.id);
    await followByMail(again(reader), second.id);
    for (const { id } of [thread, second, thread]) await makeReply(again(writer), id);
    await writeLetters('atOnce');
    expect(await listLetters()).toEqual([]);
    await writeLetters('daily');
    await makeReply(again(writer), thread.id);
    await writeLetters('daily');
    expect(await listLetters()).toHaveLength(1);
    await sendAll();
    await writeLetters('daily');
    expect(await listLetters()).toEqual([]);
  });

  it('is not about a thread that is no longer followed, and goes on about one that was merged', async () => {
    const { topic, reader, writer, thread } = await following();
    const stays = await makeThread(again(writer), { topic });
    const moderator = await makeMember({ role: 'moderator' });
    await mergeThreads(moderator, { id: thread.id, into: stays.id, reason: 'The same' });
    await writeLetters('atOnce');
    expect(await listFollowedByMail(reader)).toEqual([stays.id]);
    await db.mailLetter.deleteMany({});
    await makeReply(again(writer), stays.id);
    await writeLetters('atOnce');
    expect(await listLetters()).toHaveLength(1);
    await leaveAlone(again(reader), stays.id);
    expect(await db.mailFollow.count({ where: { accountId: reader.accountId } })).toBe(0);
  });
});

describe('delivery', () => {
  async function oneLetter() {
    const { reader, writer, thread } = await following();
    await makeReply(again(writer), thread.id);
    await writeLetters('atOnce');
    const [id = ''] = await listLetters();
    const write = async () => {
      await makeReply(again(writer), thread.id);
      await writeLetters('atOnce');
      return (await listLetters())[0] ?? '';
    };
    return { reader, id, write, send: (letterId: string) => sendLetter(letterId, { origin: ORIGIN }) };
  }

  it('fails when the server is busy, and keeps the letter for the next try', async () => {
    const { id, send } = await oneLetter();
    refusals.push({ at: 'recipient', code: 450 }, { at: 'mail', code: 451 });
    await expect(send(id)).rejects.toThrow();
    await expect(send(id)).rejects.toThrow();
    expect(got).toEqual([]);
    await send(id);
    expect(got).toHaveLength(1);
    expect(await listLetters()).toEqual([]);
    await send(id);
    expect(got).toHaveLength(1);
  });

  it('that died between sending and noting it goes out again as the same mail', async () => {
    const { id, send } = await oneLetter();
    const row = await db.mailLetter.findUniqueOrThrow({ where: { id } });
    await send(id);
    await db.mailLetter.create({ data: row });
    await send(id);
    expect(got).toHaveLength(2);
    expect(messageId(got[0]!)).toBe(`<${id}@forum.test>`);
    expect(messageId(got[1]!)).toBe(messageId(got[0]!));
  });

  it('forgets an address that three mails in a row were refused by, and not one that took one in between', async () => {
    const { reader, id, write, send } = await oneLetter();
    const dead = { at: 'recipient', code: 550 } as const;
    refusals.push(dead, { at: 'mail', code: 554 });
    await send(id);
    await send(await write());
    await send(await write());
    expect(got).toHaveLength(1);
    expect(await db.mailLink.findUniqueOrThrow({ where: { accountId: reader.accountId } })).toMatchObject({
      bounces: 0,
    });
    refusals.push(dead, dead, dead);
    for (let bounce = 0; bounce < 3; bounce += 1) await send(await write());
    expect(await getMailLink(reader)).toBeNull();
  });

  it('gives up letters that are three days old', async () => {
    await oneLetter();
    const at = Date.now();
    setClock(() => at + 4 * DAY);
    await tidyMail();
    setClock();
    expect(await listLetters()).toEqual([]);
  });
});
