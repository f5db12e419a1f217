import type { Country, Helpline } from '#app/i18n/helplines.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** The numbers of one country: first for a life in danger, then somebody to talk to. */
export function CountryHelp({ name, country }: { name: string; country: Country }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="help-lines" aria-labelledby="help-danger">
        <h2 id="help-danger">{t('help.dangerIn', { country: name })}</h2>
        <p className="help-emergency">
          {country.emergency.map((number) => (
            <PhoneLink key={number} number={number} />
          ))}
        </p>
      </section>
      <section className="help-lines" aria-labelledby="help-talk">
        <h2 id="help-talk">{t('help.talkIn', { country: name })}</h2>
        <ul>
          {country.lines.map((line) => (
            <li key={line.number}>
              <b translate="no">{line.name}</b> <span className="quiet">{t(`help.for.${line.for}`)}</span>
              <Way line={line} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Way({ line }: { line: Helpline }) {
  const { t } = useTranslation();
  if (line.by !== 'text') {
    return (
      <p>
        {t(line.by === 'call' ? 'help.call' : 'help.callOrText')} <PhoneLink number={line.number} />
      </p>
    );
  }
  return (
    <p>
      {line.word === undefined ? t('help.text') : t('help.textWord', { word: line.word })}{' '}
      <a href={`sms:${digits(line.number)}`} translate="no">
        {line.number}
      </a>
    </p>
  );
}

function PhoneLink({ number }: { number: string }) {
  return (
    <a href={`tel:${digits(number)}`} translate="no">
      {number}
    </a>
  );
}

function digits(number: string): string {
  return number.replace(/\D/g, '');
}
