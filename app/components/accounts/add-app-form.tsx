import { TextField } from '#app/components/forms/field.tsx';
import { KeptForm } from '#app/components/forms/kept-form.tsx';
import { SubmitButton } from '#app/components/forms/submit-button.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { BackLink } from './back-link.tsx';
import { ConfirmField } from './confirm-field.tsx';

export type OfferView = { secret: string; address: string; qr: { size: number; path: string }; pending: string };

type Props = { answer: FormAnswer | undefined; offer: OfferView; replaces: boolean; penName: string };

/** A key for the member's app, as a picture and in letters; it counts once a first code has come back. */
export function AddAppForm({ answer, offer, replaces, penName }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <BackLink to="/me/settings/second-factor">{t('security.factor')}</BackLink>
      <h1>{t('security.appTitle')}</h1>
      <p className="lead">{t('security.appLead')}</p>
      {replaces && <p>{t('security.appReplaces')}</p>}
      <div className="key-offer">
        <QrPicture qr={offer.qr} />
        <dl>
          <dt>{t('security.key')}</dt>
          <dd>
            <code translate="no">{inGroups(offer.secret)}</code>
          </dd>
          <dd className="quiet">{t('security.keyNote')}</dd>
          <dd>
            <a href={offer.address}>{t('security.openInApp')}</a>
          </dd>
        </dl>
      </div>
      <KeptForm answer={answer} order={['code', 'current']}>
        <input type="hidden" name="pending" value={offer.pending} />
        <TextField name="code" label={t('security.firstCode')} autoComplete="one-time-code" inputMode="numeric" />
        <ConfirmField penName={penName} />
        <div className="form-actions">
          <SubmitButton>{t('security.appConfirm')}</SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}

/** Dark on light in every theme: many cameras do not read it the other way round. */
function QrPicture({ qr: { size, path } }: { qr: OfferView['qr'] }) {
  const { t } = useTranslation();
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('security.qrLabel')}>
      <path d={path} />
    </svg>
  );
}

function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
