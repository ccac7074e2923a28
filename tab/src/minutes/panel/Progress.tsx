import type { MeetingView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { Due } from '../meetings/Due.tsx';
import { panelText } from './text.ts';

/** Transcript, minutes, what is missing and until when it is due. */
export function Progress({ view, sentences }: { readonly view: MeetingView; readonly sentences: number }) {
  const styles = useMinutesStyles();
  const t = useText(panelText);
  const lines = view.transcripts.filter(({ state }) => state === 'USED').reduce((sum, one) => sum + one.lines, 0);
  return (
    <Section title={t('progress')}>
      <ul className={styles.plain} data-testid="panel-progress">
        <li>{lines === 0 ? t('progress.transcript.none') : t('progress.transcript', { lines })}</li>
        <li>{sentences === 0 ? t('progress.draft.none') : t('progress.draft', { count: sentences })}</li>
        {view.missing.map(({ part, sentence }) => (
          <li key={part}>{sentence}</li>
        ))}
      </ul>
      <ul className={styles.bare}>
        {view.deadlines.map((due) => (
          <li key={due.kind}>
            <Due due={due} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
