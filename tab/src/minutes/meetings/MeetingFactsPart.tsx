import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { PapersSection } from '../papers/PapersSection.tsx';
import { RecordingsSection } from '../recordings/RecordingsSection.tsx';
import { CancelMeeting } from './CancelMeeting.tsx';
import { ChangeMeeting } from './ChangeMeeting.tsx';
import { Due } from './Due.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import { RecordingNotice } from './RecordingNotice.tsx';
import { TakeInSection } from './TakeInSection.tsx';
import { meetingsText } from './text.ts';

interface PartProps {
  readonly view: MeetingView;
}

function Missing({ view }: PartProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  if (view.missing.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="missing">
      <MessageBarBody>
        <MessageBarTitle>{t('missing')}</MessageBarTitle>
        <ul className={styles.plain}>
          {view.missing.map(({ part, sentence, article }) => (
            <li key={part}>
              {sentence} <span className={styles.small}>{t('basis.article', { article })}</span>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

function Deadlines({ view }: PartProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  return (
    <Section title={t('deadlines')}>
      {view.deadlines.length === 0 ? <p className={styles.lead}>{t('deadlines.none')}</p> : null}
      <ul className={styles.bare} data-testid="deadlines">
        {view.deadlines.map((due) => (
          <li key={due.kind}>
            <Due due={due} />
            <p className={styles.small}>{t('basis.article', { article: due.article })}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SeenBy({ view }: PartProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  return (
    <Section title={t('seen')}>
      <ul className={styles.plain} data-testid="seen-by">
        {view.seenBy.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

function Facts({ view }: PartProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const [changing, setChanging] = useState(false);
  if (changing && view.may.change) return <ChangeMeeting view={view} onClose={() => setChanging(false)} />;
  return (
    <Section title={t('facts')}>
      <MeetingFacts view={view} />
      <div className={styles.buttons}>
        {view.may.change ? (
          <Button onClick={() => setChanging(true)} data-testid="change-meeting">
            {t('change.open')}
          </Button>
        ) : null}
        {view.may.cancel ? <CancelMeeting view={view} /> : null}
      </div>
    </Section>
  );
}

/** What the meeting is, what is missing and due, who sees it, and the transcripts that were taken in. */
export function MeetingFactsPart({ view }: PartProps) {
  const styles = useMinutesStyles();
  return (
    <>
      <Missing view={view} />
      <div className={styles.columns}>
        <div className={styles.page}>
          <Facts view={view} />
        </div>
        <div className={styles.page}>
          {['PLANNED', 'WRITING'].includes(view.state) ? <RecordingNotice view={view} /> : null}
          <TakeInSection view={view} />
          <RecordingsSection view={view} />
          {view.transcripts.length > 0 ? <PapersSection view={view} /> : null}
          <Deadlines view={view} />
          <SeenBy view={view} />
        </div>
      </div>
    </>
  );
}
