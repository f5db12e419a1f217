import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer, Typed } from '#app/platform/forms/faults.ts';
import { Select } from '../../forms/choices.tsx';
import { TextField } from '../../forms/field.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { TopicActs } from './topic-acts.tsx';

const ORDER = ['groupId', 'slug', 'nameEn', 'descriptionEn', 'synonymsEn', 'nameNb', 'descriptionNb', 'synonymsNb'];

type Named = { id: string; name: string };

type Props = {
  title: string;
  /** What is changed; null for a new one. */
  topic: { id: string; isRetired: boolean; isGroup: boolean } | null;
  typed: Typed;
  /** Where it can stand; none for a group. */
  groups: readonly Named[];
  /** What it could be merged into. */
  others: readonly (Named & { topics: readonly Named[] })[];
  answer: FormAnswer | undefined;
};

/** One topic or group: its address and its words in both languages; and what else can be done with it. */
export function EditTopicPage({ title, topic, typed, groups, others, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <p className="quiet">
        <a href="/moderation/topics">{t('workbench.title')}</a>
      </p>
      <h1>{title}</h1>
      <KeptForm answer={answer} defaults={typed} order={ORDER}>
        {typed['version'] !== undefined && <input type="hidden" name="version" value={typed['version']} />}
        {groups.length > 0 && (
          <Select
            name="groupId"
            label={t('workbench.group')}
            groups={[{ choices: groups.map(({ id, name }) => ({ value: id, label: name })) }]}
          />
        )}
        <TextField name="slug" label={t('workbench.slug')} hint={t('workbench.slugHint')} autoComplete="off" />
        <TextsFields language="En" legend={t('workbench.english')} lang="en" />
        <TextsFields language="Nb" legend={t('workbench.norwegian')} lang="nb" />
        <div className="form-actions">
          <SubmitButton>{t('workbench.save')}</SubmitButton>
        </div>
      </KeptForm>
      {topic && !topic.isGroup && <TopicActs id={topic.id} isRetired={topic.isRetired} others={others} />}
    </div>
  );
}

function TextsFields({ language, legend, lang }: { language: 'En' | 'Nb'; legend: string; lang: string }) {
  const { t } = useTranslation();
  return (
    <fieldset className="fields">
      <legend>{legend}</legend>
      <TextField name={`name${language}`} label={t('workbench.name')} autoComplete="off" lang={lang} />
      <TextArea
        name={`description${language}`}
        label={t('workbench.description')}
        rows={3}
        max={600}
        lang={lang}
        optional
      />
      <TextArea
        name={`synonyms${language}`}
        label={t('workbench.synonyms')}
        hint={t('workbench.synonymsHint')}
        rows={5}
        max={4_860}
        lang={lang}
        optional
      />
    </fieldset>
  );
}
