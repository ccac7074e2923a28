import { Badge, mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular, RecordRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { useRegulationsStyles, useRouteStyles } from './Regulations.styles.ts';
import type { RouteRow, RouteStage } from './route-rows.ts';
import { regulationsText } from './text.ts';

export interface RouteStagesProps {
  readonly stages: readonly RouteStage[];
  /** What may be done with a line, where the route may be changed. */
  readonly controls?: (row: RouteRow) => ReactNode;
}

function markOf(stage: RouteStage): ReactNode {
  if (stage.rows.every(({ kept }) => kept)) return <CheckmarkCircleFilled />;
  return stage.rows.some(({ duty }) => duty === 'DECISION') ? <RecordRegular /> : <CircleRegular />;
}

function Absence({ row }: { readonly row: RouteRow }) {
  const styles = useRouteStyles();
  const small = useRegulationsStyles();
  const t = useText(regulationsText);
  const locale = useLocale();
  if (row.absence === null) return null;
  const names = listText(row.deputies, locale);
  return (
    <>
      <span className={styles.away} data-testid="route-absence">
        {t('row.absence', { statement: row.absence })}
      </span>
      <span className={small.small} data-testid="route-deputy">
        {names === '' ? (row.passOver ? null : t('row.deputy.none')) : t('row.deputy', { names })}
      </span>
      {row.passOver ? (
        <span className={small.small} data-testid="route-pass-over">
          {t(row.passOver.automatic ? 'row.passOver.automatic' : 'row.passOver', { article: row.passOver.article })}
        </span>
      ) : null}
    </>
  );
}

function People({ row }: { readonly row: RouteRow }) {
  const styles = useRouteStyles();
  const t = useText(regulationsText);
  const locale = useLocale();
  if (row.toSection) return <span>{t('row.section')}</span>;
  if (row.people.length === 0) return <span className={styles.vacant}>{t('row.vacant')}</span>;
  return <span>{listText(row.people, locale)}</span>;
}

function Row({ row, controls }: { readonly row: RouteRow } & Pick<RouteStagesProps, 'controls'>) {
  const styles = useRouteStyles();
  const small = useRegulationsStyles();
  const t = useText(regulationsText);
  const locale = useLocale();
  const { kept } = row;
  return (
    <li className={styles.row} data-testid="planned-slot" data-duty={row.duty}>
      <span className={small.line}>
        <span className={styles.name}>{row.name}</span>
        <Badge appearance="outline" color={row.duty === 'DECISION' ? 'brand' : 'informative'}>
          {t(`duty.${row.duty}`)}
        </Badge>
        {row.added ? (
          <Badge appearance="tint" color="informative">
            {row.addedBy === null ? t('row.added') : t('row.addedBy', { name: row.addedBy })}
          </Badge>
        ) : null}
      </span>
      <People row={row} />
      {row.skipped ? <span className={small.small}>{t('row.skipped')}</span> : null}
      {kept ? (
        <span className={styles.kept}>{t('row.kept', { by: kept.by, when: whenText(kept.at, locale) })}</span>
      ) : (
        <Absence row={row} />
      )}
      {row.article === '' ? null : <span className={small.small}>{row.article}</span>}
      {row.added && row.reason !== '' ? <span className={small.small}>{row.reason}</span> : null}
      {controls?.(row)}
    </li>
  );
}

function ruleWords({ rule }: RouteStage): readonly ['stage.ALL' | 'stage.ANY'] | readonly ['stage.atLeast', number] {
  if (rule === 'ALL') return ['stage.ALL'];
  return rule === 'ANY' ? ['stage.ANY'] : ['stage.atLeast', rule.atLeast];
}

/** A route from top to bottom: post, person, absence, who would stand in, article. */
export function RouteStages({ stages, controls }: RouteStagesProps) {
  const styles = useRouteStyles();
  const small = useRegulationsStyles();
  const t = useText(regulationsText);
  return (
    <ol className={styles.list} data-testid="planned-route">
      {stages.map((stage) => {
        const [words, count] = ruleWords(stage);
        const several = stage.rows.length > 1;
        const decides = stage.rows.some(({ duty }) => duty === 'DECISION');
        const kept = stage.rows.every((row) => row.kept);
        return (
          <li key={stage.stage} className={styles.stage}>
            <span className={mergeClasses(styles.mark, decides && styles.decision, kept && styles.kept)} aria-hidden>
              {markOf(stage)}
            </span>
            <div className={mergeClasses(styles.rows, several && styles.together)}>
              {several ? <span className={small.small}>{t(words, count === undefined ? {} : { count })}</span> : null}
              <ul className={styles.rows}>
                {stage.rows.map((row) => (
                  <Row key={row.key} row={row} {...(controls ? { controls } : {})} />
                ))}
              </ul>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
