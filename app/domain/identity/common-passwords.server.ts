import { dictionary } from '@zxcvbn-ts/language-common';

let common: Set<string> | undefined;

/** Whether a password stands, in whatever capitals, on the list of common and breached ones that the package ships. */
export function isCommonPassword(password: string): boolean {
  common ??= new Set(dictionary['passwords-common'].map(String));
  return common.has(password.normalize('NFKC').toLowerCase());
}

/** What is wrong with a new password, as a key of the catalogue; null if nothing is. Its length is the schema's affair. */
export function faultOfPassword(password: string, penName: string): string | null {
  if (password.normalize('NFKC').toLowerCase() === penName.toLowerCase()) return 'faults.passwordIsName';
  return isCommonPassword(password) ? 'faults.passwordCommon' : null;
}
