import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { WeekItem } from '@kaigi/core/contract';
import type { LocalDate } from '@kaigi/core/shared';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { type EntryOrder, useEntryOrder } from '../use-schedules.ts';
import { useDialogStyles } from './Dialogs.styles.ts';
import { EntryFields } from './EntryFields.tsx';
import { type EntryProblem, newEntry, readEntry, typedOf } from './entry-form.ts';
import { weekText } from './text.ts';

/** A new entry in somebody's calendar, or one that stands there. */
export type Editing =
  | { readonly item: null; readonly staffId: string | null; readonly day: LocalDate; readonly hour: number | null }
  | { readonly item: WeekItem };

function useEntry(editing: Editing, onClose: () => void) {
  const t = useText(weekText);
  const notify = useNotice();
  const [typed, setTyped] = useState(() =>
    editing.item === null ? newEntry(editing.day, editing.hour) : typedOf(editing.item),
  );
  const [problem, setProblem] = useState<EntryProblem | null>(null);
  const { mutate, isPending, error } = useEntryOrder();
  const order = (wish: EntryOrder) => {
    if (isPending) return;
    const done = t(wish.to === 'remove' ? 'entry.removed' : 'entry.saved');
    mutate(wish, {
      onSuccess: () => {
        notify({ text: done, intent: 'success' });
        onClose();
      },
    });
  };
  const save = () => {
    const read = readEntry(typed);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    const { item } = editing;
    if (item === null) {
      const whose = editing.staffId === null ? {} : { staffId: editing.staffId };
      order({ to: 'enter', entry: { ...read.entry, ...whose } });
    } else order({ to: 'change', change: { id: item.id, change: { ...read.entry, version: item.version ?? 1 } } });
  };
  const remove = ({ id, version }: WeekItem) => order({ to: 'remove', removal: { id, version: version ?? 1 } });
  return { typed, setTyped, problem, isPending, error, save, remove };
}

interface RemoveProps {
  readonly item: WeekItem;
  readonly onRemove: (item: WeekItem) => void;
}

/** Pressed once it asks, pressed again it does. */
function RemoveButton({ item, onRemove }: RemoveProps) {
  const styles = useDialogStyles();
  const t = useText(weekText);
  const [sure, setSure] = useState(false);
  return (
    <Button
      className={styles.removal}
      icon={<DeleteRegular />}
      onClick={() => (sure ? onRemove(item) : setSure(true))}
      data-testid="entry-remove"
    >
      {t(sure ? 'entry.remove.sure' : 'entry.remove')}
    </Button>
  );
}

export interface EntryDialogProps {
  readonly editing: Editing;
  readonly onClose: () => void;
}

/** What one enters oneself, for whom Outlook does not: who may read it is explained where it is chosen. */
export function EntryDialog({ editing, onClose }: EntryDialogProps) {
  const styles = useDialogStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const { typed, setTyped, problem, isPending, error, save, remove } = useEntry(editing, onClose);
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => (open || isPending ? undefined : onClose())}>
      <DialogSurface data-testid="entry-dialog">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <DialogBody>
            <DialogTitle>{t(editing.item === null ? 'entry.new' : 'entry.edit')}</DialogTitle>
            <DialogContent className={styles.form}>
              {error ? (
                <MessageBar intent="error" layout="multiline" data-testid="entry-refused">
                  <MessageBarBody>
                    {t('entry.failed')} {errorWords(error, locale).sentence}
                  </MessageBarBody>
                </MessageBar>
              ) : null}
              <EntryFields typed={typed} problem={problem} onTyped={setTyped} />
            </DialogContent>
            <DialogActions fluid>
              {editing.item === null ? null : <RemoveButton item={editing.item} onRemove={remove} />}
              <Button onClick={onClose}>{t('entry.close')}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="entry-save">
                {t(isPending ? 'entry.busy' : 'entry.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
