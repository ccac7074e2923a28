import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import type { MeetingBody } from '../../api/minutes.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { listText } from '../../app/words.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { AttendeeFields } from './AttendeeFields.tsx';
import { ItemFields } from './ItemFields.tsx';
import { bodiesToChoose, type TypedMeeting, wrongIn } from './meeting-form.ts';
import { meetingsText } from './text.ts';
import { useBodiesToChoose, useMeetingRules } from './use-meetings.ts';

export interface MeetingFormProps {
  readonly first: TypedMeeting;
  /** The meeting that is put right; null for a new one. */
  readonly meetingId: string | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly sendLabel: string;
  readonly onSend: (typed: TypedMeeting) => void;
  /** Another way out beside sending. */
  readonly children?: ReactNode;
}

interface FieldsProps {
  readonly typed: TypedMeeting;
  readonly change: (change: Partial<TypedMeeting>) => void;
  readonly bodies: readonly MeetingBody[];
  /** Of which of them one may say that the meeting is. */
  readonly mine: ReadonlySet<string>;
  /** The sentence on what is wrong with a field, once somebody has tried. */
  readonly told: (field: keyof TypedMeeting) => { validationMessage?: string };
}

function BodyField({ typed, change, bodies, mine }: FieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const handleBody = (bodyId: string) => {
    const body = bodies.find((one) => one.bodyId === bodyId);
    change({ bodyId, closedGround: '', ...(body ? { isOpen: body.openness === 'OPEN' } : {}) });
  };
  const locale = useLocale();
  const offered = bodiesToChoose(bodies, mine, typed.bodyId);
  const secretariat = bodies.find(({ bodyId }) => bodyId === typed.bodyId)?.secretariat ?? [];
  const hint =
    secretariat.length === 0 ? {} : { hint: t('form.body.secretariat', { units: listText(secretariat, locale) }) };
  return (
    <Field label={t('fact.body')} className={styles.field} {...hint}>
      <Select
        value={typed.bodyId}
        className={styles.control}
        onChange={(_, { value }) => handleBody(value)}
        data-testid="meeting-body"
      >
        <option value="">{t('form.body.none')}</option>
        {offered.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function WhenFields({ typed, change, told }: FieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  return (
    <>
      <Field label={t('form.day')} required className={styles.field} {...told('heldOn')}>
        <Input
          type="date"
          className={styles.control}
          value={typed.heldOn}
          onChange={(_, { value }) => change({ heldOn: value })}
          data-testid="meeting-day"
        />
      </Field>
      {(['startsAt', 'endsAt'] as const).map((name) => (
        <Field key={name} label={t(name === 'startsAt' ? 'form.starts' : 'form.ends')} className={styles.field}>
          <Input
            type="time"
            className={styles.control}
            value={typed[name]}
            onChange={(_, { value }) => change({ [name]: value })}
            data-testid={`meeting-${name}`}
          />
        </Field>
      ))}
    </>
  );
}

function ClosedFields({ typed, change, bodies, told }: FieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const grounds = bodies.find(({ bodyId }) => bodyId === typed.bodyId)?.closedGrounds ?? [];
  return (
    <>
      {grounds.length > 0 ? (
        <Field label={t('form.ground')} className={styles.wide}>
          <Select
            value={typed.closedGround}
            className={styles.control}
            onChange={(_, { value }) => change({ closedGround: value })}
            data-testid="meeting-ground"
          >
            <option value="">{t('form.ground.choose')}</option>
            {grounds.map(({ groundId, text, article }) => (
              <option key={groundId} value={groundId}>
                {article} {text}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Field label={t('form.reason')} className={styles.wide} {...told('closedReason')}>
        <Textarea
          value={typed.closedReason}
          maxLength={500}
          onChange={(_, { value }) => change({ closedReason: value })}
          data-testid="meeting-reason"
        />
      </Field>
    </>
  );
}

function OpennessFields(props: FieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const { typed, change } = props;
  return (
    <>
      <Field label={t('fact.openness')} className={styles.wide}>
        <RadioGroup
          layout="horizontal"
          value={typed.isOpen ? 'open' : 'closed'}
          onChange={(_, { value }) => change({ isOpen: value === 'open' })}
          data-testid="meeting-openness"
        >
          <Radio value="open" label={t('fact.open')} />
          <Radio value="closed" label={t('fact.closed')} />
        </RadioGroup>
      </Field>
      {typed.isOpen ? null : <ClosedFields {...props} />}
    </>
  );
}

function Fields(props: FieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const { typed, change, told } = props;
  return (
    <div className={styles.form}>
      <Field label={t('form.name')} required className={styles.wide} {...told('title')}>
        <Input
          value={typed.title}
          maxLength={200}
          onChange={(_, { value }) => change({ title: value })}
          data-testid="meeting-name"
        />
      </Field>
      <WhenFields {...props} />
      <BodyField {...props} />
      <Field label={t('fact.place')} className={styles.field}>
        <Input
          className={styles.control}
          value={typed.place}
          maxLength={200}
          onChange={(_, { value }) => change({ place: value })}
          data-testid="meeting-place"
        />
      </Field>
      <Field label={t('fact.observers')} className={styles.field} {...told('observers')}>
        <Input
          className={styles.control}
          inputMode="numeric"
          value={typed.observers}
          onChange={(_, { value }) => change({ observers: value })}
          data-testid="meeting-observers"
        />
      </Field>
      <OpennessFields {...props} />
      <ItemFields kind="agenda" items={typed.agenda} onItems={(agenda) => change({ agenda })} />
      <AttendeeFields attendees={typed.attendees} onAttendees={(attendees) => change({ attendees })} />
      <ItemFields kind="papers" items={typed.papers} onItems={(papers) => change({ papers })} />
    </div>
  );
}

/** What a meeting is: for a new one, and for one that is put right. */
export function MeetingForm({ first, meetingId, busy, error, sendLabel, onSend, children }: MeetingFormProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const locale = useLocale();
  const [typed, setTyped] = useState(first);
  const [tried, setTried] = useState(false);
  const bodies = useMeetingRules().data?.items ?? [];
  const mine = new Set(useBodiesToChoose(meetingId).data?.items.map(({ id }) => id));
  const wrong = wrongIn(typed);
  const told: FieldsProps['told'] = (field) => {
    const code = tried ? wrong[field] : undefined;
    return code === undefined ? {} : { validationMessage: t(code) };
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrong).length === 0 && !busy) onSend(typed);
  };
  const change = (changed: Partial<TypedMeeting>) => setTyped((before) => ({ ...before, ...changed }));
  return (
    <form onSubmit={handleSubmit} noValidate className={styles.stack} data-testid="meeting-form">
      <Fields {...{ typed, change, bodies, mine, told }} />
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="meeting-refused">
          <MessageBarBody>
            <MessageBarTitle>{t('form.failed')}</MessageBarTitle>
            {errorWords(error, locale).sentence}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy} data-testid="meeting-send">
          {busy ? t('form.busy') : sendLabel}
        </Button>
        {children}
      </div>
    </form>
  );
}
