import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';

type SubmitButtonProps = {
  /** Of a form with several buttons. */
  intent?: string;
  quiet?: boolean;
  /** Beside another that is the likelier one. */
  outlined?: boolean;
  /** The id of what a button in a list is about. */
  describedBy?: string;
  children: ReactNode;
};

/**
 * Sends the form around it. While it is on its way the button says so but stays in reach of the keyboard: a second press
 * is harmless, since forms carry a key of their own.
 */
export function SubmitButton({ intent, quiet = false, outlined = false, describedBy, children }: SubmitButtonProps) {
  const { t } = useTranslation();
  const { formData, state } = useNavigation();
  const isPending = state !== 'idle' && formData !== undefined && (formData.get('intent') ?? undefined) === intent;
  return (
    <button
      className={quiet ? 'button button-quiet' : outlined ? 'button' : 'button button-primary'}
      type="submit"
      name={intent === undefined ? undefined : 'intent'}
      value={intent}
      aria-describedby={describedBy}
      aria-busy={isPending || undefined}
    >
      {isPending ? t('forms.pending') : children}
    </button>
  );
}
