import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** Sends the form around it, for what cannot be undone. A second press is harmless: nothing is erased twice. */
export function DangerButton({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { formData, state } = useNavigation();
  const isPending = state !== 'idle' && formData !== undefined;
  return (
    <button className="button button-danger" type="submit" aria-busy={isPending || undefined}>
      {isPending ? t('forms.pending') : children}
    </button>
  );
}
