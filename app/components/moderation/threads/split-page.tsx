import type { ReplyLine } from '#app/domain/moderation/threads/get-thread-at-work.server.ts';
import { splitBox } from '#app/domain/moderation/threads/split-box.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import type { Language } from '#app/i18n/languages.ts';
import { threadModeratePath } from '#app/platform/urls.ts';
import { ReasonField } from '../../editing/reason-field.tsx';
import { FieldNotes, notesOf, TextField } from '../../forms/field.tsx';
import { KeptForm, useKeptField } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { SentenceWith } from '../../written.tsx';
import { TopicSelect, type TopicChoices } from './thread-work-page.tsx';

type Props = {
  thread: { id: string; title: string; language: Language; topic: { slug: string } };
  replies: readonly ReplyLine[];
  topics: TopicChoices;
  answer: FormAnswer | undefined;
};

/** Which replies become a thread of their own, and what that is called. */
export function SplitPage({ thread, replies, topics, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow thread-work">
      <p className="quiet">
        <a href={threadModeratePath(thread.id)}>{t('threadWork.title')}</a>
      </p>
      <h1>
        <SentenceWith
          sentence={(title) => t('threadWork.splitTitle', { title })}
          text={thread.title}
          language={thread.language}
        />
      </h1>
      <p className="lead">{t('threadWork.notes.split')}</p>
      {replies.length === 0 ? (
        <p>{t('threadWork.splitNone')}</p>
      ) : (
        <KeptForm answer={answer} defaults={{ topic: thread.topic.slug }} order={['posts', 'title', 'topic', 'reason']}>
          <RepliesField replies={replies} />
          <TextField name="title" label={t('threadWork.newTitle')} autoComplete="off" />
          <TopicSelect topics={topics} />
          <ReasonField hint={t('moderation.reasonHint')} suggestions={[t('threadWork.reasonAnotherMatter')]} />
          <div className="form-actions">
            <SubmitButton>{t('threadWork.buttons.split')}</SubmitButton>
            <a className="button button-quiet" href={threadModeratePath(thread.id)}>
              {t('forms.cancel')}
            </a>
          </div>
        </KeptForm>
      )}
    </div>
  );
}

function RepliesField({ replies }: { replies: readonly ReplyLine[] }) {
  const { t } = useTranslation();
  const field = useKeptField('posts');
  return (
    <fieldset
      className={field.fault ? 'field has-fault' : 'field'}
      {...notesOf(field, undefined)}
      aria-invalid={undefined}
    >
      <legend className="field-label">{t('threadWork.replies')}</legend>
      <FieldNotes field={field} />
      <div className="split-list">
        {replies.map((reply, index) => (
          // The summary's link leads to the field's own id: the first box bears it.
          <ReplyBox key={reply.number} reply={reply} id={index === 0 ? field.id : undefined} />
        ))}
      </div>
    </fieldset>
  );
}

function ReplyBox({ reply, id }: { reply: ReplyLine; id: string | undefined }) {
  const { t } = useTranslation();
  const box = useKeptField(splitBox(reply.number));
  const { number, name, state } = reply;
  const note = isKnown(state) ? ` (${t(`threadWork.replyStates.${state}`)})` : '';
  return (
    <div className="choice">
      <input type="checkbox" id={id ?? box.id} name={box.name} value="on" defaultChecked={box.text === 'on'} />
      <label htmlFor={id ?? box.id}>
        {reply.text === '' ? (
          t('threadWork.reply', { number, name, text: t('threadWork.noText') })
        ) : (
          <SentenceWith
            sentence={(text) => t('threadWork.reply', { number, name, text })}
            text={reply.text}
            language={reply.language}
          />
        )}
        {note}
      </label>
    </div>
  );
}

const isKnown = (state: string): state is 'held' | 'hidden' | 'erased' => ['held', 'hidden', 'erased'].includes(state);
