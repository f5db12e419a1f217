import { Checkbox, RadioGroup } from '#app/components/forms/choices.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { useFormKey } from '#app/components/forms/use-form-key.ts';
import type { NamedTopic } from '#app/domain/search/match-topics.ts';
import type { RelatedThread } from '#app/domain/search/related-threads.server.ts';
import { topicNames } from '#app/domain/topics/topic-names.ts';
import type { ListedGroup } from '#app/domain/topics/views.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { DespiteWarning } from '../holds/despite-warning.tsx';
import { BesideText } from './beside-text.tsx';
import type { ComposeAnswer } from './compose-answer.ts';
import { DraftKeeper } from './draft/draft-keeper.tsx';
import { GroundRules } from './ground-rules.tsx';
import type { KeptDraft } from './kept-draft.ts';
import { LanguageSelect, useWrittenLanguage } from './language-select.tsx';
import { OPENING_FIELDS, OpeningFields } from './opening-fields.tsx';
import { PerspectiveSelect } from './perspective-select.tsx';
import { PublishButtons } from './publish-buttons.tsx';
import { SimilarThreads } from './similar-threads.tsx';
import { TopicField } from './topic/topic-field.tsx';
import { WriteAs, type Writer } from './write-as.tsx';

const ORDER = ['perspective', 'as', 'topic', 'kind', ...OPENING_FIELDS, 'language', 'keepOut', 'despiteWarning'];

type NewThreadFormProps = {
  answer: ComposeAnswer | undefined;
  /** Threads like the one that was sent. */
  similar: readonly RelatedThread[];
  formKey: string;
  writer: Writer;
  draft: KeptDraft | null;
  groups: readonly ListedGroup[];
  /** Their topics by all the names that they have. */
  named: readonly NamedTopic[];
  /** The slug of the topic one came from. */
  topic: string;
  /** Whether the viewer keeps guides. */
  mayWriteGuides: boolean;
};

/** A dilemma or an open question, told in one column: who one is first, then what happened, then what one asks. */
export function NewThreadForm({ answer, formKey, topic, ...fields }: NewThreadFormProps) {
  const language = useLanguage();
  const key = useFormKey(formKey, answer);
  const defaults = { topic, language, perspective: 'undisclosed', ...fields.draft?.typed };
  return (
    <KeptForm key={key} answer={answer} defaults={defaults} order={ORDER}>
      <input type="hidden" name="formKey" value={key} />
      <Fields answer={answer} {...fields} />
    </KeptForm>
  );
}

type FieldsProps = Omit<NewThreadFormProps, 'formKey' | 'topic'>;

function Fields({ answer, similar, writer, draft, groups, named, mayWriteGuides }: FieldsProps) {
  const { t } = useTranslation();
  const language = useWrittenLanguage();
  return (
    <BesideText fields={OPENING_FIELDS} answer={answer} allow={topicNames(groups)} names={writer} language={language}>
      <PerspectiveSelect />
      <WriteAs writer={writer} />
      <GroundRules />
      <TopicField groups={groups} named={named} />
      <RadioGroup
        name="kind"
        legend={t('compose.kind')}
        choices={[
          { value: 'dilemma', label: t('threads.kind.dilemma'), hint: t('compose.dilemmaHint') },
          { value: 'discussion', label: t('threads.kind.discussion'), hint: t('compose.discussionHint') },
          ...(mayWriteGuides ? [{ value: 'guide', label: t('threads.kind.guide'), hint: t('guides.hint') }] : []),
        ]}
      />
      <OpeningFields withSituation={false} belowTitle={<SimilarThreads first={similar} />} language={language} />
      <LanguageSelect />
      <Checkbox name="keepOut" label={t('publicFace.keepOut')} hint={t('publicFace.keepOutHint')} />
      <DespiteWarning />
      <PublishButtons
        anonymous={t('compose.publishAnonymously')}
        penName={t('compose.publishAs', { name: writer.penName })}
      />
      <DraftKeeper draft={draft} threadId={null} />
    </BesideText>
  );
}
