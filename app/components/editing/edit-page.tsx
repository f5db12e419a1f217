import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { BesideText } from '#app/components/compose/beside-text.tsx';
import { MarkdownField } from '#app/components/compose/markdown-field.tsx';
import { DespiteWarning } from '#app/components/holds/despite-warning.tsx';
import { OPENING_FIELDS, OpeningFields } from '#app/components/compose/opening-fields.tsx';
import type { OpeningContent } from '#app/domain/threads/schema.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { Typed } from '#app/platform/forms/faults.ts';
import { postInThreadPath, postRedactPath } from '#app/platform/urls.ts';
import { WayBack } from '../post/way-back.tsx';
import type { EditAnswer } from './edit-answer.ts';
import { KeepOutForm } from './keep-out-form.tsx';
import { EditReason } from './edit-reason.tsx';
import { TheirText } from './their-text.tsx';

type EditPageProps = {
  post: {
    id: string;
    number: number;
    version: number;
    body: string;
    language: Language;
    opening: OpeningContent | null;
    asModerator: boolean;
    author: { name: string };
    thread: { id: string; slug: string; title: string; language: Language; keptOut: boolean };
  };
  /** One's own edit that waits: the form goes on from it. */
  pending: { fromVersion: number; content: Readonly<Record<string, string | null>> } | null;
  answer: EditAnswer | undefined;
};

/** A post's text to be changed, by its author or, with a reason, by a moderator. */
export function EditPage({ post, pending, answer }: EditPageProps) {
  const { t } = useTranslation();
  const { number, thread, opening, asModerator, language } = post;
  const back = { ...thread, path: postInThreadPath(thread, number) };
  const version = answer?.typed['version'] ?? String(pending?.fromVersion ?? post.version);
  return (
    <div className="page page-narrow page-compose">
      <WayBack back={back} />
      <h1>{t('editing.title', { number })}</h1>
      <p className="lead">
        {asModerator ? t('editing.moderatorLead', { name: post.author.name }) : t('editing.authorLead')}
      </p>
      {asModerator && (
        <p className="quiet">
          {t('redaction.editHint')} <a href={postRedactPath(post.id)}>{t('redaction.editLink')}</a>.
        </p>
      )}
      {answer?.theirs && <TheirText text={answer.theirs} language={language} />}
      <KeptForm
        answer={answer}
        defaults={pending ? asTyped(pending.content) : defaultsOf(post)}
        order={[...OPENING_FIELDS, 'reason', 'publicDiff', 'despiteWarning']}
      >
        <input type="hidden" name="version" value={version} />
        <BesideText fields={OPENING_FIELDS} answer={answer} language={language}>
          {opening ? (
            <OpeningFields withSituation={opening.situation !== null} language={language} />
          ) : (
            <MarkdownField label={t('editing.text')} hint={t('compose.markdownHint')} rows={12} language={language} />
          )}
          <EditReason asModerator={asModerator} />
          <DespiteWarning />
          <div className="form-actions">
            <SubmitButton intent="publish">{t('editing.save')}</SubmitButton>
            <SubmitButton intent="preview" quiet>
              {t('compose.preview')}
            </SubmitButton>
            <a className="button button-quiet" href={back.path}>
              {t('forms.cancel')}
            </a>
          </div>
        </BesideText>
      </KeptForm>
      {opening && !asModerator && <KeepOutForm thread={thread} />}
    </div>
  );
}

function defaultsOf({ body, opening }: EditPageProps['post']): Typed {
  return asTyped({ ...opening, body });
}

function asTyped(texts: Readonly<Record<string, string | null>>): Typed {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? '']));
}
