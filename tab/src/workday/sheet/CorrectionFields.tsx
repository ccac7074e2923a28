import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
} from '@fluentui/react-components';
import type { PunchView } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { workdayText } from '../text.ts';
import { timeText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import type { TypedPunch } from './typed-correction.ts';
import type { Correcting } from './use-correcting.ts';

const KINDS: readonly PunchView['punch'][] = ['START', 'PAUSE', 'RESUME', 'END'];

interface LineProps {
  readonly line: TypedPunch;
  readonly change: (line: TypedPunch) => void;
}

/** One punch: what it was is said above what it is to be. */
function Line({ line, change }: LineProps) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const { replaces, punch, time, nextDay, removed } = line;
  const was = replaces && t('correct.was', { punch: t(`punch.${replaces.punch}`), time: timeText(replaces.at) });
  return (
    <fieldset className={styles.changed} data-testid="correction-line">
      <legend className={styles.legend}>{was ?? t('correct.new')}</legend>
      <Field label={t('correct.punch')}>
        <Select
          value={punch}
          disabled={removed}
          onChange={(_, { value }) => change({ ...line, punch: value as PunchView['punch'] })}
          data-testid="correction-punch"
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`punch.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('correct.time')}>
        <Input
          type="time"
          value={time}
          disabled={removed}
          onChange={(_, { value }) => change({ ...line, time: value })}
          data-testid="correction-time"
        />
      </Field>
      <Checkbox
        checked={nextDay}
        disabled={removed}
        label={t('correct.next_day')}
        onChange={(_, { checked }) => change({ ...line, nextDay: checked === true })}
        data-testid="correction-next-day"
      />
      <Checkbox
        checked={removed}
        label={t('correct.remove')}
        onChange={(_, { checked }) => change({ ...line, removed: checked === true })}
        data-testid="correction-remove"
      />
    </fieldset>
  );
}

export function CorrectionFields({ correcting }: { readonly correcting: Correcting }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  const { lines, change, add, reason, setReason, wrong, sending } = correcting;
  const missing = wrong === 'correct.reason_missing' ? { validationMessage: t(wrong) } : {};
  const told = wrong !== null && wrong !== 'correct.reason_missing' ? t(wrong) : null;
  const refused = sending.isError ? errorWords(sending.error, locale).sentence : told;
  return (
    <div className={styles.stack}>
      <p className={styles.text}>{t('correct.lead')}</p>
      {lines.map((line) => (
        <Line key={line.key} line={line} change={change} />
      ))}
      <div>
        <Button onClick={add} data-testid="correction-add">
          {t('correct.add')}
        </Button>
      </div>
      <Field label={t('correct.reason')} required {...missing}>
        <Textarea
          value={reason}
          maxLength={1000}
          onChange={(_, { value }) => setReason(value)}
          data-testid="correction-reason"
        />
      </Field>
      {refused ? (
        <MessageBar intent="error" layout="multiline" data-testid="correction-refused">
          <MessageBarBody>{refused}</MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}
