import contactEn from './content/guides/contact-outside-sessions.en.md?raw';
import contactNb from './content/guides/contact-outside-sessions.nb.md?raw';
import writingEn from './content/guides/what-to-write.en.md?raw';
import writingNb from './content/guides/what-to-write.nb.md?raw';

/** Two guides in each language, as a moderator of the demonstration keeps them. */
export const DEMO_GUIDES = [
  {
    slug: 'guide-contact-en',
    topic: 'out-of-session-contact',
    language: 'en',
    title: 'Contact between sessions: how to talk about it',
    body: contactEn,
  },
  {
    slug: 'guide-contact-nb',
    topic: 'out-of-session-contact',
    language: 'nb',
    title: 'Kontakt mellom timene: hvordan dere kan snakke om det',
    body: contactNb,
  },
  {
    slug: 'guide-writing-en',
    topic: 'confidentiality',
    language: 'en',
    title: 'What to write, and what to leave out',
    body: writingEn,
  },
  {
    slug: 'guide-writing-nb',
    topic: 'confidentiality',
    language: 'nb',
    title: 'Hva du kan skrive, og hva du kan utelate',
    body: writingNb,
  },
] as const;
