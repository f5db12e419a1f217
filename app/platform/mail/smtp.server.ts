import { createTransport } from 'nodemailer';
import { DeadAddressError, type Letter, type PostOffice } from './letter.ts';

/** Ms until a server that says nothing is given up: the letter is tried again later. */
const PATIENCE = 20_000;

type Smtp = {
  /** `smtp://` or `smtps://`, with name and password where the server wants them. */
  url: string;
  /** Who the mails are from; the forum's host is in it unless told otherwise. */
  from: string | undefined;
  /** The forum's public address. */
  origin: string;
};

/**
 * Sends through an SMTP server. Each mail has its `id` as Message-ID, and the headers by which a mail program ends all mail with one press
 * (RFC 2369, RFC 8058). Of the machine it says nothing but the forum's host.
 */
export function smtpOffice({ url, from, origin }: Smtp): PostOffice {
  const host = new URL(origin).hostname;
  const transport = createTransport({
    url,
    name: host,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  return {
    async send({ id, to, subject, text, endPath }: Letter) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${host}>`,
          from: from ?? `notice@${host}`,
          to: { name: '', address: to },
          subject,
          text,
          xMailer: false,
          headers: { 'Auto-Submitted': 'auto-generated', ...(endPath !== null && endingHeaders(origin + endPath)) },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw isForGood(error) ? new DeadAddressError() : error;
      }
    },
  };
}

function endingHeaders(url: string) {
  return {
    'List-Unsubscribe': { prepared: true, value: `<${url}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** A 5xx to the recipient or to the mail itself is about this address; one to a password or a greeting is about us. */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('command' in error)) return false;
  const { responseCode, command } = error;
  return typeof responseCode === 'number' && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}
