import { Button, Field, MessageBar, MessageBarBody, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { ExplanationView, Person, Times } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { whenText } from '../slots/Proposals.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { panelText } from './text.ts';
import { useExplanationOrder, useLines, useTimes } from './use-panel.ts';
import { WhereLine } from './WhereLine.tsx';

type Minutes = 10 | 15;
type Time = Times['items'][number];

export interface ExplainDialogProps {
  readonly caseId: string;
  /** With whom one may be booked; at least one. */
  readonly people: readonly Person[];
  /** The one that gets another time; null: a new one. */
  readonly moved: ExplanationView | null;
  readonly onClose: () => void;
}

const minutesOf = (moved: ExplanationView | null): Minutes =>
  moved && Date.parse(moved.to) - Date.parse(moved.from) === 15 * 60_000 ? 15 : 10;

interface TimesProps {
  readonly question: ReturnType<typeof useTimes>;
  readonly chosen: string | null;
  readonly onChoose: (from: string) => void;
}

function TimeChoice({ question: { data, error }, chosen, onChoose }: TimesProps) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const locale = useLocale();
  if (error)
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
      </MessageBar>
    );
  if (!data) return <p role="status">{t('explain.times.loading')}</p>;
  if (data.items.length === 0) return <p role="status">{t('explain.times.none')}</p>;
  return (
    <Field label={t('explain.times')} required>
      <RadioGroup value={chosen ?? ''} onChange={(_, { value }) => onChoose(value)} data-testid="explain-times">
        {data.items.map((time: Time) => (
          <Radio key={time.from} value={time.from} label={whenText(time, locale)} />
        ))}
      </RadioGroup>
      {data.keepsWindows ? <p className={styles.small}>{t('explain.windows')}</p> : null}
    </Field>
  );
}

/** Whether they are there at all, before one asks for their time. */
function Where({ staffId }: { readonly staffId: string }) {
  const { data } = useLines([staffId]);
  const line = data?.items.find(({ person }) => person.staffId === staffId);
  return line ? <WhereLine line={line} named={false} teams={data?.teams ?? null} /> : null;
}

interface WhomProps {
  readonly people: readonly Person[];
  readonly staffId: string;
  readonly minutes: Minutes | null;
  readonly onPerson: (staffId: string) => void;
  readonly onMinutes: (minutes: Minutes) => void;
}

function Whom({ people, staffId, minutes, onPerson, onMinutes }: WhomProps) {
  const t = useText(panelText);
  return (
    <>
      <Field label={t('explain.person')}>
        <Select
          value={staffId}
          disabled={people.length === 1}
          onChange={(_, { value }) => onPerson(value)}
          select={{ 'data-testid': 'explain-person' } as object}
        >
          {people.map((person) => (
            <option key={person.staffId} value={person.staffId}>
              {person.unitName} {person.postTitle} {person.name}
            </option>
          ))}
        </Select>
      </Field>
      <Where staffId={staffId} />
      {minutes === null ? null : (
        <Field label={t('explain.minutes')}>
          <RadioGroup
            layout="horizontal"
            value={String(minutes)}
            onChange={(_, { value }) => onMinutes(value === '15' ? 15 : 10)}
          >
            <Radio value="10" label={t('explain.minutes.10')} />
            <Radio value="15" label={t('explain.minutes.15')} />
          </RadioGroup>
        </Field>
      )}
    </>
  );
}

function useExplain({ caseId, people, moved, onClose }: ExplainDialogProps) {
  const t = useText(panelText);
  const locale = useLocale();
  const notify = useNotice();
  const [staffId, setStaffId] = useState(people[0]?.staffId ?? '');
  const [minutes, setMinutes] = useState<Minutes>(minutesOf(moved));
  const [chosen, setChosen] = useState<string | null>(null);
  const question = useTimes({ caseId, staffId, minutes }, moved);
  const order = useExplanationOrder();
  const time = question.data?.items.find(({ from }) => from === chosen) ?? question.data?.items[0] ?? null;
  const handleSubmit = () => {
    if (order.isPending || time === null) return;
    const when = whenText(time, locale);
    order.mutate(
      moved
        ? { to: 'move', moved: { id: moved.explanationId, at: time.from, version: moved.version } }
        : { to: 'ask', input: { caseId, staffId, at: time.from, minutes } },
      {
        onSuccess: ({ tentative }) => {
          const done = tentative ? 'explain.done.tentative' : moved ? 'explain.done.move' : 'explain.done';
          notify({ text: t(done, { when }), intent: 'success' });
          onClose();
        },
      },
    );
  };
  return { staffId, setStaffId, minutes, setMinutes, setChosen, question, order, time, handleSubmit };
}

/** Whom, how long, and which of the next three times. */
export function ExplainDialog(props: ExplainDialogProps) {
  const { people, moved, onClose } = props;
  const t = useText(panelText);
  const locale = useLocale();
  const { staffId, setStaffId, minutes, setMinutes, setChosen, question, order, time, handleSubmit } =
    useExplain(props);
  const { isPending, error } = order;
  const asksMinutes = moved === null && question.data?.keepsWindows !== true;
  return (
    <FormDialog
      title={t(moved ? 'explain.move' : 'explain.book')}
      testId="explain-dialog"
      {...{ isPending, onClose }}
      onSubmit={handleSubmit}
      actions={
        <>
          <Button onClick={onClose}>{t('explain.close')}</Button>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={isPending || time === null}
            data-testid="explain-save"
          >
            {t(isPending ? 'explain.saving' : moved ? 'explain.save.move' : 'explain.save')}
          </Button>
        </>
      }
    >
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="explain-refused">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      <Whom
        people={people}
        staffId={staffId}
        minutes={asksMinutes ? minutes : null}
        onPerson={setStaffId}
        onMinutes={setMinutes}
      />
      <TimeChoice question={question} chosen={time?.from ?? null} onChoose={setChosen} />
    </FormDialog>
  );
}
