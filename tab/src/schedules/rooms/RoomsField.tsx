import { Checkbox } from '@fluentui/react-components';
import type { RoomsView } from '@kaigi/core/contract';
import { useDialogStyles } from '../week/Dialogs.styles.ts';

export interface RoomsFieldProps {
  readonly label: string;
  readonly rooms: readonly Pick<RoomsView['items'][number], 'roomId' | 'name'>[];
  readonly chosen: readonly string[];
  readonly onChosen: (roomIds: readonly string[]) => void;
}

/** Which of these rooms, or of the equipment; where there is none, nothing. */
export function RoomsField({ label, rooms, chosen, onChosen }: RoomsFieldProps) {
  const styles = useDialogStyles();
  const without = (roomId: string) => chosen.filter((one) => one !== roomId);
  if (rooms.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {rooms.map(({ roomId, name }) => (
        <Checkbox
          key={roomId}
          label={name}
          checked={chosen.includes(roomId)}
          onChange={(_, { checked }) => onChosen(checked === true ? [...chosen, roomId] : without(roomId))}
        />
      ))}
    </fieldset>
  );
}
