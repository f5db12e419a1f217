/** A mail as it leaves: to one address, in plain text. */
export type Letter = {
  /** The same for every attempt: whoever gets it twice can tell. Letters, digits and hyphens. */
  id: string;
  to: string;
  subject: string;
  text: string;
  /** Where one POST ends all mail to this address; null for a mail that nobody has to end. */
  endPath: string | null;
};

/** The address's own server said that it will never take a mail. */
export class DeadAddressError extends Error {
  override name = 'DeadAddressError';
}

/** What takes mails from here. */
export type PostOffice = {
  /** @throws DeadAddressError, or whatever else stood in the way, which may be gone later. */
  send(letter: Letter): Promise<void>;
};
