import { Badge, Button, Link, mergeClasses, Switch } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { ClosingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useLocale, useText } from '../app/locale.ts';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { hashOf } from '../app/routes.ts';
import { listText, personText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { CloseButton } from './CloseButton.tsx';
import { useClosingStyles } from './Closing.styles.ts';
import { closingText } from './closing-text.ts';
import { DaysNamed } from './DaysNamed.tsx';
import { useClosing } from './use-closing.ts';

type Unit = ClosingView['units'][number];
type BlockingPerson = ClosingView['blocking'][number];

function Why({ why }: Pick<BlockingPerson, 'why'>) {
  const styles = useAttendanceStyles();
  return why.map(({ code, words, dates }) => (
    <span key={code} className={styles.need}>
      <span>{words}</span>
      <DaysNamed dates={dates} />
    </span>
  ));
}

function Blocking({ one, month }: { readonly one: BlockingPerson; readonly month: string }) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const locale = useLocale();
  const { person, bosses, why, unlocked, closedChanged } = one;
  const names = listText(bosses.map(personText), locale);
  return (
    <li className={styles.tight} data-testid="blocking" data-name={person.name}>
      <span className={styles.line}>
        <Link href={hashOf({ page: 'closing', month, staffId: person.staffId })} className={styles.name}>
          {person.name}
        </Link>
        <span className={styles.small}>{`${person.unitName} ${person.postTitle}`}</span>
        {closedChanged ? (
          <Badge appearance="tint" color="danger">
            {t('blocking.changed')}
          </Badge>
        ) : null}
        {unlocked ? (
          <Badge appearance="tint" color="warning">
            {t('blocking.unlocked')}
          </Badge>
        ) : null}
      </span>
      <Why why={why} />
      {closedChanged ? null : (
        <span className={styles.small}>
          {bosses.length === 0 ? t('blocking.nobody') : t('blocking.bosses', { names })}
        </span>
      )}
    </li>
  );
}

/** Worked out anew when it is opened: what keeps these people, one by one. */
function UnitsBlocking({ unit, month }: { readonly unit: Unit; readonly month: string }) {
  const styles = useClosingStyles();
  const t = useText(closingText);
  const closing = useClosing({ month, unitId: unit.unitId });
  if (closing.isPending) return <LoadingState />;
  if (!closing.data) return <ErrorState error={closing.error} onRetry={() => void closing.refetch()} />;
  const { blocking } = closing.data;
  return (
    <ul className={styles.blocking} aria-label={t('units.why', { unit: unit.unitName })}>
      {blocking.length === 0 ? <li>{t('units.clear')}</li> : null}
      {blocking.map((one) => (
        <Blocking key={one.person.staffId} one={one} month={month} />
      ))}
    </ul>
  );
}

const FIGURES = ['people', 'closed', 'confirmed', 'waiting', 'blocked'] as const;

interface UnitProps {
  readonly unit: Unit;
  readonly month: string;
  readonly mayClose: boolean;
}

function UnitRow({ unit, month, mayClose }: UnitProps) {
  const styles = useClosingStyles();
  const t = useText(closingText);
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.unit} data-testid="unit-row" data-name={unit.unitName}>
      <div className={styles.unitHead}>
        <Button
          appearance="transparent"
          className={styles.unitName}
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          data-testid="unit-open"
        >
          {unit.unitName}
        </Button>
        <span className={styles.figures}>
          {FIGURES.filter((name) => name === 'people' || unit[name] > 0).map((name) => (
            <span key={name} className={mergeClasses(name === 'blocked' && styles.held)}>
              {t(`count.${name}`)} {t('count.of', { count: unit[name] })}
            </span>
          ))}
        </span>
        {mayClose && unit.closed < unit.people ? (
          <span className={styles.unitButton}>
            <CloseButton month={month} unit={unit} counts={unit} />
          </span>
        ) : null}
      </div>
      {open ? <UnitsBlocking unit={unit} month={month} /> : null}
    </li>
  );
}

/** What holds the month up, section by section and person by person. */
export function ClosingUnits({ view }: { readonly view: ClosingView }) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const held = view.units.filter(({ waiting, blocked }) => waiting + blocked > 0);
  const [onlyHeld, setOnlyHeld] = useState(true);
  const shown = onlyHeld ? held : view.units;
  return (
    <Section title={t('units.title')}>
      <Switch
        className={styles.start}
        label={t('units.only')}
        checked={onlyHeld}
        onChange={(_, { checked }) => setOnlyHeld(checked)}
        data-testid="units-only"
      />
      {shown.length === 0 ? <p className={styles.sentence}>{t('units.ready')}</p> : null}
      <ul className={styles.plain}>
        {shown.map((unit) => (
          <UnitRow key={unit.unitId} unit={unit} month={view.month} mayClose={view.may.close} />
        ))}
      </ul>
    </Section>
  );
}
