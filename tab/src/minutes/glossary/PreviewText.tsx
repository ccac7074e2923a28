import type { GlossaryPreview } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { glossaryText } from './text.ts';

interface Piece {
  readonly at: number;
  readonly kept: string;
  readonly before: string;
  readonly after: string;
}

/** The text cut at its changes: what stays before each, and the change. */
function piecesOf(text: string, { edits }: GlossaryPreview): Piece[] {
  let read = 0;
  const pieces = edits.map(({ from, before, after }): Piece => {
    const kept = text.slice(read, from);
    read = from + before.length;
    return { at: from, kept, before, after };
  });
  return [...pieces, { at: text.length, kept: text.slice(read), before: '', after: '' }];
}

/** What would be put right in a text, marked where it stands. */
export function PreviewText({ text, preview }: { readonly text: string; readonly preview: GlossaryPreview }) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  if (preview.edits.length === 0) return <p className={styles.lead}>{t('try.none')}</p>;
  return (
    <p className={styles.text} data-testid="try-shown">
      {piecesOf(text, preview).map(({ at, kept, before, after }) => (
        <span key={at}>
          {kept}
          {before === '' ? null : <del className={styles.muted}>{before}</del>}
          {after === '' ? null : <ins className={styles.strong}>{after}</ins>}
        </span>
      ))}
    </p>
  );
}
