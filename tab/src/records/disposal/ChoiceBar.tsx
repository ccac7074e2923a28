import { Button, Field, Input, Select } from '@fluentui/react-components';
import type { DecideDisposalInput, DisposalChoice, DisposalView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { useDisposalStyles } from './Disposal.styles.ts';
import { disposalText } from './text.ts';
import { useDisposalOrder } from './use-disposals.ts';

const CHOICES: readonly DisposalChoice[] = ['DESTROY', 'TRANSFER', 'EXTEND'];
// One call takes so many; more go one after the other.
const AT_ONCE = 200;

interface ChoiceBarProps {
  readonly list: DisposalView;
  readonly chosen: readonly string[];
  readonly onDone: () => void;
}

function useDecide({ list, chosen, onDone }: ChoiceBarProps) {
  const t = useText(disposalText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useDisposalOrder();
  const decide = (more: Partial<DecideDisposalInput>, version = list.version, from = 0): void => {
    const items = chosen.slice(from, from + AT_ONCE);
    const body = { version, items: [...items], reason: '', until: null, ...more };
    mutate(
      { to: 'choices', id: list.id, body },
      {
        onSuccess: (next) => {
          if (from + AT_ONCE < chosen.length) return decide(more, next.version, from + AT_ONCE);
          notify({ text: t('bar.done', { count: chosen.length }), intent: 'success' });
          onDone();
        },
        onError: (error) =>
          notify({ text: t('disposals.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  };
  return { decide: (more: Partial<DecideDisposalInput>) => (isPending ? undefined : decide(more)), isPending };
}

type LackingField = 'reason' | 'until';

/** What has to be said before: why it is not as the schedule has it, and until when it is kept longer. */
function lacking(
  { list, chosen }: Pick<ChoiceBarProps, 'list' | 'chosen'>,
  { choice, reason, until }: { readonly choice: DisposalChoice; readonly reason: string; readonly until: string },
): ReadonlySet<LackingField> {
  const differs = list.lines.some(({ id, proposed }) => chosen.includes(id) && proposed !== choice);
  const lacks = new Set<LackingField>();
  if (differs && reason.trim() === '') lacks.add('reason');
  if (choice === 'EXTEND' && until === '') lacks.add('until');
  return lacks;
}

/** What becomes of all that is chosen. */
export function ChoiceBar(props: ChoiceBarProps) {
  const { list, chosen } = props;
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const [choice, setChoice] = useState<DisposalChoice>('DESTROY');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const { decide, isPending } = useDecide(props);
  const off = isPending || chosen.length === 0;
  const lacks = lacking(props, { choice, reason, until });
  const apply = () => {
    if (off) return;
    setTried(lacks.size > 0);
    if (lacks.size === 0) decide({ choice, reason: reason.trim(), until: choice === 'EXTEND' ? until : null });
  };
  const wrong = (field: LackingField) =>
    tried && lacks.has(field) ? { validationMessage: t(`bar.lacks.${field}`) } : {};
  const select = (historical: boolean) => (off ? undefined : decide({ historical }));
  return (
    <fieldset className={styles.bar} aria-label={t('bar.choice')}>
      <span aria-live="polite">{t('bar.count', { count: chosen.length })}</span>
      <Field label={t('bar.choice')}>
        <Select
          value={choice}
          onChange={(_, { value }) => setChoice(CHOICES.find((one) => one === value) ?? 'DESTROY')}
          data-testid="disposal-choice"
        >
          {CHOICES.map((one) => (
            <option key={one} value={one}>
              {t(`choice.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {choice === 'EXTEND' ? (
        <Field label={t('bar.until')} {...wrong('until')}>
          <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} data-testid="disposal-until" />
        </Field>
      ) : null}
      <Field label={t('bar.reason')} className={styles.reason} {...wrong('reason')}>
        <Input
          value={reason}
          maxLength={300}
          onChange={(_, { value }) => setReason(value)}
          data-testid="disposal-choice-reason"
        />
      </Field>
      <Button appearance="primary" disabledFocusable={off} onClick={apply} data-testid="disposal-apply">
        {t('bar.apply')}
      </Button>
      {list.may.select ? (
        <>
          <Button disabledFocusable={off} onClick={() => select(true)} data-testid="disposal-historical">
            {t('bar.historical')}
          </Button>
          <Button disabledFocusable={off} onClick={() => select(false)} data-testid="disposal-not-historical">
            {t('bar.not_historical')}
          </Button>
        </>
      ) : null}
    </fieldset>
  );
}
