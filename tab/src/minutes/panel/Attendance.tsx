import { Checkbox, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
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
  const shown = (id: string, attended: boolean) =>
    tick.isPending && tick.variables.attendeeId === id ? tick.variables.attended : attended;
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
              checked={shown(id, attended)}
              disabled={!view.may.change}
              label={[postTitle, name].filter(Boolean).join(' ')}
              onChange={(_, { checked }) => tick.mutate({ attendeeId: id, attended: checked === true })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
