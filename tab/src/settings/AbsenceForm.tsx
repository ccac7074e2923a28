import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Spinner,
} from '@fluentui/react-components';
import type { AbsenceList } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { personText } from '../app/words.ts';
import { type PeriodProblem, periodOf, type TypedPeriod, wholeDay } from './period.ts';
import { useSettingsStyles } from './Settings.styles.ts';
import { settingsText } from './text.ts';
import { useRecordAbsence } from './use-settings.ts';

const today = () => localDateOf(new Date());

interface TimesProps {
  readonly typed: TypedPeriod;
  readonly problem: PeriodProblem | null;
  readonly onTyped: (typed: TypedPeriod) => void;
}

type Name = 'fromDay' | 'fromTime' | 'untilDay' | 'untilTime';

function Times({ typed, problem, onTyped }: TimesProps) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const input = (name: Name) => ({
    className: styles.input,
    type: name.endsWith('Day') ? ('date' as const) : ('time' as const),
    value: typed[name],
    disabled: typed.open && name.startsWith('until'),
    onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: value }),
    'data-testid': `away-${name}`,
  });
  const wrong = (begins: string) =>
    problem?.startsWith(begins) ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  const fromHint = t(typed.fromDay === today() ? 'away.from.hint' : 'away.from.hint.day');
  return (
    <div className={styles.times}>
      <Field label={t('away.from')} required {...wrong('away.from')}>
        <Input {...input('fromDay')} />
      </Field>
      <Field label={t('away.from.time')} hint={fromHint}>
        <Input {...input('fromTime')} />
      </Field>
      <Field label={t('away.until')} required={!typed.open} {...wrong('away.until')}>
        <Input {...input('untilDay')} min={typed.fromDay} />
      </Field>
      <Field label={t('away.until.time')} hint={t('away.until.hint')}>
        <Input {...input('untilTime')} />
      </Field>
    </div>
  );
}

type People = AbsenceList['mayRecordFor'];

interface WhoseProps {
  readonly people: People;
  readonly staffId: string;
  readonly onStaffId: (staffId: string) => void;
}

/** Oneself, or somebody for whom the city lets one say it: a superior, a secretary, personnel. */
function Whose({ people, staffId, onStaffId }: WhoseProps) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  if (people.length === 0) return null;
  return (
    <Field label={t('away.whose')}>
      <Select
        className={styles.input}
        value={staffId}
        onChange={(_, { value }) => onStaffId(value)}
        select={{ 'data-testid': 'away-whose' } as object}
      >
        <option value="">{t('away.whose.mine')}</option>
        {people.map((one) => (
          <option key={one.staffId} value={one.staffId}>
            {personText(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** 「不在にする」, for oneself or for whom one may. */
export function AbsenceForm({ others }: { readonly others: People }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  const notify = useNotice();
  const [typed, setTyped] = useState(() => wholeDay(today()));
  const [note, setNote] = useState('');
  const [staffId, setStaffId] = useState('');
  const [problem, setProblem] = useState<PeriodProblem | null>(null);
  const { mutate, isPending, error } = useRecordAbsence();
  const handleTyped = (next: TypedPeriod) => {
    // The last day follows the first one, so that one day is typed once.
    const follows = next.fromDay !== typed.fromDay && next.untilDay < next.fromDay;
    setTyped(follows ? { ...next, untilDay: next.fromDay } : next);
    setProblem(null);
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const read = periodOf(typed, { today: today(), at: new Date() });
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    const { from, until } = read;
    mutate(
      { ...(staffId === '' ? {} : { staffId }), ...(from === null ? {} : { from }), until, note: note.trim() },
      {
        onSuccess: () => {
          setTyped(wholeDay(today()));
          setNote('');
          setStaffId('');
          notify({ text: t('away.saved'), intent: 'success' });
        },
      },
    );
  };
  return (
    <form onSubmit={handleSubmit} noValidate className={styles.stack} aria-label={t('away.title')}>
      <h3 className={styles.subTitle}>{t('away.title')}</h3>
      <Whose people={others} staffId={staffId} onStaffId={setStaffId} />
      <Times typed={typed} problem={problem} onTyped={handleTyped} />
      <Checkbox
        checked={typed.open}
        label={t('away.open')}
        onChange={(_, { checked }) => handleTyped({ ...typed, open: checked === true })}
        input={{ 'data-testid': 'away-open' } as object}
      />
      <Field label={t('away.note')} hint={t('away.note.hint')}>
        <Input value={note} maxLength={200} onChange={(_, { value }) => setNote(value)} data-testid="away-note" />
      </Field>
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="away-refused">
          <MessageBarBody>
            {t('away.failed')} {errorWords(error, locale).sentence}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={isPending}
          icon={isPending ? <Spinner size="tiny" /> : null}
          data-testid="away-save"
        >
          {t(isPending ? 'away.busy' : staffId === '' ? 'away.save' : 'away.save.other')}
        </Button>
      </div>
    </form>
  );
}
