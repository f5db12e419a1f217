import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AppLoadContext } from '@remix-run/node';
import { readAwaiting } from '#app/domain/identity/awaiting-session.server.ts';
import { readSession } from '#app/domain/identity/sessions.server.ts';
import { GUEST, type Member } from '#app/domain/identity/viewer.ts';
import { lastKnownSettings, settingsAtHand } from '#app/domain/settings/settings.server.ts';
import type { Settings } from '#app/domain/settings/schema.ts';
import { currentHour } from '../clock.server.ts';
import { clearedSessionCookie, readCookies, type RequestCookies } from '../cookies.server.ts';
import { base32 } from '../ids.server.ts';
import { consume } from '../rate-limit/consume.server.ts';
import { LIMITS, type LimitedAction } from '../rate-limit/limits.ts';
import { preferredLanguage } from './preferred-language.ts';
import { isOfData } from './request-address.ts';

export type RequestSource = { origin: string; correlationId: string; clientAddress: string | undefined };

/**
 * `setCookie` forgets a session that is no more, so that it is not looked up again with every page. One that awaits its second
 * factor makes a guest of its bearer, and is kept.
 */
export type KnownRequest = { context: AppLoadContext; setCookie: string | undefined };

/** Who asks, in which language: what the cookies and headers of a request say, the session looked up once. */
export async function requestContext(
  { headers, url }: Pick<IncomingMessage, 'headers' | 'url'>,
  { origin, correlationId, clientAddress }: RequestSource,
): Promise<KnownRequest> {
  const cookies = readCookies(headers.cookie);
  const settings = await settingsAtHand();
  const member = cookies.sessionToken === undefined ? null : await readSession(cookies.sessionToken);
  const context: AppLoadContext = {
    viewer: member ?? GUEST,
    ...appearance(cookies, headers, settings),
    hasClient: member !== null || isOfData(url),
    nonce: randomBytes(16).toString('base64'),
    origin,
    correlationId,
    async limit(action) {
      const key = limitKey(action, clientAddress, member);
      if (key !== undefined) await consume(action, key);
    },
  };
  const isStale = member === null && cookies.sessionToken !== undefined && !(await readAwaiting(cookies.sessionToken));
  return { context, setCookie: isStale ? clearedSessionCookie() : undefined };
}

/** The context of a page that is made without the database, so that it is there when that is not: everybody is a guest on it. */
export function contextOfAnybody(
  { headers, url }: Pick<IncomingMessage, 'headers' | 'url'>,
  { origin, correlationId }: RequestSource,
): AppLoadContext {
  return {
    viewer: GUEST,
    ...appearance(readCookies(headers.cookie), headers, lastKnownSettings()),
    hasClient: isOfData(url),
    nonce: randomBytes(16).toString('base64'),
    origin,
    correlationId,
    limit: () => Promise.resolve(),
  };
}

function appearance(cookies: RequestCookies, headers: IncomingHttpHeaders, settings: Settings) {
  const { name, contact, languages } = settings;
  const wanted = cookies.language ?? preferredLanguage(headers['accept-language']);
  const language = languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
  return { language, theme: cookies.theme, textSize: cookies.textSize, forum: { name, contact, languages } };
}

const ID_BYTES = 5;
/** Ids for which the system is asked for random bytes at once: for one alone that is a tenth of what a refusal costs. */
const IDS_AT_ONCE = 256;
let random = Buffer.alloc(0);

/** Short enough to be read out: 40 random bits. */
export function newCorrelationId(): string {
  if (random.length === 0) random = randomBytes(IDS_AT_ONCE * ID_BYTES);
  const id = random.subarray(0, ID_BYTES);
  random = random.subarray(ID_BYTES);
  return base32(id);
}

function limitKey(action: LimitedAction, address: string | undefined, member: Member | null): string | undefined {
  if (LIMITS[action].per === 'address') return address;
  // One and the same for all sessions of a member, another each hour, and nobody else can derive it.
  return member ? Buffer.from(member.memberSecret.tag('limit', currentHour().getTime())).toString('base64') : undefined;
}
