import { Badge, Button, Field, MessageBar, MessageBarBody, Radio, RadioGroup } from '@fluentui/react-components';
import type { AttendeeView, LineView, SpeakerView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { personText } from '../../app/words.ts';
import { DialogFrame } from '../DialogFrame.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useLinesStyles } from './Lines.styles.ts';
import { reached, type SpeakerScope } from './line-edits.ts';
import { linesText } from './text.ts';

export interface SpeakerDialogProps {
  readonly line: LineView;
  readonly lines: readonly LineView[];
  readonly speaker: SpeakerView | null;
  readonly people: ReadonlyMap<string, AttendeeView>;
  readonly onChoose: (attendeeId: string | null, scope: SpeakerScope) => void;
  readonly onClose: () => void;
}

const SCOPES: readonly SpeakerScope[] = ['THIS', 'FROM_HERE', 'EVERYWHERE'];

function ScopeField(
  props: Pick<SpeakerDialogProps, 'line' | 'lines'> & {
    readonly scope: SpeakerScope;
    readonly onScope: (scope: SpeakerScope) => void;
  },
) {
  const { line, lines, scope, onScope } = props;
  const t = useText(linesText);
  const label = line.label ?? t('speaker.label.none');
  const handleScope = (value: string) => {
    const chosen = SCOPES.find((one) => one === value);
    if (chosen) onScope(chosen);
  };
  return (
    <Field label={t('speaker.scope')}>
      <RadioGroup value={scope} onChange={(_, { value }) => handleScope(value)}>
        {SCOPES.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`speaker.scope.${one}`, { label, count: reached(lines, { lineId: line.id, scope: one }).length })}
            data-testid={`scope-${one}`}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

interface PeopleProps extends Pick<SpeakerDialogProps, 'speaker' | 'people'> {
  readonly line: LineView;
  readonly onPerson: (attendeeId: string | null) => void;
}

/** Who it may be, with the reason: shown, never set. Of somebody who hides nobody guesses. */
function Candidates({ line, speaker, people, onPerson }: PeopleProps) {
  const styles = useLinesStyles();
  const groups = useMinutesStyles();
  const t = useText(linesText);
  if (line.labelKind === 'HIDDEN')
    return (
      <MessageBar intent="warning" layout="multiline" data-testid="speaker-hidden">
        <MessageBarBody>{t('speaker.hidden')}</MessageBarBody>
      </MessageBar>
    );
  const candidates = (speaker?.candidates ?? []).flatMap((one) => {
    const person = people.get(one.attendeeId);
    return person ? [{ ...one, person }] : [];
  });
  if (candidates.length === 0) return null;
  return (
    <fieldset className={groups.group} data-testid="candidates">
      <legend>{t('speaker.candidates')}</legend>
      {candidates.map(({ attendeeId, likelihood, why, person }) => (
        <Button key={attendeeId} className={styles.person} onClick={() => onPerson(attendeeId)} data-testid="candidate">
          <span>
            {personText(person)}{' '}
            <Badge appearance="tint" color="informative">
              {t('speaker.likelihood', { percent: Math.round(likelihood * 100) })}
            </Badge>{' '}
            {t(`speaker.why.${why}`)}
          </span>
        </Button>
      ))}
    </fieldset>
  );
}

function People({ people, onPerson }: Omit<PeopleProps, 'line' | 'speaker'>) {
  const styles = useLinesStyles();
  const groups = useMinutesStyles();
  const t = useText(linesText);
  const sorted = [...people.values()].sort((a, b) => Number(b.attended) - Number(a.attended));
  return (
    <fieldset className={groups.group}>
      <legend>{t('speaker.attendees')}</legend>
      {sorted.map((person) => (
        <Button
          key={person.id}
          appearance="subtle"
          className={styles.person}
          onClick={() => onPerson(person.id)}
          data-testid="speaker-person"
          data-attendee-id={person.id}
        >
          {personText(person)}
        </Button>
      ))}
      <Button
        appearance="subtle"
        className={styles.person}
        onClick={() => onPerson(null)}
        data-testid="speaker-unknown"
      >
        {t('speaker.unknown')}
      </Button>
    </fieldset>
  );
}

/** Who said this, and for how much of the transcript that holds. */
export function SpeakerDialog({ line, lines, speaker, people, onChoose, onClose }: SpeakerDialogProps) {
  const styles = useMinutesStyles();
  const t = useText(linesText);
  const [scope, setScope] = useState<SpeakerScope>('THIS');
  const handlePerson = (attendeeId: string | null) => onChoose(attendeeId, scope);
  const actions = <Button onClick={onClose}>{t('speaker.close')}</Button>;
  return (
    <DialogFrame {...{ title: t('speaker.title'), testId: 'speaker-dialog', onClose, actions }}>
      <p className={styles.text}>{line.text}</p>
      <p className={styles.small}>
        {line.label === null ? t('speaker.label.none') : t('speaker.label', { label: line.label })}
        <br />
        {t('speaker.heard', { text: line.heard })}
      </p>
      <ScopeField line={line} lines={lines} scope={scope} onScope={setScope} />
      <Candidates line={line} speaker={speaker} people={people} onPerson={handlePerson} />
      <People people={people} onPerson={handlePerson} />
    </DialogFrame>
  );
}
