import type { ReactNode } from 'react';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer, Typed } from '#app/platform/forms/faults.ts';
import { TextField } from '../../forms/field.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { threadWorkPath } from '#app/platform/urls.ts';
import type { WorkAct as Act } from '#app/domain/moderation/threads/work-acts.ts';

type Props = {
  act: Act;
  threadId: string;
  /** What it is called here: locking is also unlocking. */
  word: 'lock' | 'unlock' | Act;
  /** How it stands now. */
  state?: ReactNode;
  isOpen: boolean;
  answer: FormAnswer | undefined;
  defaults?: Typed;
  /** The names of the fields above the reason. */
  fields?: readonly string[];
  children?: ReactNode;
};

/** One thing that can be done with a thread, folded: what it does, its fields, and why. */
export function WorkAct({ act, threadId, word, state, isOpen, answer, defaults, fields = [], children }: Props) {
  const { t } = useTranslation();
  return (
    <details className="work-act" id={act} open={isOpen}>
      <summary>
        <h2>{t(`threadWork.acts.${word}`)}</h2>
        {state !== undefined && <span className="quiet">{state}</span>}
      </summary>
      <p className="work-note">{t(`threadWork.notes.${word}`)}</p>
      <KeptForm
        scope={act}
        action={threadWorkPath(threadId, act)}
        answer={answer}
        {...(defaults && { defaults })}
        order={[...fields, 'reason']}
      >
        {children}
        <TextField
          name="reason"
          label={t('moderation.reason')}
          hint={t('moderation.reasonHint')}
          autoComplete="off"
          list="work-reasons"
        />
        <div className="form-actions">
          <SubmitButton intent={word}>{t(`threadWork.buttons.${word}`)}</SubmitButton>
        </div>
      </KeptForm>
    </details>
  );
}
