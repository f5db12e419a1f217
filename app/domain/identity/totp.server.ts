import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';

const PERIOD = 30;
/** Steps before and after the present one that count too, for clocks that are a little off (RFC 6238, section 5.2). */
const WINDOW = 1;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

function totpOf(secret: string, named: { issuer: string; label: string } = { issuer: '', label: '' }): TOTP {
  return new TOTP({
    ...named,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });
}

/** A new secret in base32, as apps take it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The `otpauth:` address that apps read from a QR code; `issuer` is what they call the forum. */
export function totpAddress(secret: string, { issuer, penName }: { issuer: string; penName: string }): string {
  return totpOf(secret, { issuer, label: penName }).toString();
}

/** The number of the 30 seconds that `code` belongs to; null when it is of none that counts at `time`. */
export function stepOfCode(secret: string, code: string, time: Date): number | null {
  const timestamp = time.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}

/** A QR code as the path of an SVG picture, `size` squares wide and high with its quiet margin. */
export type QrCode = { size: number; path: string };

export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const rows = data.map((row, y) =>
    row.map((isDark, x) => (isDark && row[x - 1] !== true ? `M${x} ${y}h${runFrom(row, x)}v1H${x}z` : '')).join(''),
  );
  return { size, path: rows.join('') };
}

function runFrom(row: readonly boolean[], start: number): number {
  const end = row.indexOf(false, start);
  return (end === -1 ? row.length : end) - start;
}
