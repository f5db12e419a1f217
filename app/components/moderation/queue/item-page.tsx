import type { SecondFactorDuty } from '#app/domain/identity/second-factor-duty.ts';
import type { ItemView } from '#app/domain/moderation/queue/get-item.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { SecondFactorNotice } from '../../accounts/second-factor-notice.tsx';
import { FaultMessage } from '../../forms/fault-message.tsx';
import { EditChanges } from '../../holds/edit-changes.tsx';
import { Moment } from '../../moment.tsx';
import { Notice } from '../../notice.tsx';
import { AnswerVerificationForm } from '../verification/answer-verification-form.tsx';
import { ItemVerificationView } from '../verification/item-verification.tsx';
import { AnswerForm } from './answer-form.tsx';
import { ClaimForm } from './claim-form.tsx';
import { DecideForm } from './decide-form.tsx';
import { DecideHeldForm } from './decide-held-form.tsx';
import { EarlierActs } from './earlier-acts.tsx';
import { ItemAppealView } from './item-appeal.tsx';
import { ItemHeldView } from './item-held.tsx';
import { ItemNotes } from './item-notes.tsx';
import { ItemPostView } from './item-post.tsx';
import { ItemRequest } from './item-request.tsx';
import { RiskTag } from './risk-tag.tsx';

type Props = { title: string; item: ItemView; duty: SecondFactorDuty; answer: FormAnswer | undefined };

/** One item, whole, with what can be decided on it. */
export function ItemPage({ title, item, duty, answer }: Props) {
  const { t } = useTranslation();
  const { about, request, appeal, verification, closedAt, outcome } = item;
  const isHeld = item.kind === 'held' || item.kind === 'pendingEdit';
  const isNote = answer?.typed['intent'] === 'note' || answer?.typed['note'] !== undefined;
  const fault = answer?.faults['form'];
  return (
    <div className="page queue-item">
      <p className="quiet">
        <a href="/moderation/queue">{t('queue.title')}</a>
      </p>
      <h1>{title}</h1>
      <SecondFactorNotice duty={duty} />
      <p className="quiet">
        <RiskTag risk={item.risk} /> {t('queue.since')} <Moment date={item.openedAt} kind="about" />
      </p>
      {outcome !== null && closedAt !== null && (
        <Notice>
          {fault && (
            <p>
              <FaultMessage fault={fault} />
            </p>
          )}
          <p>
            {t(outcome === 'acted' ? 'queue.closedActed' : 'queue.closedDismissed')}{' '}
            <Moment date={closedAt} kind="about" />
          </p>
          <p>
            <a href="/moderation/queue">{t('queue.goOn')}</a>
          </p>
        </Notice>
      )}
      {appeal && <ItemAppealView appeal={appeal} />}
      {item.kind === 'risk' && <p>{t('holds.queue.riskWhy')}</p>}
      {item.held && <ItemHeldView held={item.held} />}
      {item.edit && about && (
        <section aria-labelledby="change-heading">
          <h2 id="change-heading">{t('holds.queue.change')}</h2>
          <EditChanges edit={item.edit} language={about.post.language} />
        </section>
      )}
      {about && <ItemPostView about={about} />}
      {verification && <ItemVerificationView verification={verification} />}
      {request && <ItemRequest request={request} isOpen={outcome === null} />}
      {outcome === null && (
        <>
          <ClaimForm item={item} />
          {verification && !verification.isOwn && (
            <AnswerVerificationForm item={item} answer={isNote ? undefined : answer} />
          )}
          {isHeld && <DecideHeldForm item={item} answer={isNote ? undefined : answer} />}
          {appeal === null && verification === null && !isHeld && (
            <DecideForm item={item} answer={isNote ? undefined : answer} />
          )}
          {appeal !== null && !appeal.isOwnAct && (
            <AnswerForm appeal={appeal} item={item} answer={isNote ? undefined : answer} />
          )}
        </>
      )}
      <ItemNotes item={item} answer={isNote ? answer : undefined} />
      {about && <EarlierActs acts={about.acts} />}
    </div>
  );
}
