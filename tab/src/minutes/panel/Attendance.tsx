import { Checkbox, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { panelText } from './text.ts';
import { useTick } from './use-panel.ts';

/** 出欠, one tick each. */
export function Attendance({ view }: { readonly view: MeetingView }) {
  const styles = useMinutesStyles();
  const t = useText(panelText);
  const locale = useLocale();
  const tick = useTick(view.id);
  // What was pressed shows at once, and stays until its answer: others may be under way as well.
  const [pressed, setPressed] = useState<Readonly<Record<string, boolean>>>({});
  const handleTick = (attendeeId: string, attended: boolean) => {
    setPressed((others) => ({ ...others, [attendeeId]: attended }));
    const answered = () => setPressed(({ [attendeeId]: _, ...others }) => others);
    void tick.mutateAsync({ attendeeId, attended }).then(answered, answered);
  };
  return (
    <Section title={t('attendance')}>
      {view.attendees.length === 0 ? <p className={styles.lead}>{t('attendance.none')}</p> : null}
      {tick.error ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('attendance.failed')}</MessageBarTitle>
            {errorWords(tick.error, locale).sentence}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <ul className={styles.bare} data-testid="panel-attendance">
        {view.attendees.map(({ id, name, postTitle, attended }) => (
          <li key={id}>
            <Checkbox
              checked={pressed[id] ?? attended}
              disabled={!view.may.change}
              label={[postTitle, name].filter(Boolean).join(' ')}
              onChange={(_, { checked }) => handleTick(id, checked === true)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
