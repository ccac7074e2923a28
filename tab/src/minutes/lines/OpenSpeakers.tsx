import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { LineView } from '@kaigi/core/contract';
import { useMemo } from 'react';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { linesText } from './text.ts';

interface OpenLabel {
  readonly label: string | null;
  readonly kind: 'MACHINE' | 'ROOM' | 'HIDDEN' | 'NONE';
  readonly count: number;
  readonly first: string;
}

const ORDER: readonly OpenLabel['kind'][] = ['ROOM', 'MACHINE', 'NONE', 'HIDDEN'];

/** The labels nobody has been put to, rooms first: several people speak through them. */
export function openLabels(lines: readonly LineView[]): readonly OpenLabel[] {
  const labels = new Map<string | null, OpenLabel>();
  for (const { attendeeId, label, labelKind, id } of lines) {
    if (attendeeId !== null) continue;
    const before = labels.get(label);
    const kind = labelKind === 'NAME' ? 'MACHINE' : labelKind;
    labels.set(label, before ? { ...before, count: before.count + 1 } : { label, kind, count: 1, first: id });
  }
  return [...labels.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

export interface OpenSpeakersProps {
  readonly lines: readonly LineView[];
  readonly onGo: (lineId: string) => void;
}

/** Who is still to be assigned, and the way to the first line of each. */
export function OpenSpeakers({ lines, onGo }: OpenSpeakersProps) {
  const styles = useMinutesStyles();
  const t = useText(linesText);
  const open = useMemo(() => openLabels(lines), [lines]);
  if (open.length === 0) return null;
  return (
    <MessageBar intent={open[0]?.kind === 'ROOM' ? 'warning' : 'info'} layout="multiline" data-testid="open-speakers">
      <MessageBarBody>
        <MessageBarTitle>{t('open.title')}</MessageBarTitle>
        <ul className={styles.bare}>
          {open.map(({ label, kind, count, first }) => {
            const name = label ?? t('speaker.label.none');
            return (
              <li key={label ?? ''} className={styles.line} data-testid="open-label" data-kind={kind}>
                <span>{t(`open.${kind}`, { label: name, count })}</span>
                <Button
                  size="small"
                  appearance="transparent"
                  aria-label={t('open.go.label', { label: name })}
                  onClick={() => onGo(first)}
                >
                  {t('open.go')}
                </Button>
              </li>
            );
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
