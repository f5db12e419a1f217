import type { ReactNode } from 'react';
import { TextField } from '#app/components/forms/field.tsx';
import { TextArea } from '#app/components/forms/text-area.tsx';
import { LIMITS } from '#app/domain/threads/limits.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { useLangOf } from '../prose.tsx';
import { MarkdownField } from './markdown-field.tsx';
import { ContentWarningField } from './warning/content-warning-field.tsx';

export const OPENING_FIELDS = ['title', 'situation', 'body', 'whatIHaveTried', 'question', 'contentWarning'] as const;

type OpeningFieldsProps = {
  /** Threads that came with a summary of the situation keep it beside their text; new ones tell it in the text. */
  withSituation: boolean;
  belowTitle?: ReactNode;
  /** That it is written in. */
  language: Language;
};

/** What an opening post says, in the order in which it is read. */
export function OpeningFields({ withSituation, belowTitle, language }: OpeningFieldsProps) {
  const { t } = useTranslation();
  const lang = useLangOf(language);
  return (
    <>
      <TextField name="title" label={t('compose.title')} hint={t('compose.titleHint')} lang={lang} />
      {belowTitle}
      {withSituation && (
        <TextArea name="situation" label={t('compose.summary')} rows={4} max={LIMITS.situation} lang={lang} optional />
      )}
      <MarkdownField label={t('compose.situation')} hint={t('compose.situationHint')} rows={12} language={language} />
      <TextArea
        name="whatIHaveTried"
        label={t('compose.tried')}
        hint={t('compose.triedHint')}
        rows={5}
        max={LIMITS.whatIHaveTried}
        lang={lang}
        optional
      />
      <TextArea
        name="question"
        label={t('compose.question')}
        hint={t('compose.questionHint')}
        rows={3}
        max={LIMITS.question}
        lang={lang}
      />
      <ContentWarningField lang={lang} />
    </>
  );
}
