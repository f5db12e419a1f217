import { CLOSING_CHOICES } from '#app/domain/moderation/threads/closing-days.ts';
import type { ThreadAtWork } from '#app/domain/moderation/threads/get-thread-at-work.server.ts';
import type { WorkAct as Act } from '#app/domain/moderation/threads/work-acts.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { formatDay } from '#app/i18n/dates.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { FormAnswer } from '#app/platform/forms/faults.ts';
import { threadPath, threadSplitPath } from '#app/platform/urls.ts';
import { Select } from '../../forms/choices.tsx';
import { TextField } from '../../forms/field.tsx';
import { Notice } from '../../notice.tsx';
import { langUnless } from '../../prose.tsx';
import { DayField } from './day-field.tsx';
import { WorkAct } from './work-act.tsx';

export type TopicChoices = readonly { name: string; topics: readonly { slug: string; name: string }[] }[];

type Props = {
  thread: ThreadView;
  work: ThreadAtWork;
  topics: TopicChoices;
  /** The act whose form is open, if any; `answer` is about it. */
  open: Act | null;
  isDone: boolean;
  answer: FormAnswer | undefined;
};

/** Everything that can be done with a whole thread. */
export function ThreadWorkPage({ thread, work, topics, open, isDone, answer }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const act = (name: Act) => ({
    act: name,
    word: name,
    threadId: thread.id,
    isOpen: open === name,
    answer: open === name ? answer : undefined,
  });
  return (
    <div className="page page-narrow thread-work">
      <p className="quiet">
        <a href={threadPath(thread)} lang={langUnless(language, thread.language)}>
          {thread.title}
        </a>
      </p>
      <h1>{t('threadWork.title')}</h1>
      <p className="lead">{t('threadWork.lead')}</p>
      {isDone && (
        <Notice kind="done">
          <p>
            {t('threadWork.done')} <a href={threadPath(thread)}>{t('threadWork.seeThread')}</a>
          </p>
        </Notice>
      )}
      <datalist id="work-reasons">
        <option value={t('moderation.reasonRunItsCourse')} />
      </datalist>
      <div className="work-acts">
        <WorkAct
          {...act('lock')}
          word={thread.locked ? 'unlock' : 'lock'}
          state={t(thread.locked ? 'threadWork.states.locked' : 'threadWork.states.open')}
        />
        <WorkAct {...act('move')} state={thread.topic.name} fields={['topic']}>
          <TopicSelect topics={topics} />
        </WorkAct>
        <Pins {...{ act, work }} />
        <WorkAct
          {...act('warning')}
          state={thread.contentWarning ?? t('threadWork.states.noWarning')}
          fields={['contentWarning']}
          defaults={{ contentWarning: thread.contentWarning ?? '' }}
        >
          <TextField name="contentWarning" label={t('threadWork.warningField')} optional autoComplete="off" />
        </WorkAct>
        <WorkAct
          {...act('closing')}
          state={t(`threadWork.dayChoices.${work.closing}`)}
          fields={['days']}
          defaults={{ days: work.closing }}
        >
          <Select
            name="days"
            label={t('threadWork.days')}
            hint={
              work.forumClosesAfter === null
                ? t('threadWork.forumNever')
                : t('threadWork.forumDays', { count: work.forumClosesAfter })
            }
            groups={[
              { choices: CLOSING_CHOICES.map((days) => ({ value: days, label: t(`threadWork.dayChoices.${days}`) })) },
            ]}
          />
        </WorkAct>
        {thread.kind === 'guide' && !thread.retired && (
          <WorkAct {...act('retire')} fields={['replacement']}>
            <TextField
              name="replacement"
              label={t('threadWork.replacement')}
              hint={t('threadWork.intoHint')}
              optional
              autoComplete="off"
            />
          </WorkAct>
        )}
        {thread.retired && <WorkAct {...act('reinstate')} />}
        <WorkAct {...act('merge')} fields={['into']}>
          <TextField name="into" label={t('threadWork.into')} hint={t('threadWork.intoHint')} autoComplete="off" />
        </WorkAct>
        <section className="work-act">
          <h2>{t('threadWork.acts.split')}</h2>
          <p className="work-note">{t('threadWork.notes.split')}</p>
          <p>
            <a className="button" href={threadSplitPath(thread.id)}>
              {t('threadWork.chooseReplies')}
            </a>
          </p>
        </section>
      </div>
    </div>
  );
}

type PinsProps = {
  act: (name: Act) => { act: Act; word: Act; threadId: string; isOpen: boolean; answer: FormAnswer | undefined };
  work: ThreadAtWork;
};

function Pins({ act, work: { pinnedUntil } }: PinsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  // The day that ends then.
  const last = pinnedUntil && new Date(pinnedUntil.getTime() - 1);
  const state = last && t('threadWork.states.pinnedUntil', { day: formatDay(last, language) });
  return (
    <>
      <WorkAct
        {...act('pin')}
        {...(state !== null && { state })}
        fields={['until']}
        defaults={{ until: last?.toISOString().slice(0, 10) ?? '' }}
      >
        <DayField name="until" label={t('threadWork.until')} hint={t('threadWork.untilHint')} />
      </WorkAct>
      {last && <WorkAct {...act('unpin')} />}
    </>
  );
}

/** Where a thread can be put. */
export function TopicSelect({ topics }: { topics: TopicChoices }) {
  const { t } = useTranslation();
  return (
    <Select
      name="topic"
      label={t('threadWork.topic')}
      placeholder={t('threadWork.chooseTopic')}
      groups={topics.map((group) => ({
        label: group.name,
        choices: group.topics.map(({ slug, name }) => ({ value: slug, label: name })),
      }))}
    />
  );
}
