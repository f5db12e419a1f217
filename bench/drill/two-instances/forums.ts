import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ask } from '../postgres.ts';
import type { Databases } from './databases.ts';
import type { Stage } from './agreement.ts';
import { START } from '../../start-command.ts';
import { Member } from '../member.ts';
import { isOpen, run, type Running } from '../running.ts';

export type Where = { folder: string; origin: string; databases: Databases };

/** Gives what starts an instance on a port, as often as it is wanted: all are of one forum. */
export function startForums({ folder, origin, databases }: Where) {
  const seal = randomBytes(32).toString('base64');
  return (port: number, processes: number): Promise<Running> =>
    run(process.execPath, START, {
      isReady: () => isOpen(`http://127.0.0.1:${port}`),
      env: {
        ...{ PORT: String(port), ORIGIN: origin, TRUST_PROXY: 'loopback', WEB_CONCURRENCY: String(processes) },
        ...{ DATABASE_URL: databases.pooled, DATABASE_DIRECT_URL: databases.direct },
        ...{ DATABASE_REPLICA_URL: databases.replica, DATA_DIR: join(folder, `data-${port}`), SEAL_KEY: seal },
        ...{ DEMO: '0', LOG_LEVEL: 'info', NODE_ENV: 'production', MEILI_HOST: undefined },
      },
    });
}

/** A moderator, a topic, and as many members as are wanted. */
export async function setStage({ origin, databases }: Where, { a, b }: { a: number; b: number }): Promise<Stage> {
  let members = 0;
  const newMember = async (): Promise<Member> => {
    const member = new Member(origin, ++members);
    await member.join();
    return member;
  };
  const moderator = await newMember();
  // As `npm run admin -- grant` does: staff of today have some days for their second factor.
  await ask(
    databases.direct,
    "UPDATE accounts SET role = 'moderator', staff_since = current_date WHERE pen_name = $1",
    [moderator.penName],
  );
  const [topic] = await ask(databases.direct, 'SELECT slug FROM topics ORDER BY slug LIMIT 1');
  return {
    a: `http://127.0.0.1:${a}`,
    b: `http://127.0.0.1:${b}`,
    topic: String(topic?.['slug']),
    moderator,
    newMember,
  };
}
