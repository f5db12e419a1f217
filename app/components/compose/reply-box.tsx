import { fieldId, KeptForm } from '#app/components/forms/kept-form.tsx';
import { useFormKey } from '#app/components/forms/use-form-key.ts';
import type { QuoteView } from '#app/domain/posts/views.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Notice } from '../notice.tsx';
import { useLangOf } from '../prose.tsx';
import { DraftKeeper } from './draft/draft-keeper.tsx';
import { DespiteWarning } from '../holds/despite-warning.tsx';
import { BesideText } from './beside-text.tsx';
import type { ComposeAnswer } from './compose-answer.ts';
import type { KeptDraft } from './kept-draft.ts';
import { GroundRules } from './ground-rules.tsx';
import { MarkdownField } from './markdown-field.tsx';
import { PerspectiveSelect } from './perspective-select.tsx';
import { PublishButtons } from './publish-buttons.tsx';
import { useQuoting } from './quoting/use-quoting.ts';
import { SanctionNotice } from './sanction-notice.tsx';
import { SilenceNotice } from './silence-notice.tsx';
import { WrittenText } from './written-text.tsx';
import { WriteAs, type Writer } from './write-as.tsx';

const FIELDS = ['body'];
const ORDER = ['perspective', 'as', 'body', 'despiteWarning'];

export type ReplyBoxView =
  | { kind: 'locked' }
  | { kind: 'guest'; signInPath: string; joinPath: string }
  | { kind: 'barred'; reason: string; until: Date | null }
  | {
      kind: 'member';
      threadId: string;
      /** Of the thread, and so of its replies. */
      language: Language;
      formKey: string;
      quote: QuoteView | null;
      writer: Writer;
      draft: KeptDraft | null;
      isMoved: boolean;
      /** That nobody has written in the thread for long, and where one would start another. */
      silence: { since: Date; topic: string } | null;
    };

type ReplyBoxProps = {
  view: ReplyBoxView;
  answer: ComposeAnswer | undefined;
  /** The names of the thread, which are nobody's. */
  allow: readonly string[];
};

/** The end of a thread: what one can do here, be it to reply, to sign in first, or to read on elsewhere. */
export function ReplyBox({ view, answer, allow }: ReplyBoxProps) {
  const { t } = useTranslation();
  return (
    <section className="reply-box" id="reply" aria-labelledby="reply-heading">
      <h2 id="reply-heading">{t('threads.replyHeading')}</h2>
      {view.kind === 'locked' && <p>{t('threads.lockedNotice')}</p>}
      {view.kind === 'guest' && (
        <>
          <p>{t('threads.signInToReply')}</p>
          <p className="form-actions">
            <a className="button button-primary" href={view.signInPath}>
              {t('threads.signInToReplyLink')}
            </a>
            <a className="button button-quiet" href={view.joinPath}>
              {t('threads.joinToReply')}
            </a>
          </p>
        </>
      )}
      {view.kind === 'barred' && <SanctionNotice sanction="bar" reason={view.reason} until={view.until} />}
      {view.kind === 'member' && <ReplyForm key={view.threadId} view={view} answer={answer} allow={allow} />}
      {view.kind !== 'member' && answer && <WrittenText typed={answer.typed} />}
    </section>
  );
}

type ReplyFormProps = ReplyBoxProps & { view: Extract<ReplyBoxView, { kind: 'member' }> };

function ReplyForm({ view, answer, allow }: ReplyFormProps) {
  const { t } = useTranslation();
  const { quote, draft, writer } = view;
  const { alias, penName } = writer;
  const formKey = useFormKey(view.formKey, answer);
  const answeredByWords = useQuoting(fieldId('body'), quote?.id ?? null);
  const first = answer?.typed['body'] ?? draft?.typed['body'] ?? '';
  const defaults = { perspective: 'undisclosed', as: writer.usual, ...draft?.typed };
  return (
    <KeptForm key={formKey} answer={answer} defaults={defaults} order={ORDER}>
      <input type="hidden" name="formKey" value={formKey} />
      {view.isMoved && draft && <Notice>{t('threadWork.replyMoved')}</Notice>}
      {quote && <input type="hidden" name="quoteOf" value={quote.id} />}
      <BesideText fields={FIELDS} answer={answer} allow={allow} names={writer} language={view.language}>
        {alias !== null && <p className="reply-who">{t('threads.youAre', { alias })}</p>}
        {view.silence && <SilenceNotice {...view.silence} />}
        {writer.review && <SanctionNotice sanction="review" {...writer.review} />}
        <WriteAs writer={writer} />
        <PerspectiveSelect />
        <GroundRules />
        {quote && <Quoted quote={quote} hasOwnQuotes={answeredByWords === quote.id || /^ {0,3}>/m.test(first)} />}
        <MarkdownField label={t('compose.reply')} hint={t('compose.replyHint')} rows={8} language={view.language} />
        <DespiteWarning />
        <PublishButtons
          anonymous={alias === null ? t('compose.replyAnonymously') : t('compose.replyAs', { name: alias })}
          penName={t('compose.replyAs', { name: penName })}
        />
        <DraftKeeper draft={draft} threadId={view.threadId} />
      </BesideText>
    </KeptForm>
  );
}

/** The post that the reply answers, as it will stand above it: without its beginning where the reply quotes words itself. */
function Quoted({ quote, hasOwnQuotes }: { quote: QuoteView; hasOwnQuotes: boolean }) {
  const { t } = useTranslation();
  const lang = useLangOf(quote.language);
  return (
    <figure className="quoted">
      <figcaption>{t('posts.answers', { name: quote.author.name, number: quote.number })}</figcaption>
      {!hasOwnQuotes && <blockquote lang={lang}>{quote.excerpt}</blockquote>}
    </figure>
  );
}
