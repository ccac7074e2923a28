import { Button, Field, Select, Switch } from '@fluentui/react-components';
import type { CaseSummary } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useInboxStyles } from './Inbox.styles.ts';
import { choices, type GroupOf, type InboxFilter, isFiltering, NO_FILTER } from './inbox.ts';
import { inboxText } from './text.ts';

export interface InboxFiltersProps {
  /** Everything of the section, whatever the filter: the choices do not vanish while one chooses. */
  readonly items: readonly CaseSummary[];
  readonly groupOf: GroupOf;
  readonly filter: InboxFilter;
  readonly onFilter: (filter: InboxFilter) => void;
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
  readonly testId: string;
}

function Choice({ label, all, values, value, onValue, testId }: ChoiceProps) {
  const styles = useInboxStyles();
  if (values.length < 2 && value === null) return null;
  return (
    <Field label={label} size="small" className={styles.select}>
      <Select
        size="small"
        value={value ?? ''}
        onChange={(_, data) => onValue(data.value === '' ? null : data.value)}
        data-testid={testId}
      >
        <option value="">{all}</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const WAITING = [0, 1, 3, 5] as const;

export function InboxFilters({ items, groupOf, filter, onFilter }: InboxFiltersProps) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  return (
    <search className={styles.filters} aria-label={t('inbox.filters')}>
      <Choice
        label={t('inbox.filter.group')}
        all={t('inbox.filter.group.all')}
        values={choices(items.map(groupOf))}
        value={filter.group}
        onValue={(group) => onFilter({ ...filter, group })}
        testId="filter-group"
      />
      <Choice
        label={t('inbox.filter.unit')}
        all={t('inbox.filter.unit.all')}
        values={choices(items.map(({ unitName }) => unitName))}
        value={filter.unit}
        onValue={(unit) => onFilter({ ...filter, unit })}
        testId="filter-unit"
      />
      <Field label={t('inbox.filter.waiting')} size="small" className={styles.select}>
        <Select
          size="small"
          value={String(filter.waiting)}
          onChange={(_, { value }) =>
            onFilter({ ...filter, waiting: WAITING.find((days) => String(days) === value) ?? 0 })
          }
          data-testid="filter-waiting"
        >
          {WAITING.map((days) => (
            <option key={days} value={String(days)}>
              {t(`inbox.filter.waiting.${days}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Switch
        checked={filter.urgent}
        label={t('inbox.filter.urgent')}
        onChange={(_, { checked }) => onFilter({ ...filter, urgent: checked })}
        data-testid="filter-urgent"
      />
      {isFiltering(filter) ? (
        <Button size="small" appearance="subtle" onClick={() => onFilter(NO_FILTER)} data-testid="filter-clear">
          {t('inbox.filters.clear')}
        </Button>
      ) : null}
    </search>
  );
}
