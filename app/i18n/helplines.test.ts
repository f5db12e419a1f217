import { describe, expect, it } from 'vitest';
import { COUNTRIES, COUNTRY_CODES, isCountryCode, likelyCountry } from './helplines.ts';

describe('whom one can turn to', () => {
  it('is a number for a life in danger and somebody to talk to, in every country', () => {
    for (const code of COUNTRY_CODES) {
      const { emergency, lines } = COUNTRIES[code];
      expect({ code, has: emergency.length > 0 && lines.some((line) => line.for === 'anybody') }).toEqual({
        code,
        has: true,
      });
      for (const number of [...emergency, ...lines.map((line) => line.number)]) expect(number).toMatch(/^\d[\d -]*$/);
    }
  });

  it('is first of the country that the browser asks in, where we know it', () => {
    expect(likelyCountry('en-GB,en;q=0.9', 'en')).toBe('GB');
    expect(likelyCountry('fr-BE, nb-NO;q=0.8', 'en')).toBe('NO');
    expect(likelyCountry('nb', 'nb')).toBe('NO');
    expect(likelyCountry('en', 'en')).toBeNull();
    expect(likelyCountry(null, 'nb')).toBe('NO');
  });

  it('takes no code that is none', () => {
    for (const code of ['XX', '__proto__', 'toString', 'no', '', undefined]) expect(isCountryCode(code)).toBe(false);
  });
});
