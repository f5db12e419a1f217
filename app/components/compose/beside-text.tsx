import type { ReactNode } from 'react';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { ComposeAnswer } from './compose-answer.ts';
import { IdentifyingDetails } from './identifying/identifying-details.tsx';
import { PreviewPane, type ReaderNames } from './preview-pane.tsx';

type BesideTextProps = {
  /** The fields in which identifying details are looked for. */
  fields: readonly string[];
  answer: ComposeAnswer | undefined;
  /** Names that are nobody's: those of the place one writes in. */
  allow?: readonly string[];
  /** The name that readers will see, by the answer to "write as"; null for an alias still to be drawn. Left out where none is chosen. */
  names?: ReaderNames;
  /** That the text is written in. */
  language: Language;
  /** What is filled in, and the buttons. */
  children: ReactNode;
};

/**
 * A composer, and what comes by itself as one writes in it: in a column of its own where there is room, after the buttons where
 * there is none. Above them it would move a button away from under the pointer that is about to press it.
 */
export function BesideText({ fields, answer, allow, names, language, children }: BesideTextProps) {
  const { t } = useTranslation();
  return (
    <div className="compose">
      <div className="compose-main">{children}</div>
      <div className="compose-beside">
        <IdentifyingDetails
          fields={fields}
          answer={answer}
          asItStands={t('compose.publishAsItStands')}
          {...(allow && { allow })}
        />
        <PreviewPane answer={answer} names={names} language={language} />
      </div>
    </div>
  );
}
