import { Form } from '@remix-run/react';
import { SYNONYM_LANGUAGES, SYNONYM_LIMITS } from '#app/domain/search/synonyms/limits.ts';
import type { SynonymGroupView, SynonymOrigin } from '#app/domain/search/synonyms/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer, Typed } from '#app/platform/forms/faults.ts';
import { synonymGroupPath, synonymsPath } from '#app/platform/urls.ts';
import { RadioGroup, Select } from '../../forms/choices.tsx';
import { TextField } from '../../forms/field.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { Notice } from '../../notice.tsx';
import { GroupLine } from './group-line.tsx';

const ORDER = ['direction', 'lang', 'terms', 'to', 'caseSensitive', 'note'];
const LINES = SYNONYM_LIMITS.terms * (SYNONYM_LIMITS.length + 1);

export type SynonymAnswer = FormAnswer & {
  /** What somebody else made of the group meanwhile; null where they left it out. */
  theirs?: SynonymGroupView | null;
};

type Props = {
  title: string;
  /** What is changed; null for a new one. */
  entry: { id: string; origin: SynonymOrigin; shipped: SynonymGroupView | null } | null;
  typed: Typed;
  answer: SynonymAnswer | undefined;
};

/** One group of synonyms: its words, its language, which way it leads; and to leave it out or put it back. */
export function EditGroupPage({ title, entry, typed, answer }: Props) {
  const { t } = useTranslation();
  const version = answer?.typed['version'] ?? typed['version'] ?? '';
  return (
    <div className="page page-narrow">
      <p className="quiet">
        <a href={synonymsPath}>{t('synonyms.title')}</a>
      </p>
      <h1>{title}</h1>
      {entry?.origin === 'removed' && answer === undefined && (
        <Notice>
          <p>{t('synonyms.leftOut')}</p>
        </Notice>
      )}
      {answer?.theirs !== undefined && <Theirs group={answer.theirs} />}
      <KeptForm answer={answer} defaults={typed} order={ORDER}>
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="direction"
          legend={t('synonyms.direction')}
          choices={[
            { value: 'two-way', label: t('synonyms.twoWay'), hint: t('synonyms.twoWayHint') },
            { value: 'one-way', label: t('synonyms.oneWay'), hint: t('synonyms.oneWayHint') },
          ]}
        />
        <Select
          name="lang"
          label={t('synonyms.language')}
          hint={t('synonyms.languageHint')}
          groups={[{ choices: SYNONYM_LANGUAGES.map((lang) => ({ value: lang, label: t(`synonyms.lang.${lang}`) })) }]}
        />
        <TextArea
          name="terms"
          label={t('synonyms.terms')}
          hint={t('synonyms.termsHint', { words: SYNONYM_LIMITS.wordsOfTerm })}
          rows={8}
          max={LINES}
        />
        <TextArea name="to" label={t('synonyms.to')} hint={t('synonyms.toHint')} rows={4} max={LINES} optional />
        <TextArea
          name="caseSensitive"
          label={t('synonyms.caseSensitive')}
          hint={t('synonyms.caseSensitiveHint')}
          rows={3}
          max={LINES}
          optional
        />
        <TextField name="note" label={t('synonyms.note')} autoComplete="off" optional />
        <div className="form-actions">
          <SubmitButton>{t('synonyms.save')}</SubmitButton>
        </div>
      </KeptForm>
      {entry && <Acts {...entry} version={version} />}
    </div>
  );
}

function Theirs({ group }: { group: SynonymGroupView | null }) {
  const { t } = useTranslation();
  return (
    <Notice kind="warning">
      <p>{t(group === null ? 'synonyms.theirsGone' : 'synonyms.theirs')}</p>
      {group !== null && <GroupLine group={group} />}
      <p>{t('synonyms.yours')}</p>
    </Notice>
  );
}

function Acts({ id, origin, shipped, version }: NonNullable<Props['entry']> & { version: string }) {
  const { t } = useTranslation();
  return (
    <>
      {(origin === 'changed' || origin === 'removed') && (
        <section className="synonym-act" aria-labelledby="put-back">
          <h2 id="put-back">{t('synonyms.putBack')}</h2>
          <p>{t('synonyms.putBackNote')}</p>
          {shipped && origin === 'changed' && <GroupLine group={shipped} />}
          <Act id={id} version={version} intent="put-back" />
        </section>
      )}
      {origin !== 'removed' && (
        <section className="synonym-act" aria-labelledby="remove">
          <h2 id="remove">{t(origin === 'added' ? 'synonyms.removeOwn' : 'synonyms.remove')}</h2>
          <p>{t(origin === 'added' ? 'synonyms.removeOwnNote' : 'synonyms.removeNote')}</p>
          <Act id={id} version={version} intent="remove" isForGood={origin === 'added'} />
        </section>
      )}
    </>
  );
}

type ActProps = { id: string; version: string; intent: 'put-back' | 'remove'; isForGood?: boolean };

function Act({ id, version, intent, isForGood = false }: ActProps) {
  const { t } = useTranslation();
  const words = { 'put-back': t('synonyms.putBack'), remove: t(isForGood ? 'synonyms.removeOwn' : 'synonyms.remove') };
  return (
    <Form className="form-actions" action={`${synonymGroupPath(id)}?act`} method="post">
      <input type="hidden" name="version" value={version} />
      <button className={isForGood ? 'button button-danger' : 'button'} type="submit" name="intent" value={intent}>
        {words[intent]}
      </button>
    </Form>
  );
}
