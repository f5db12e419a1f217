import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeTopic } from '#prisma/factories/thread.ts';
import { db } from '../db.server.ts';
import { newId } from '../ids.server.ts';
import { callForum } from './call-forum.server.ts';
import { recordingIo } from './recording-io.ts';
import { serveCommands } from './socket.server.ts';

let dataDir: string;
let toClose: (() => Promise<void>)[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'forum-'));
  toClose = [];
});

afterEach(async () => {
  for (const close of toClose.reverse()) await close();
  await rm(dataDir, { recursive: true, force: true });
});

async function startForum() {
  const commands = await serveCommands(dataDir);
  let isOpen = true;
  const close = async () => {
    if (isOpen) await commands.close();
    isOpen = false;
  };
  toClose.push(close);
  return { close };
}

async function call(name: string, args: string[], given: { cwd?: string; signal?: AbortSignal } = {}) {
  const io = recordingIo(given);
  const exit = await callForum(dataDir, { name, args }, io, 60_000);
  return { exit, out: io.outLines, err: io.errLines, steps: io.steps };
}

/** Stands in for a forum of which only the socket is left, or which is another program. */
async function listen(onConnection: (socket: Socket) => void): Promise<void> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    onConnection(socket);
  }).listen(join(dataDir, 'control.sock'));
  await once(server, 'listening');
  toClose.push(async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    await once(server, 'close');
  });
}

describe('a command beside a running forum', () => {
  it('runs there and speaks here', async () => {
    await startForum();
    const { penName } = await makeMember();
    const { exit, out, err } = await call('admin', ['grant', penName, 'moderator']);
    expect({ exit, err }).toEqual({ exit: 0, err: [] });
    expect(out[0]).toBe(`${penName} is a moderator now. Their sessions have ended: they sign in anew.`);
    expect(await db.account.findFirst({ where: { penName }, select: { role: true } })).toEqual({ role: 'moderator' });
  });

  it('sends what is wrong with the call, and its exit code', async () => {
    await startForum();
    const { exit, err } = await call('admin', ['crown', 'me']);
    expect(exit).toBe(2);
    expect(err.join('\n')).toContain('Usage: npm run admin');
    expect((await call('no-such', [])).exit).toBe(2);
  });

  it('finds files from where it was called, and shows how far it is', async () => {
    await startForum();
    const topic = await makeTopic();
    const thread = { externalRef: newId(), topic, title: 'A card', body: 'She gave me a card.' };
    await writeFile(join(dataDir, 'threads.jsonl'), `${JSON.stringify(thread)}\n{}\n`);
    const { exit, out, err, steps } = await call('import', ['threads.jsonl'], { cwd: dataDir });
    expect(exit).toBe(1);
    expect(out).toEqual(['Imported 1 thread with 1 post; 1 line refused.']);
    expect(err[0]).toMatch(/^Line 2: .*externalRef: is missing/);
    const { size } = await stat(join(dataDir, 'threads.jsonl'));
    expect(steps.at(-1)).toEqual([size, size, '1 thread, 1 post']);
  });

  it('serves several callers at once', async () => {
    await startForum();
    const members = await Promise.all(Array.from({ length: 5 }, () => makeMember()));
    const runs = await Promise.all(members.map(({ penName }) => call('admin', ['grant', penName, 'moderator'])));
    expect(runs.map(({ exit }) => exit)).toEqual([0, 0, 0, 0, 0]);
  });

  it('stops over there when it is interrupted here', async () => {
    await startForum();
    const topic = await makeTopic();
    const lines = Array.from({ length: 2_000 }, (_, i) =>
      JSON.stringify({ externalRef: `${topic}-${i}`, topic, title: 'A card', body: 'Yes.' }),
    );
    await writeFile(join(dataDir, 'threads.jsonl'), lines.join('\n'));
    const stop = new AbortController();
    const io = recordingIo({ cwd: dataDir, signal: stop.signal });
    const exit = await callForum(
      dataDir,
      { name: 'import', args: ['threads.jsonl'] },
      {
        ...io,
        progress: () => stop.abort(),
      },
    );
    expect(exit).toBe(130);
    // Closing waits for what still runs, so this is how far it came.
    await toClose.pop()?.();
    expect(await db.thread.count({ where: { topic: { slug: topic } } })).toBeLessThan(2_000);
  });
});

describe('the socket', () => {
  it('is open to this user alone', async () => {
    await startForum();
    expect((await stat(join(dataDir, 'control.sock'))).mode & 0o777).toBe(0o600);
  });

  it('goes with the forum, and one left behind by a killed forum is replaced', async () => {
    const { close } = await startForum();
    await close();
    expect(await readdir(dataDir)).toEqual([]);
    expect((await call('admin', [])).exit).toBe('no-forum');
    await writeFile(join(dataDir, 'control.sock'), '');
    await startForum();
    expect((await call('admin', ['list-staff'])).exit).toBe(0);
  });

  it('survives callers who speak nonsense or leave at once', async () => {
    await startForum();
    for (const words of ['', 'GET / HTTP/1.1\r\n\r\n', '{"command":"admin"}\n', '[]\n', '{"command":']) {
      const socket = connect(join(dataDir, 'control.sock'));
      await once(socket, 'connect');
      socket.end(words);
      socket.resume();
      await once(socket, 'close');
    }
    expect((await call('admin', ['list-staff'])).exit).toBe(0);
  });
});

describe('a forum that does not answer', () => {
  it('is said to be silent when it takes the call and says nothing', async () => {
    await listen(() => {});
    const io = recordingIo();
    expect(await callForum(dataDir, { name: 'admin', args: [] }, io, 50)).toBe(1);
    expect(io.errLines).toContain('The forum takes no commands: it did not answer within 0.05 s. Nothing was done.');
  });

  it('is said to have gone when it ends in the middle', async () => {
    await listen((socket) => socket.end('{"greeting":1,"pid":1}\n{"out":"half"}\n'));
    const { exit, out, err } = await call('admin', ['list-staff']);
    expect({ exit, out, err }).toEqual({
      exit: 1,
      out: ['half'],
      err: ['The connection to the forum ended before the command was done.'],
    });
  });

  it('is said to be of another version', async () => {
    await listen((socket) => socket.end('{"greeting":99,"pid":7}\n'));
    expect((await call('admin', ['list-staff'])).err[0]).toMatch(/process 7\) is of another version/);
  });

  it.skipIf(process.getuid?.() === 0)('is said to be somebody else’s when the socket may not be opened', async () => {
    await startForum();
    await chmod(join(dataDir, 'control.sock'), 0);
    expect((await call('admin', [])).err[0]).toMatch(/belongs to another user/);
  });
});
