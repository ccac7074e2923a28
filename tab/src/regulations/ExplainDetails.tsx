import type { ExplainView } from '@kaigi/core/contract';
import { type Say, useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { useRegulationsStyles } from './Regulations.styles.ts';
import { regulationsText } from './text.ts';

type StandIn = ExplainView['standIns'][number];

function StandInItem({ standIn }: { readonly standIn: StandIn }) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const locale = useLocale();
  const order = standIn.order.map(({ place, who }) =>
    t('explain.standIn.order', {
      place,
      names: listText(
        who.map(({ name, holders }) => [name, ...holders.map((holder) => holder.name)].join(' ')),
        locale,
      ),
    }),
  );
  const names = listText(standIn.mayActToday, locale);
  const absent = standIn.for.absent ? 'explain.standIn.nobody' : 'explain.standIn.notNeeded';
  return (
    <li className={styles.tight}>
      <span>
        {standIn.for.name}（{t(`duty.${standIn.duty}`)}）
      </span>
      <span className={styles.small}>{listText(order, locale)}</span>
      <span className={styles.small}>{names === '' ? t(absent) : t('explain.standIn.today', { names })}</span>
      <span className={styles.small}>{standIn.sentence}</span>
    </li>
  );
}

function numberingWords(
  { symbol, per, article }: NonNullable<ExplainView['numbering']>,
  t: Say<typeof regulationsText>,
) {
  if (per === 'NONE' || symbol === null) return t(`explain.numbering.${per}`, { article });
  return t('explain.numbering.symbol', { symbol, article });
}

function Handling({ view }: { readonly view: ExplainView }) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const locale = useLocale();
  const { retention, numbering, reminders } = view;
  const steps = listText(
    reminders.map(({ afterWorkingDays, to }) => t(`explain.reminder.${to}`, { days: afterWorkingDays })),
    locale,
  );
  return (
    <>
      {retention ? (
        <p className={styles.small}>
          {t('explain.retention', { sentence: retention.sentence, path: retention.path, article: retention.article })}
        </p>
      ) : null}
      {numbering ? <p className={styles.small}>{numberingWords(numbering, t)}</p> : null}
      {steps === '' ? null : <p className={styles.small}>{t('explain.reminders', { steps })}</p>}
    </>
  );
}

/** Every row that had a part in the answer. */
export function ExplainWhy({ view }: { readonly view: ExplainView }) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  return (
    <div className={styles.tight} data-testid="explain-why">
      <h3 className={styles.heading}>{t('explain.why')}</h3>
      <ul className={styles.plain}>
        {view.why.map(({ ruleId, article, sentence }) => (
          <li key={ruleId} className={styles.tight}>
            <span>{sentence}</span>
            {sentence.includes(article) ? null : <span className={styles.small}>{article}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Behind the answer: whom it is told to afterwards, who may stand in today, how it is kept and numbered. */
export function ExplainDetails({ view }: { readonly view: ExplainView }) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const locale = useLocale();
  const struck = listText(
    view.struck.map(({ name }) => name),
    locale,
  );
  return (
    <>
      {struck === '' ? null : <p className={styles.small}>{t('explain.struck', { names: struck })}</p>}
      {view.readers.length > 0 ? (
        <div className={styles.tight}>
          <h3 className={styles.heading}>{t('explain.readers')}</h3>
          <ul className={styles.plain}>
            {view.readers.map(({ who, article }) => (
              <li key={who.id}>
                {who.name} <span className={styles.small}>{article}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {view.standIns.length > 0 ? (
        <div className={styles.tight} data-testid="stand-ins">
          <h3 className={styles.heading}>{t('explain.standIns')}</h3>
          <ul className={styles.plain}>
            {view.standIns.map((standIn) => (
              <StandInItem key={`${standIn.duty}/${standIn.for.id}`} standIn={standIn} />
            ))}
          </ul>
        </div>
      ) : null}
      <Handling view={view} />
    </>
  );
}
