import { pageTag } from './page-tag.ts';

export type Cacheable = { method: string; isGuest: boolean; status: number; headers: Headers; body: Buffer };

/**
 * Sets who may keep an answer: nobody what a member sees or what sets a cookie; a guest's page may be kept, but is asked for
 * anew each time and known by its content.
 */
export function setCaching({ method, isGuest, status, headers, body }: Cacheable): void {
  headers.append('Vary', 'Cookie, Accept-Language');
  if (!isGuest || headers.has('Set-Cookie') || (method !== 'GET' && method !== 'HEAD')) {
    headers.set('Cache-Control', 'no-store');
    headers.delete('ETag');
    return;
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
  if (status === 200 && !headers.has('ETag')) headers.set('ETag', pageTag(body, headers.get('Content-Type') ?? ''));
}
