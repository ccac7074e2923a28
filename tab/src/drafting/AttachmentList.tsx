import { Button, mergeClasses } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowSyncRegular, ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import { useText } from '../app/locale.ts';
import { sizeText } from '../approvals/route-progress.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import { FileButton } from './FileButton.tsx';
import { ATTACHABLE } from './files.ts';
import { draftingText } from './text.ts';

export interface AttachmentItem {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** 0 while it has not been sent. */
  readonly version: number;
  readonly removable: boolean;
}

export interface AttachmentListProps {
  readonly items: readonly AttachmentItem[];
  readonly busy: boolean;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (key: string) => void;
  /** Absent while nothing has been sent. */
  readonly onReplace?: (key: string, file: File) => void;
}

type ItemProps = AttachmentListProps & { readonly item: AttachmentItem; readonly at: number };

function ItemButtons({ item, at, items, busy, onMove, onRemove, onReplace }: ItemProps) {
  const t = useText(draftingText);
  const { name, key, removable } = item;
  const button = (label: string, icon: ReactElement, act: (() => void) | null, testId: string) => (
    <Button
      appearance="subtle"
      icon={icon}
      aria-label={label}
      title={label}
      disabledFocusable={busy || act === null}
      onClick={() => (busy ? undefined : act?.())}
      data-testid={testId}
    />
  );
  return (
    <span>
      {button(
        t('attachments.up', { name }),
        <ArrowUpRegular />,
        at > 0 ? () => onMove(at, at - 1) : null,
        'attachment-up',
      )}
      {button(
        t('attachments.down', { name }),
        <ArrowDownRegular />,
        at < items.length - 1 ? () => onMove(at, at + 1) : null,
        'attachment-down',
      )}
      {onReplace ? (
        <FileButton
          label={t('attachments.replace', { name })}
          accept={ATTACHABLE}
          disabled={busy}
          iconOnly
          icon={<ArrowSyncRegular />}
          onFiles={([file]) => (file ? onReplace(key, file) : undefined)}
          testId="attachment-replace"
        />
      ) : null}
      {button(
        removable ? t('attachments.remove', { name }) : t('attachments.sealed'),
        <DeleteRegular />,
        removable ? () => onRemove(key) : null,
        'attachment-remove',
      )}
    </span>
  );
}

/** The attachments in the drafter's order; moved by dragging, or with the buttons. */
export function AttachmentList(props: AttachmentListProps) {
  const { items, busy, onMove } = props;
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const [dragged, setDragged] = useState<number | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const [told, setTold] = useState('');
  const handleMove = (from: number, to: number) => {
    onMove(from, to);
    setTold(t('attachments.moved', { name: items[from]?.name ?? '', order: to + 1 }));
  };
  const end = () => {
    setDragged(null);
    setTarget(null);
  };
  return (
    <>
      <ol className={styles.list}>
        {items.map((item, at) => (
          <li
            key={item.key}
            className={mergeClasses(styles.item, !busy && styles.grabbable, target === at && styles.target)}
            draggable={!busy}
            onDragStart={() => setDragged(at)}
            onDragEnd={end}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setTarget(at);
            }}
            onDrop={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (dragged !== at) handleMove(dragged, at);
              end();
            }}
            data-testid="attachment"
          >
            <span className={styles.itemText}>
              <span>{item.name}</span>
              <span className={styles.small}>
                {t('attachments.detail', { order: at + 1, size: sizeText(item.size) })}
                {item.version > 1 ? ` ${t('attachments.version', { version: item.version })}` : null}
              </span>
            </span>
            <ItemButtons {...props} onMove={handleMove} item={item} at={at} />
          </li>
        ))}
      </ol>
      <span className={styles.small} role="status">
        {told}
      </span>
    </>
  );
}
