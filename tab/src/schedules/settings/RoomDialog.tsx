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
import type { RoomsView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { NotBooked } from '../rooms/NotBooked.tsx';
import type { Room } from '../rooms/room-rows.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { RoomFields } from './RoomFields.tsx';
import { newRoom, type RoomProblem, readRoom, readRoomChange, type TypedRoom, typedRoom } from './room-form.ts';
import { settingsText } from './text.ts';
import { type RoomOrder, useRoomOrder } from './use-room-settings.ts';

export interface RoomDialogProps {
  /** null: a new one. */
  readonly room: Room | null;
  readonly offices: RoomsView['offices'];
  readonly onClose: () => void;
}

function orderOf(typed: TypedRoom, opened: Room | null, room: Room | null): RoomOrder | RoomProblem {
  if (!opened || !room) {
    const read = readRoom(typed);
    return read.ok ? { to: 'add', input: read.input } : read.problem;
  }
  const read = readRoomChange(typed, opened, room.version);
  return read.ok ? { to: 'change', roomId: room.roomId, change: read.change } : read.problem;
}

function useRoomForm({ room, onClose }: RoomDialogProps) {
  const t = useText(settingsText);
  const notify = useNotice();
  const [opened] = useState(room);
  const [typed, setTyped] = useState(() => (room ? typedRoom(room) : newRoom()));
  const [problem, setProblem] = useState<RoomProblem | null>(null);
  const { mutate, isPending, error } = useRoomOrder();
  const change = (next: TypedRoom) => {
    setTyped(next);
    setProblem(null);
  };
  const send = (order: RoomOrder, said: string) => {
    if (isPending) return;
    mutate(order, {
      onSuccess: () => {
        notify({ text: said, intent: 'success' });
        onClose();
      },
    });
  };
  const save = () => {
    const order = orderOf(typed, opened, room);
    setProblem(typeof order === 'string' ? order : null);
    if (typeof order !== 'string') send(order, t('admin.room.saved', { name: typed.name.trim() }));
  };
  const retire = ({ roomId, version, name }: Room) =>
    send({ to: 'change', roomId, change: { version, removed: true } }, t('admin.room.retired', { name }));
  return { typed, change, problem, isPending, error, save, retire };
}

/** Pressed once it asks, pressed again it does. */
function RetireButton({ onRetire }: { readonly onRetire: () => void }) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const [sure, setSure] = useState(false);
  return (
    <Button className={styles.removal} onClick={() => (sure ? onRetire() : setSure(true))} data-testid="room-retire">
      {t(sure ? 'admin.room.retire.sure' : 'admin.room.retire')}
    </Button>
  );
}

/** A room or equipment without a mailbox; of one in Outlook, what Outlook does not know. */
export function RoomDialog(props: RoomDialogProps) {
  const { room, offices, onClose } = props;
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const { typed, change, problem, isPending, error, save, retire } = useRoomForm(props);
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => (open || isPending ? undefined : onClose())}>
      <DialogSurface data-testid="room-form">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <DialogBody>
            <DialogTitle>{room ? t('admin.rooms.change.of', { name: room.name }) : t('admin.rooms.add')}</DialogTitle>
            <DialogContent className={styles.form}>
              <NotBooked error={error} hindered={null} failed={t('admin.failed')} />
              {problem === 'admin.room.nothing' ? (
                <MessageBar>
                  <MessageBarBody>{t(problem)}</MessageBarBody>
                </MessageBar>
              ) : null}
              <RoomFields {...{ typed, problem, room, offices }} onTyped={change} />
            </DialogContent>
            <DialogActions fluid>
              {room?.source === 'OWN' ? <RetireButton onRetire={() => retire(room)} /> : null}
              <Button onClick={onClose}>{t('admin.close')}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="room-save">
                {t(isPending ? 'admin.room.busy' : 'admin.room.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
