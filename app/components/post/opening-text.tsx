import type { ShownPost } from '#app/domain/posts/views.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { GuideText } from '../guides/guide-text.tsx';
import { Prose, useLangOf } from '../prose.tsx';
import { TextHeading } from './text-heading.tsx';

type Props = { post: ShownPost; thread: ThreadView };

/** A dilemma as it is told: the situation, the story, what was tried, and the question set apart. */
export function OpeningText({ post, thread }: Props) {
  const { t } = useTranslation();
  const lang = useLangOf(thread.language);
  return (
    <>
      {thread.situation !== null && (
        <p className="post-situation" lang={lang}>
          {thread.situation}
        </p>
      )}
      {thread.kind === 'guide' ? (
        <GuideText html={post.html} lang={post.language} />
      ) : (
        <>
          <TextHeading html={post.html} />
          <Prose html={post.html} lang={post.language} />
        </>
      )}
      {thread.whatIHaveTried !== null && (
        <section className="post-part">
          <h2 className="part-name">{t('threads.tried')}</h2>
          <PlainText text={thread.whatIHaveTried} lang={lang} />
        </section>
      )}
      {thread.question !== null && (
        <section className="post-question">
          <h2 className="part-name">{t('threads.question')}</h2>
          <p lang={lang}>{thread.question}</p>
        </section>
      )}
    </>
  );
}

function PlainText({ text, lang }: { text: string; lang: string | undefined }) {
  return (
    <div className="prose" lang={lang}>
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
