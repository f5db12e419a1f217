import type { Language } from '#app/i18n/languages.ts';
import { useLangOf } from './prose.tsx';

type WrittenProps = { text: string; language: Language };

/** Somebody's words within a line of the page's own: read out in the language that they are written in. */
export function Written({ text, language }: WrittenProps) {
  return <span lang={useLangOf(language)}>{text}</span>;
}

/** The character that stands for what is put in its place: nobody's name has it. */
const PLACE = '\uFFFC';

/** `sentence`: the page's own, around whatever it is given. */
type SentenceProps = WrittenProps & { sentence: (text: string) => string };

/** A sentence of the page's in which somebody's words stand. */
export function SentenceWith({ sentence, text, language }: SentenceProps) {
  const [before, after] = sentence(PLACE).split(PLACE);
  return (
    <>
      {before}
      <Written text={text} language={language} />
      {after}
    </>
  );
}
