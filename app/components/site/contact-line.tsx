import { useTranslation } from '#app/i18n/use-translation.tsx';

/** Whom to turn to about the forum itself: an address of mail or of a page becomes a link. */
export function ContactLine({ contact }: { contact: string }) {
  const { t } = useTranslation();
  const href = hrefOf(contact);
  return (
    <p>
      {t('site.contact')} {href === null ? contact : <a href={href}>{contact}</a>}
    </p>
  );
}

function hrefOf(contact: string): string | null {
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(contact)) return `mailto:${contact}`;
  return /^https:\/\/\S+$/.test(contact) ? contact : null;
}
