import { Checkbox, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { RedactDialog } from './RedactDialog.tsx';
import type { ShownText } from './redacting.ts';
import { publicationText } from './text.ts';
import type { PublicationDesk } from './use-publication.ts';

export interface CloseItemProps {
  readonly desk: PublicationDesk;
  readonly item: ShownText;
  readonly onClose: () => void;
}

interface LineSelectProps {
  readonly lines: readonly ShownText[];
  readonly which: 'first' | 'last';
  readonly lineId: string;
  readonly onLine: (lineId: string) => void;
}

const LONGEST = 30;

function LineSelect({ lines, which, lineId, onLine }: LineSelectProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  return (
    <Field label={t(`item.${which}`)} className={styles.field}>
      <Select
        className={styles.control}
        select={{ className: styles.control }}
        value={lineId}
        onChange={(_, { value }) => onLine(value)}
        data-testid={`item-${which}`}
      >
        <option value="">{t('item.by_minutes')}</option>
        {lines.map(({ id, text }, at) => (
          <option key={id} value={id}>
            {t('item.line', { number: at + 1, text: text.slice(0, LONGEST) })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A 議題 that was not open to the public: left out whole, with or without its title. */
export function CloseItem({ desk, item, onClose }: CloseItemProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const [titled, setTitled] = useState(false);
  const [firstId, setFirstId] = useState('');
  const [lastId, setLastId] = useState('');
  const lines = desk.preview.texts.filter(({ of }) => of === 'LINE');
  const wrong = (firstId === '') === (lastId === '') ? null : t('item.both');
  const range = firstId === '' ? null : { firstId, lastId };
  const handleConfirm = () =>
    desk.onGround(
      (ground) => [{ op: 'ITEM', id: crypto.randomUUID(), itemId: item.id, titled, lines: range, ground }],
      onClose,
    );
  return (
    <RedactDialog {...{ desk, wrong, onClose, title: t('item.title'), onConfirm: handleConfirm }}>
      <p className={styles.strong}>{item.text}</p>
      <Checkbox
        label={t('item.titled')}
        checked={titled}
        onChange={(_, { checked }) => setTitled(checked === true)}
        data-testid="item-titled"
      />
      <p className={styles.small}>{t('item.range')}</p>
      <LineSelect which="first" lineId={firstId} onLine={setFirstId} lines={lines} />
      <LineSelect which="last" lineId={lastId} onLine={setLastId} lines={lines} />
    </RedactDialog>
  );
}
