import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadKeepOutPath } from '#app/platform/urls.ts';

type Props = { thread: { id: string; keptOut: boolean } };

/** Whether search engines may have one's thread. It changes no text, so it is a form of its own. */
export function KeepOutForm({ thread }: Props) {
  const { t } = useTranslation();
  return (
    <form className="side-form" action={threadKeepOutPath(thread.id)} method="post" aria-labelledby="keep-out-title">
      <h2 id="keep-out-title">{t('publicFace.enginesTitle')}</h2>
      <p>{t(thread.keptOut ? 'publicFace.isKeptOut' : 'publicFace.isFound')}</p>
      <p className="quiet">{t('publicFace.keepOutHint')}</p>
      <button className="button" type="submit" name="intent" value={thread.keptOut ? 'let-in' : 'keep-out'}>
        {t(thread.keptOut ? 'publicFace.letIn' : 'publicFace.keepOutNow')}
      </button>
    </form>
  );
}
