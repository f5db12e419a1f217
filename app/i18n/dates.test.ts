import { expect, test } from 'vitest';
import { formatAbout, formatDay, formatDayAndTime, machineDay, machineHour } from './dates.ts';
import { translator } from './translator.ts';

const english = translator('en');
const norwegian = translator('nb');

const winter = new Date('2024-12-18T14:56:00Z');
const summer = new Date('2024-07-03T22:00:00Z');

test('a day is written as each language writes it', () => {
  expect(formatDay(winter, 'en')).toBe('18 December 2024');
  expect(formatDay(winter, 'nb')).toBe('18. desember 2024');
});

test('the year is left out when it is that of today', () => {
  expect(formatDay(winter, 'en', new Date('2024-12-30T00:00:00Z'))).toBe('18 December');
  expect(formatDay(winter, 'nb', new Date('2025-01-02T00:00:00Z'))).toBe('18. desember 2024');
});

test('Norwegian readers get Norwegian time, in summer and in winter', () => {
  expect(formatDayAndTime(winter, 'en', english)).toBe('18 December 2024 at 14:56');
  expect(formatDayAndTime(winter, 'nb', norwegian)).toBe('18. desember 2024 kl. 15.56');
  expect(formatDayAndTime(summer, 'nb', norwegian)).toBe('4. juli 2024 kl. 00.00');
});

test('a time known to the hour says so', () => {
  expect(formatAbout(winter, 'en', english)).toBe('18 December 2024, about 14:00');
  expect(formatAbout(winter, 'nb', norwegian)).toBe('18. desember 2024, ca. kl. 15');
});

test('machines get no minute', () => {
  expect(machineHour(winter)).toBe('2024-12-18T14:00Z');
  expect(machineDay(winter)).toBe('2024-12-18');
});
