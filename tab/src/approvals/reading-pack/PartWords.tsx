import type { ReadingPartView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { Paper } from './Paper.tsx';
import { useReadingStyles } from './ReadingPack.styles.ts';
import { readingText } from './text.ts';

/** What is to be known of a paper before it is read, and its words. */
export function PartWords({ part }: { readonly part: Pick<ReadingPartView, 'notes' | 'html'> }) {
  const styles = useReadingStyles();
  const t = useText(readingText);
  return (
    <>
      {part.notes.map((note) => (
        <p key={note} className={styles.small}>
          {t(`reading.note.${note}`)}
        </p>
      ))}
      {part.html ? <Paper html={part.html} /> : null}
    </>
  );
}
