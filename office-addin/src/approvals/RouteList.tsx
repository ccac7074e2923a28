import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SlotView } from '@kaigi/core/contract';
import { sayWhen } from '../pane/when.ts';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  slot: {
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    paddingInlineStart: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  active: { borderInlineStartColor: tokens.colorBrandStroke1 },
  done: { borderInlineStartColor: tokens.colorStatusSuccessBorder2 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** Who sees the case in which order; the one who decides is marked. */
export function RouteList({ slots }: { slots: readonly SlotView[] }) {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <ol className={styles.list} data-testid="route" aria-label={say('case.route')}>
      {slots.map((slot) => (
        <Slot key={slot.id} slot={slot} />
      ))}
    </ol>
  );
}

/** Who is away today, who may act for them, and whether the case goes on without. */
function Away({ slot }: { slot: SlotView }) {
  const { say } = usePane();
  const pane = usePaneStyles();
  const { absence, expectedDeputy: deputy, expectedPassOver: passOver } = slot;
  if (!absence) return null;
  const names = deputy ? [deputy.postTitle, ...deputy.names].join(' ') : '';
  return (
    <Text block size={200} className={pane.soft} data-testid="slot-away">
      {say('slot.away', { statement: absence.statement })}
      {deputy ? ` ${say('slot.deputy', { names, article: deputy.article })}` : ''}
      {passOver
        ? ` ${say(passOver.automatic ? 'slot.passOver.automatic' : 'slot.passOver', { article: passOver.article })}`
        : ''}
    </Text>
  );
}

function Slot({ slot }: { slot: SlotView }) {
  const { say, locale } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const look = slot.status === 'ACTIVE' ? styles.active : slot.mark ? styles.done : '';
  const names = slot.actedBy
    ? slot.actedBy.name
    : slot.holders.map((person) => person.name).join('、') || say('case.vacant');
  return (
    <li className={`${styles.slot} ${look}`} aria-current={slot.status === 'ACTIVE' ? 'step' : undefined}>
      <div className={styles.line}>
        <Badge appearance={slot.duty === 'DECISION' ? 'filled' : 'outline'} color="brand">
          {say(`duty.${slot.duty}`)}
        </Badge>
        <Text weight="semibold" className={pane.wrap}>
          {slot.unitName} {slot.postTitle}
        </Text>
        <Text className={pane.wrap}>{names}</Text>
      </div>
      <Text block size={200} className={pane.soft}>
        {say(`slot.${slot.status}`)}
        {slot.actedAt ? ` ${sayWhen(slot.actedAt, locale)}` : ''}
        {slot.comment ? ` 「${slot.comment}」` : ''}
      </Text>
      <Away slot={slot} />
    </li>
  );
}
