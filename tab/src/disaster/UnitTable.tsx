import { mergeClasses } from '@fluentui/react-components';
import type { RollBoard } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { ANSWERS } from './AnswerForm.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { disasterText } from './text.ts';

/** Unit by unit; those in which somebody needs help or is silent stand first. */
export function UnitTable({ board: { roll, units } }: { readonly board: RollBoard }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const answers = ANSWERS[roll.kind];
  const head = mergeClasses(styles.th, styles.number);
  const cell = mergeClasses(styles.td, styles.number);
  return (
    // A table wider than a phone scrolls by itself, also by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={styles.scroll} tabIndex={0} aria-label={t('board.units')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.th, styles.unit)}>
              {t('board.unit')}
            </th>
            <th scope="col" className={head}>
              {t('board.answered')}
            </th>
            <th scope="col" className={head}>
              {t('board.silent')}
            </th>
            {answers.map((answer) => (
              <th key={answer} scope="col" className={head}>
                {t(`answer.${answer}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ unitId, name, asked, answered, answers: counts }) => (
            <tr key={unitId ?? 'none'} data-testid="unit-row">
              <th scope="row" className={styles.td}>
                {name || t('board.no_unit')}
              </th>
              <td className={cell}>
                {answered}/{asked}
              </td>
              <td className={mergeClasses(cell, asked > answered && styles.red)}>{asked - answered}</td>
              {answers.map((answer) => (
                <td key={answer} className={cell}>
                  {counts[answer] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
