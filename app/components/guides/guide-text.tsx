import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { TextHeading } from '../post/text-heading.tsx';
import { Prose, useLangOf } from '../prose.tsx';
import { guideParts } from './guide-parts.ts';

/** Fewer headings than this need no table of contents. */
const CONTENTS_FROM = 2;

const anchorOf = (index: number): string => `part-${index}`;

/** A guide with its table of contents, if it is long enough to have one. */
export function GuideText({ html, lang }: { html: string; lang: Language }) {
  const { t } = useTranslation();
  const shownLang = useLangOf(lang);
  const parts = guideParts(html);
  const headed = parts.flatMap(({ heading }, index) => (heading === null ? [] : [{ heading, index }]));
  if (headed.length < CONTENTS_FROM) {
    return (
      <>
        <TextHeading html={html} />
        <Prose html={html} lang={lang} />
      </>
    );
  }
  return (
    <>
      <nav className="guide-contents" aria-labelledby="guide-contents">
        <h2 className="part-name" id="guide-contents">
          {t('guides.contents')}
        </h2>
        <ol lang={shownLang}>
          {headed.map(({ heading, index }) => (
            <li key={index}>
              <a href={`#${anchorOf(index)}`}>{heading}</a>
            </li>
          ))}
        </ol>
      </nav>
      <TextHeading html={html} />
      {parts.map((part, index) => (
        <div className="guide-part" id={anchorOf(index)} key={index}>
          <Prose html={part.html} lang={lang} />
        </div>
      ))}
    </>
  );
}
