import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  mergeClasses,
} from '@fluentui/react-components';
import { AddRegular, EditRegular } from '@fluentui/react-icons';
import type { WeekItem, WeekRow } from '@kaigi/core/contract';
import { useLocale, useText } from '../../app/locale.ts';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { listText, personText } from '../../app/words.ts';
import { BookingLink } from '../bookings/BookingLink.tsx';
import { useBarStyles } from './Bar.styles.ts';
import { type Column, itemsIn } from './columns.ts';
import { useDialogStyles } from './Dialogs.styles.ts';
import { HeldForLink } from './HeldForLink.tsx';
import { columnWords, sourceText, syncWords, titleOf, whenOf } from './item-words.ts';
import { weekText } from './text.ts';

interface ItemProps {
  readonly item: WeekItem;
  readonly isMeant: boolean;
  readonly onEdit: (item: WeekItem) => void;
}

function Item({ item, isMeant, onEdit }: ItemProps) {
  const styles = useDialogStyles();
  const bars = useBarStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const { status, visibility, place, online, category, mayEdit } = item;
  const title = titleOf(item, t);
  const facts = [
    t(`week.status.${status}`),
    sourceText(item, t),
    online ? t('week.online') : null,
    item.title === null ? null : t(`week.visibility.${visibility}`),
    category === null || category === '' ? null : t('week.category', { category }),
  ];
  return (
    <li
      className={mergeClasses(bars.bar, bars[status], bars.wrapped, styles.item)}
      aria-current={isMeant ? 'true' : undefined}
      data-testid="day-item"
    >
      <span className={styles.when}>{whenOf(item, t, locale)}</span>
      <span className={styles.title}>
        <HeldForLink heldFor={item.heldFor}>
          <BookingLink bookingId={item.bookingId}>{title}</BookingLink>
        </HeldForLink>
      </span>
      {place === null || place === '' ? null : <span>{t('week.place', { place })}</span>}
      <span className={styles.facts}>{listText([...new Set(facts.filter((one) => one !== null))], locale)}</span>
      {mayEdit ? (
        <Button
          size="small"
          icon={<EditRegular />}
          aria-label={t('week.change.of', { title })}
          onClick={() => onEdit(item)}
          data-testid="day-edit"
        >
          {t('week.change')}
        </Button>
      ) : null}
    </li>
  );
}

export interface DayDialogProps {
  readonly row: WeekRow;
  /** null: all days that are shown. */
  readonly column: Column | null;
  readonly itemId: string | null;
  readonly onEdit: (item: WeekItem) => void;
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

/** Everything of one person in one day or hour: what a cell has no room for. */
export function DayDialog({ row, column, itemId, onEdit, onAdd, onClose }: DayDialogProps) {
  useFocusBack();
  const styles = useDialogStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const items = column === null ? row.items : itemsIn(row.items, column);
  const sync = syncWords(row, t);
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface data-testid="day-dialog">
        <DialogBody>
          <DialogTitle>
            {row.person.name}
            {column === null ? null : <span className={styles.day}>{columnWords(column, t, locale)}</span>}
          </DialogTitle>
          <DialogContent className={styles.stack}>
            <p className={styles.small}>{personText({ ...row.person, name: '' })}</p>
            {sync ? (
              <p className={styles.small} data-testid="day-synced">
                {sync.short} {sync.why}
              </p>
            ) : null}
            {items.length === 0 ? <p className={styles.none}>{t('week.details.none')}</p> : null}
            <ul className={styles.items}>
              {items.map((item) => (
                <Item key={item.id} item={item} isMeant={item.id === itemId} onEdit={onEdit} />
              ))}
            </ul>
          </DialogContent>
          <DialogActions fluid>
            {row.mayEdit ? (
              <Button appearance="primary" icon={<AddRegular />} onClick={onAdd} data-testid="day-add">
                {t('week.add')}
              </Button>
            ) : null}
            <Button onClick={onClose} data-testid="day-close">
              {t('week.details.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
