import { Button } from '@fluentui/react-components';
import { BookOpenRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { Section } from '../Section.tsx';
import { useReadingStyles } from './ReadingPack.styles.ts';
import { readingText } from './text.ts';

interface ReadWhenWantedProps {
  readonly title: string;
  readonly lead: string;
  /** Drawn, and so asked for, only while it is open. */
  readonly children: ReactNode;
}

/** Papers take seconds to read, and to open them may be noted: they are asked for when somebody wants them. */
export function ReadWhenWanted({ title, lead, children }: ReadWhenWantedProps) {
  const styles = useReadingStyles();
  const t = useText(readingText);
  const [open, setOpen] = useState(false);
  return (
    <Section title={title}>
      <div className={styles.bar}>
        <p className={`${styles.small} ${styles.grow}`}>{lead}</p>
        <Button
          icon={<BookOpenRegular />}
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
          data-testid="reading-button"
        >
          {t(open ? 'reading.close' : 'reading.open')}
        </Button>
      </div>
      {open ? children : null}
    </Section>
  );
}
