import { Button, mergeClasses, Switch } from '@fluentui/react-components';
import { PeopleAddRegular } from '@fluentui/react-icons';
import type { WeekView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { Units } from '../../presence/Filters.tsx';
import { weekText } from './text.ts';
import { useUnitWords } from './unit-words.ts';
import { useWeekStyles } from './Week.styles.ts';
import type { WeekToolsProps } from './WeekTools.tsx';

interface WhoProps extends WeekToolsProps {
  readonly view: WeekView;
}

function Chosen({ route, view, onRoute }: WhoProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const named = new Map(view.rows.map(({ person }) => [person.staffId, person]));
  const picked = route.people.map((id) => ({ kind: 'staff' as const, id, label: named.get(id)?.name ?? '…' }));
  return (
    <div className={mergeClasses(styles.card, styles.chosen)} data-testid="week-chosen">
      <DirectoryPicker
        label={t('week.choose.label')}
        kinds={['staff']}
        several
        optional
        picked={picked}
        onPicked={(all) => onRoute({ people: all.map(({ id }) => id) })}
        trouble={null}
      />
    </div>
  );
}

function Choice({ route, view, onRoute }: WhoProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const [wished, setWished] = useState(false);
  const choosing = wished || route.people.length > 0;
  const handleChoosing = () => {
    if (route.people.length > 0) onRoute({ people: [] });
    setWished(!choosing);
  };
  return (
    <div className={styles.who}>
      {choosing ? (
        <Chosen {...{ route, view, onRoute }} />
      ) : (
        <Units board={view} unit={route.unit} onUnit={(unit) => onRoute({ unit, people: [] })} />
      )}
      <div className={styles.tools}>
        {choosing ? null : (
          <Switch
            checked={route.below}
            label={t('week.below')}
            onChange={(_, { checked }) => onRoute({ below: checked })}
            data-testid="week-below"
          />
        )}
        <Button icon={<PeopleAddRegular />} onClick={handleChoosing} data-testid="week-choose">
          {t(choosing ? 'week.choose.end' : 'week.choose')}
        </Button>
      </div>
    </div>
  );
}

/** Whose rows: a unit with those below it, or people from anywhere. On a phone folded, so that the people come first. */
export function WhoTools({ phone, ...props }: WhoProps & { readonly phone: boolean }) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const unit = useUnitWords(props.view, props.route);
  if (!phone) return <Choice {...props} />;
  return (
    <details className={styles.fold} data-testid="week-who">
      <summary>{t('week.who', { unit })}</summary>
      <Choice {...props} />
    </details>
  );
}
