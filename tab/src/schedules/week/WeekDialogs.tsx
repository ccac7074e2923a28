import type { WeekView } from '@kaigi/core/contract';
import { type LocalDate, localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import type { Column } from './columns.ts';
import { DayDialog } from './DayDialog.tsx';
import { type Editing, EntryDialog } from './EntryDialog.tsx';
import type { GridModel } from './grid-model.ts';
import { leadBack, type Opened } from './WeekGrid.tsx';

export interface WeekDialogsProps {
  readonly view: WeekView;
  readonly model: GridModel;
  readonly me: string;
  /** A cell, an entry of its own to be made, or nothing. */
  readonly opened: Opened | 'new' | null;
  readonly onOpened: (opened: null) => void;
}

/** Today, where it is among the days shown. */
function dayToEnter({ days, from }: WeekView): LocalDate {
  const today = localDateOf(new Date());
  return days.some(({ date }) => date === today) ? today : (from as LocalDate);
}

/** A cell that was opened, and what is entered or changed from there. */
export function WeekDialogs({ view, model, me, opened, onOpened }: WeekDialogsProps) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const close = () => {
    setEditing(null);
    onOpened(null);
    if (opened !== null && opened !== 'new') leadBack(opened);
  };
  if (opened === null) return null;
  if (opened === 'new')
    return <EntryDialog editing={{ item: null, staffId: null, day: dayToEnter(view), hour: null }} onClose={close} />;
  if (editing) return <EntryDialog editing={editing} onClose={close} />;
  const row = view.rows.find(({ person }) => person.staffId === opened.staffId);
  const column: Column | null = opened.column === null ? null : (model.columns[opened.column] ?? null);
  if (!row) return null;
  return (
    <DayDialog
      {...{ row, column }}
      itemId={opened.itemId}
      onEdit={(item) => setEditing({ item })}
      onAdd={() =>
        setEditing({
          item: null,
          staffId: opened.staffId === me ? null : opened.staffId,
          day: column?.day ?? dayToEnter(view),
          hour: column?.hour ?? null,
        })
      }
      onClose={close}
    />
  );
}
