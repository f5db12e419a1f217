import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** Bytes of a body. The longest post has 20,000 characters, a form a few of those. */
export const MAX_BODY_BYTES = 1_000_000;
/** So much of a body that is too large is still read, for browsers show an answer only once they have sent everything. */
const PATIENCE_BYTES = 20 * MAX_BODY_BYTES;

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const MULTIPART = 'multipart/form-data';

/**
 * The whole body of a request, checked to be what its type says, so that no action meets one that cannot be read.
 *
 * @throws Refusal 413 over `MAX_BODY_BYTES`, 415 for another type than a form's or JSON, 400 when it is malformed.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > PATIENCE_BYTES) throw tooLarge();
  const body = await collect(request);
  if (body.length > 0) await checkForm(body, request.headers['content-type'] ?? '');
  return body;
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > PATIENCE_BYTES) break;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (length > MAX_BODY_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

async function checkForm(body: Buffer, contentType: string): Promise<void> {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== FORM && type !== JSON_TYPE && type !== MULTIPART) {
    throw new Refusal('wrong-type');
  }
  if (body.includes(0) || (type === FORM && body.includes('%00'))) throw malformed();
  if (type === FORM) return;
  const copy = new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } });
  await (type === JSON_TYPE ? copy.json() : copy.formData()).catch(() => {
    throw malformed();
  });
}

function tooLarge(): Refusal {
  return new Refusal('too-large');
}

function malformed(): Refusal {
  return new Refusal('malformed-body');
}
