import type { Language } from '#app/i18n/languages.ts';
import type { OpeningContent } from '../../threads/schema.ts';

/** The names of the fields, in the language of the thread: they become part of its writer's text. */
const NAMES = {
  en: { tried: 'What I have tried', question: 'My question' },
  nb: { tried: 'Det jeg har prøvd', question: 'Spørsmålet mitt' },
} as const satisfies Record<Language, object>;

/** An opening post as one text, in Markdown, for where it is a reply: nothing that its writer said is lost. */
export function openingAsReply(
  { title, situation, body, whatIHaveTried, question }: OpeningContent,
  language: Language,
): string {
  const names = NAMES[language];
  const parts = [`**${escapeMarkdown(title)}**`, ...paragraphs(situation), body];
  if (whatIHaveTried !== null) parts.push(`**${names.tried}**`, ...paragraphs(whatIHaveTried));
  if (question !== null) parts.push(`**${names.question}**`, ...paragraphs(question));
  return parts.join('\n\n');
}

function paragraphs(text: string | null): string[] {
  return text === null ? [] : text.split(/\n\s*\n/).map(escapeMarkdown);
}

/** A plain text so that Markdown shows it as it is. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~&|]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}
