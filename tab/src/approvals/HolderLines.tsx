import type { CaseView, HolderView, WhereaboutsLines } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNow } from '../app/use-now.ts';
import { listText } from '../app/words.ts';
import { useLines } from '../schedules/panel/use-panel.ts';
import { WhereLine } from '../schedules/panel/WhereLine.tsx';
import { useCasePageStyles } from './CasePage.styles.ts';
import { approvalsText } from './text.ts';
import { slotOf, workingMinutesSince, workingText } from './working-time.ts';

interface LineProps {
  readonly holder: HolderView;
  readonly route: CaseView['route'];
  readonly now: number;
  /** Where people are now, as far as it is known. */
  readonly lines: WhereaboutsLines | undefined;
}

function HolderLine({ holder, route, now, lines }: LineProps) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const slot = slotOf(route, holder);
  const elapsed = workingText(workingMinutesSince(holder.since, now), t);
  const deputy = slot?.expectedDeputy;
  const people = (slot?.holders ?? []).slice(0, MOST_LINES);
  return (
    <li>
      <span>
        {holder.unitName} {holder.postTitle}{' '}
        <span className={styles.holderNames}>{listText(holder.names, locale) || t('case.vacant')}</span>
      </span>
      <span className={styles.small}> {t('slot.since', { when: whenText(holder.since, locale), elapsed })}</span>
      {people.map(({ staffId }) => {
        const line = lines?.items.find(({ person }) => person.staffId === staffId);
        return line ? (
          <WhereLine key={staffId} line={line} named={people.length > 1} teams={lines?.teams ?? null} />
        ) : null;
      })}
      {slot?.absence ? (
        <p className={styles.warning}>{t('slot.absent', { statement: slot.absence.statement })}</p>
      ) : null}
      {slot?.absence && deputy ? (
        <p className={styles.small}>
          {t('slot.deputy', { names: listText(deputy.names, locale) || t('case.vacant'), article: deputy.article })}
        </p>
      ) : null}
    </li>
  );
}

/** Of a section to which a case is addressed, its first people. */
const MOST_LINES = 5;
/** As many as the service tells at a time. */
const MOST_ASKED = 50;

const peopleOf = ({ holders, route }: CaseView): string[] =>
  [
    ...new Set(
      holders.flatMap((holder) =>
        (slotOf(route, holder)?.holders ?? []).slice(0, MOST_LINES).map(({ staffId }) => staffId),
      ),
    ),
  ].slice(0, MOST_ASKED);

/** Who has it now and for how long; whether they are there at all, and who would act for them. */
export function HolderLines({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const now = useNow();
  const { data: lines } = useLines(peopleOf(view));
  if (view.holders.length === 0) return null;
  return (
    <div className={styles.holder} data-testid="holder">
      <span className={styles.small}>{t('case.holder')}</span>
      <ul className={styles.plain}>
        {view.holders.map((holder) => (
          <HolderLine key={holder.slotId} holder={holder} route={view.route} now={now} lines={lines} />
        ))}
      </ul>
    </div>
  );
}
