import { useRef } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { signInPath } from '#app/platform/urls.ts';
import type { KeptDraft } from '../kept-draft.ts';
import { useKeptAsTyped } from './use-kept-as-typed.ts';

/** `threadId`: the thread that is replied in, null for a new one. */
type Props = { draft: KeptDraft | null; threadId: string | null };

/** Keeps what is written in the form around it as a draft, where scripts run, and says how that stands. */
export function DraftKeeper({ draft, threadId }: Props) {
  const { t } = useTranslation();
  const line = useRef<HTMLParagraphElement>(null);
  const state = useKeptAsTyped(line, threadId);
  return (
    <>
      {draft && <input type="hidden" name="draft" value={draft.number} />}
      <p className={state === 'kept' ? 'draft-state' : 'draft-state is-lost'} role="status" ref={line}>
        {state === 'kept' && t('drafts.kept')}
        {state === 'unreachable' && t('drafts.unreachable')}
        {state === 'busy' && t('drafts.busy')}
        {state === 'too-long' && t('drafts.tooLong')}
        {state === 'too-many' && t('drafts.tooMany')}
        {state === 'signed-out' && (
          <>
            {t('drafts.signedOut')}{' '}
            <a href={signInPath()} target="_blank" rel="noopener">
              {t('compose.signInBeside')}
            </a>
          </>
        )}
      </p>
    </>
  );
}
