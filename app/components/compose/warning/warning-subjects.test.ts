import { expect, test } from 'vitest';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { i18nFor } from '#app/i18n/i18n.ts';
import { LANGUAGES } from '#app/i18n/languages.ts';
import { namesSubject, toggleSubject, WARNING_SUBJECTS } from './warning-subjects.ts';

test('a subject comes after what a warning names, and goes again, whatever else stands there', () => {
  expect(toggleSubject('', 'Suicide')).toBe('Suicide');
  expect(toggleSubject('Suicide', 'Abuse')).toBe('Suicide, abuse');
  expect(toggleSubject('Suicide, a fire , abuse', 'Suicide')).toBe('a fire, abuse');
  expect(toggleSubject('a fire,', 'Abuse')).toBe('a fire, abuse');
});

test('a subject is named as a whole, in any letters', () => {
  expect(namesSubject('suicide, a fire', 'Suicide')).toBe(true);
  expect(namesSubject('Mentions suicide', 'Suicide')).toBe(false);
});

test.each(LANGUAGES)('all subjects together fit into a warning (%s)', (language) => {
  const { t } = i18nFor(language);
  const names = WARNING_SUBJECTS.map((subject) => t(`compose.warningSubjects.${subject}`));
  expect(names.reduce(toggleSubject, '').length).toBeLessThanOrEqual(LIMITS.contentWarning);
});
