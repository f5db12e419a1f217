import type { ItemView } from '#app/domain/moderation/queue/get-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

type Props = { request: NonNullable<ItemView['request']>; isOpen: boolean };

/** What somebody outside the forum wrote, for as long as it waits. */
export function ItemRequest({ request: { path, text, contact }, isOpen }: Props) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="request-heading">
      <h2 id="request-heading">{t('queue.outsider')}</h2>
      <p>
        {t('queue.theText')}: <a href={path}>{path}</a>
      </p>
      {isOpen ? (
        <>
          <blockquote className="decided-on queue-as-flagged">{text}</blockquote>
          <p>{contact === null ? t('queue.noContact') : `${t('queue.contact')}: ${contact}`}</p>
        </>
      ) : (
        <p>{t('queue.textsGone')}</p>
      )}
    </section>
  );
}
