import type { TeleworkStatistics } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { Section } from '../approvals/Section.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { useClosingStyles } from './Closing.styles.ts';
import { closingText } from './closing-text.ts';
import { useRates } from './use-closing.ts';

interface RatesProps {
  readonly rates: TeleworkStatistics;
}

function Sections({ rates: { whole, sections, fewestPeople } }: RatesProps) {
  const styles = useClosingStyles();
  const t = useText(closingText);
  return (
    <table className={styles.table} data-testid="rates">
      <thead>
        <tr>
          <th scope="col">{t('rates.section')}</th>
          <th scope="col">{t('rates.rate')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('rates.whole')}</th>
          <td>{whole ? t('rates.whole.figures', { ...whole }) : t('rates.few', { fewest: fewestPeople })}</td>
        </tr>
        {sections.map(({ unitId, unitName, words }) => (
          <tr key={unitId}>
            <th scope="row">{unitName}</th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Refusals({ rates: { refusals, fewestPeople } }: RatesProps) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  if (refusals.length === 0) return null;
  return (
    <>
      <p className={styles.name}>{t('rates.refusals')}</p>
      <ul className={`${styles.plain} ${styles.tight}`}>
        {refusals.map(({ code, words, count }) => (
          <li key={code}>
            {count === null
              ? t('rates.refusal.few', { words, fewest: fewestPeople })
              : t('rates.refusal', { words, count })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** 実施率 by section: no ranking, nobody by name, nothing of fewer than five. */
export function RatesCard({ month }: { readonly month: string }) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const rates = useRates(month);
  return (
    <Section title={t('rates.title')}>
      {rates.isPending ? <LoadingState /> : null}
      {rates.isError && !rates.data ? <ErrorState error={rates.error} onRetry={() => void rates.refetch()} /> : null}
      {rates.data ? (
        <>
          <p className={styles.lead}>{rates.data.explanation}</p>
          <Sections rates={rates.data} />
          <Refusals rates={rates.data} />
        </>
      ) : null}
    </Section>
  );
}
