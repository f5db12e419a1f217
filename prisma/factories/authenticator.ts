import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const USER_PRESENT = 0x01;
const ATTESTED = 0x40;

type Asked = { challenge: string };

/** A security key in software, as W3C's Web Authentication describes one: ES256, no attestation, a counter that stays at 0. */
export function makeAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const cose = isoCBOR.encode(new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]])); // prettier-ignore
  const id = randomBytes(16);
  const head = (flags: number) =>
    Buffer.concat([sha256(Buffer.from(new URL(origin).hostname)), Buffer.from([flags, 0, 0, 0, 0])]);
  const clientData = (type: string, { challenge }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {}, response });

  return {
    /** What the browser sends after navigator.credentials.create(). */
    create(options: Asked): string {
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const authData = Buffer.concat([head(USER_PRESENT | ATTESTED), credential]);
      const attestation = new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', authData]]); // prettier-ignore
      return answer({
        clientDataJSON: text(clientData('webauthn.create', options)),
        attestationObject: text(isoCBOR.encode(attestation as never)),
        transports: ['usb'],
      });
    },

    /** What it sends after navigator.credentials.get(). */
    get(options: Asked): string {
      const [authData, client] = [head(USER_PRESENT), clientData('webauthn.get', options)];
      return answer({
        authenticatorData: text(authData),
        clientDataJSON: text(client),
        signature: text(sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)),
      });
    },
  };
}

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();
const text = (data: Uint8Array): string => Buffer.from(data).toString('base64url');
const bytes = (base64url: string): Uint8Array => Uint8Array.from(Buffer.from(base64url, 'base64url'));
