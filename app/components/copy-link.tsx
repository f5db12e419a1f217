import { useTranslation } from '#app/i18n/use-translation.tsx';

type Props = {
  /** The address to be handed on: the lasting one, with nothing behind it. */
  path: string;
  /** What a link there is called, where no script copies it. */
  name: string;
};

/** A clean address to share: where scripts run it is copied (app/enhance/copy-link.ts), and without them it is a link. */
export function CopyLink({ path, name }: Props) {
  const { t } = useTranslation();
  return (
    <a href={path} data-copied={t('posts.copied')}>
      <span className="without-scripts">{name}</span>
      <span className="with-scripts">{t('posts.copyLink')}</span>
    </a>
  );
}
