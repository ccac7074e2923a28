import { Button, Field, SearchBox, ToggleButton } from '@fluentui/react-components';
import type { PresenceBoard, PresenceState } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { usePresenceStyles } from './Presence.styles.ts';
import { STATES } from './presence-rows.ts';
import { presenceText } from './text.ts';

interface UnitsProps {
  readonly board: Pick<PresenceBoard, 'path' | 'units'>;
  readonly unit: string | null;
  readonly onUnit: (unit: string | null) => void;
}

/** From the whole city hall down to the unit, and what lies below it. */
export function Units({ board: { path, units }, unit, onUnit }: UnitsProps) {
  const styles = usePresenceStyles();
  const t = useText(presenceText);
  const here = path.at(-1)?.unitId;
  return (
    <nav className={styles.card} aria-label={t('presence.units')} data-testid="presence-units">
      <span className={styles.line}>
        <Button size="small" onClick={() => onUnit('all')} disabledFocusable={unit === 'all'} data-testid="unit-all">
          {t('presence.all')}
        </Button>
        {path.map(({ unitId, name }) => (
          <span key={unitId} className={styles.line}>
            <span className={styles.crumb} aria-hidden>
              ›
            </span>
            <Button
              size="small"
              appearance={unitId === here ? 'primary' : 'secondary'}
              aria-current={unitId === here ? 'true' : undefined}
              onClick={() => onUnit(unitId)}
            >
              {name}
            </Button>
          </span>
        ))}
        {unit === null ? null : (
          <Button size="small" appearance="subtle" onClick={() => onUnit(null)} data-testid="unit-mine">
            {t('presence.mine')}
          </Button>
        )}
      </span>
      {units.length > 0 ? (
        <span className={styles.line}>
          <span className={styles.small}>{t('presence.below')}</span>
          {units.map(({ unitId, name }) => (
            <Button key={unitId} size="small" onClick={() => onUnit(unitId)}>
              {name}
            </Button>
          ))}
        </span>
      ) : null}
    </nav>
  );
}

interface FiltersProps {
  readonly counts: PresenceBoard['counts'];
  readonly state: PresenceState | null;
  readonly typed: string;
  readonly onState: (state: PresenceState | null) => void;
  readonly onTyped: (typed: string) => void;
}

/** How many are where, and only those. */
export function Filters({ counts, state, typed, onState, onTyped }: FiltersProps) {
  const styles = usePresenceStyles();
  const t = useText(presenceText);
  const there = STATES.filter((one) => (counts[one] ?? 0) > 0 || one === state);
  return (
    <search className={styles.card}>
      <Field label={t('presence.search')} className={styles.field}>
        <SearchBox value={typed} onChange={(_, { value }) => onTyped(value)} data-testid="presence-search" />
      </Field>
      <fieldset className={styles.filters} aria-label={t('presence.filter')}>
        <ToggleButton
          size="small"
          className={styles.chip}
          checked={state === null}
          onClick={() => onState(null)}
          data-testid="state-all"
        >
          {t('presence.filter.all')}
        </ToggleButton>
        {there.map((one) => (
          <ToggleButton
            key={one}
            size="small"
            className={styles.chip}
            checked={state === one}
            onClick={() => onState(state === one ? null : one)}
            data-testid={`state-${one}`}
          >
            {t('presence.filter.one', { state: t(`presence.state.${one}`), count: counts[one] ?? 0 })}
          </ToggleButton>
        ))}
      </fieldset>
    </search>
  );
}
