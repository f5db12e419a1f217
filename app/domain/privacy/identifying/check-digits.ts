import { digitsOf } from './match.ts';

/** The sum of digits times weights, by 11. */
function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
}

/**
 * A Norwegian fødselsnummer or D-number (day + 40), also those of health care (month + 40) and of tests (month + 80): its date
 * and both check digits (Skatteetaten, "Fødselsnummer").
 */
export function isBirthNumber(found: string): boolean {
  const digits = digitsOf(found);
  if (digits.length !== 11) return false;
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4)) % 40;
  const isDate = day >= 1 && day <= 31 && month >= 1 && month <= 12;
  const first = weighed(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
  const second = weighed(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
  return isDate && first === 0 && second === 0;
}

/** A Norwegian bank account: eleven digits, the last by 11. */
export function isBankAccount(found: string): boolean {
  const digits = digitsOf(found);
  return digits.length === 11 && weighed(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0;
}

/** A Norwegian organisation number: nine digits from 8 or 9, the last by 11. */
export function isOrganisation(found: string): boolean {
  const digits = digitsOf(found);
  return /^[89]\d{8}$/.test(digits) && weighed(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0;
}

/** The check of cards and of devices (ISO/IEC 7812-1, annex B). */
export function isLuhn(found: string): boolean {
  const digits = digitsOf(found);
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}
