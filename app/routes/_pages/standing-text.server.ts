import { marked } from 'marked';
import type { Language } from '#app/i18n/languages.ts';

/** The texts that come with the forum, in `app/i18n/NAME.LANGUAGE.md`. They are ours, so nothing has to be taken out of them. */
const SOURCES = import.meta.glob<string>('/app/i18n/*.md', { query: '?raw', import: 'default', eager: true });

export type StandingTextName = 'guidelines' | 'help-now' | 'keys' | 'privacy';

/** A text that is the same for everybody until the forum itself changes: its title, and what follows it as HTML. */
export type StandingText = { title: string; html: string };

/** Reads one of the texts. It needs no database, and was rendered when the forum started. */
export function standingText(name: StandingTextName, language: Language): StandingText {
  const text = TEXTS.get(`/app/i18n/${name}.${language}.md`);
  if (!text) throw new Error(`There is no text "${name}" in "${language}"`);
  return text;
}

const TEXTS = new Map(Object.entries(SOURCES).map(([file, source]) => [file, render(source)]));

function render(source: string): StandingText {
  const [, title = '', rest = ''] = /^# (.+)\n([\s\S]*)$/.exec(source) ?? [];
  return { title, html: marked.parse(rest, { async: false }) };
}
