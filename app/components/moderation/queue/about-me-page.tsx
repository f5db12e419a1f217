import { ABOUT_ME_LIMITS } from '#app/domain/moderation/queue/limits.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { LookedOver } from '../../compose/compose-answer.ts';
import { IdentifyingDetails } from '../../compose/identifying/identifying-details.tsx';
import { TextField } from '../../forms/field.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { Notice } from '../../notice.tsx';

type Props = { title: string; about: string; isSent: boolean; answer: LookedOver | undefined };

/** In which identifying details are looked for; how to reach somebody is told on purpose. */
export const ABOUT_ME_FIELDS = ['text'] as const;

/** For somebody outside the forum who finds themselves written about. */
export function AboutMePage({ title, about, isSent, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{title}</h1>
      {isSent && !answer ? (
        <Notice kind="done">
          <p>{t('queue.aboutMeSent')}</p>
          <p>
            {t('queue.aboutMeSentNext')} <a href="/help-now">{t('site.help')}</a>
          </p>
        </Notice>
      ) : (
        <>
          <p className="lead">{t('queue.aboutMeLead')}</p>
          <KeptForm
            answer={answer}
            defaults={{ path: about }}
            order={['path', 'text', 'contact']}
            action="/concerns/new"
          >
            <TextField
              name="path"
              label={t('queue.aboutMePath')}
              hint={t('queue.aboutMePathHint')}
              autoComplete="off"
            />
            <TextArea
              name="text"
              label={t('queue.aboutMeText')}
              hint={t('queue.aboutMeTextHint')}
              rows={6}
              max={ABOUT_ME_LIMITS.text}
            />
            <TextField
              name="contact"
              label={t('queue.aboutMeContact')}
              hint={t('queue.aboutMeContactHint')}
              autoComplete="email"
              optional
            />
            <div className="form-actions">
              <SubmitButton>{t('queue.aboutMeSend')}</SubmitButton>
            </div>
            <IdentifyingDetails
              fields={ABOUT_ME_FIELDS}
              answer={answer}
              asItStands={t('queue.aboutMeSendAsItStands')}
            />
          </KeptForm>
        </>
      )}
    </div>
  );
}
