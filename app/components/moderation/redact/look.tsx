import { useEffect, useRef } from 'react';
import type { LookView, OtherPlace } from '#app/domain/moderation/redact/look-view.server.ts';
import { alsoField } from '#app/domain/moderation/redact/also-field.ts';
import type { Language } from '#app/i18n/languages.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import type { Typed } from '#app/platform/forms/faults.ts';
import { Checkbox } from '../../forms/choices.tsx';
import { Notice } from '../../notice.tsx';
import { proseClass, useLangOf } from '../../prose.tsx';

/** What would happen: where the words stand, what is left of the text, and what is like them. */
export function Look({ look, language }: { look: LookView; language: Language }) {
  const { t } = useTranslation();
  const lang = useLangOf(language);
  const heading = useRef<HTMLHeadingElement>(null);
  const { html, fields, others, near, logReasons } = look;
  // It stands below what was pressed: who does not see that it came is taken to it.
  useEffect(() => heading.current?.focus(), [look.lookedFor, look.seen]);
  return (
    <section className="redact-look" aria-labelledby="look-heading">
      <h2 id="look-heading" tabIndex={-1} ref={heading}>
        {t('redaction.found')}
      </h2>
      <Notice kind="warning">
        <p>
          <b>{t('redaction.notYet')}</b> <Counts {...look} />
        </p>
        <p>{t('redaction.notes')}</p>
        {logReasons > 0 && <p>{t('redaction.inLog', { count: logReasons })}</p>}
      </Notice>
      <h3>{t('redaction.result')}</h3>
      {fields.map(({ field, text }) => (
        <p key={field}>
          <span className="quiet">{t(`editing.field.${field}`)}:</span> <span lang={lang}>{text}</span>
        </p>
      ))}
      <div className={`redact-result ${proseClass(html)}`} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
      <h3>{t('redaction.others')}</h3>
      <p className="quiet">{t(others.length > 0 ? 'redaction.othersHint' : 'redaction.noOthers')}</p>
      {others.map((other) => (
        <Other key={other.number} other={other} lang={lang} />
      ))}
      {near.length > 0 && (
        <>
          <h3>{t('redaction.near')}</h3>
          <p>{near.map(({ text, count }) => (count > 1 ? `${text} (${count})` : text)).join(', ')}</p>
          <p className="quiet">{t('redaction.nearHint')}</p>
        </>
      )}
    </section>
  );
}

function Other({ other, lang }: { other: OtherPlace; lang: Language | undefined }) {
  const { t } = useTranslation();
  const { number, name, canCut, excerpt } = other;
  const words = excerpt ? (
    <span lang={lang}>
      … {excerpt.before}
      <mark>{excerpt.passage}</mark>
      {excerpt.after} …
    </span>
  ) : (
    t('redaction.onlyEarlier')
  );
  if (!canCut) {
    return (
      <p>
        {t('redaction.otherAcross', { number, name })} {words}
      </p>
    );
  }
  return (
    <Checkbox
      name={alsoField(number)}
      label={t('redaction.other', { number, name })}
      hint={
        <>
          {words} <Counts {...other} />
        </>
      }
    />
  );
}

function Counts({ places, versions }: { places: number; versions: number }) {
  const { t } = useTranslation();
  return (
    <span className="quiet">
      {t('redaction.places', { count: places })}
      {versions > 0 && `, ${t('redaction.versions', { count: versions })}`}.
    </span>
  );
}

/** The boxes as a look leaves them: ticked at first. */
export function ticksOf(look: LookView | undefined): Typed {
  return Object.fromEntries((look?.others ?? []).map((other) => [alsoField(other.number), other.isTicked ? 'on' : '']));
}
