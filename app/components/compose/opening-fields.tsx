import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#app/components/forms/field.tsx';
import { TextArea } from '#app/components/forms/text-area.tsx';
import { LIMITS } from '#app/domain/threads/limits.ts';
import { MarkdownField } from './markdown-field.tsx';
import { ContentWarningField } from './warning/content-warning-field.tsx';

export const OPENING_FIELDS = ['title', 'situation', 'body', 'whatIHaveTried', 'question', 'contentWarning'] as const;

type OpeningFieldsProps = {
  /** Threads that came with a summary of the situation keep it beside their text; new ones tell it in the text. */
  withSituation: boolean;
  belowTitle?: ReactNode;
};

/** What an opening post says, in the order in which it is read. */
export function OpeningFields({ withSituation, belowTitle }: OpeningFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField name="title" label={t('compose.title')} hint={t('compose.titleHint')} />
      {belowTitle}
      {withSituation && (
        <TextArea name="situation" label={t('compose.summary')} rows={4} max={LIMITS.situation} optional />
      )}
      <MarkdownField label={t('compose.situation')} hint={t('compose.situationHint')} rows={12} />
      <TextArea
        name="whatIHaveTried"
        label={t('compose.tried')}
        hint={t('compose.triedHint')}
        rows={5}
        max={LIMITS.whatIHaveTried}
        optional
      />
      <TextArea
        name="question"
        label={t('compose.question')}
        hint={t('compose.questionHint')}
        rows={3}
        max={LIMITS.question}
      />
      <ContentWarningField />
    </>
  );
}
