import { Button, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { WrittenView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ErrorState } from '../../app/PageStates.tsx';
import { useWeekStyles } from '../week/Week.styles.ts';
import { writtenText } from './text.ts';
import { useWrittenOrder } from './use-written.ts';

const STANCES = ['FOR', 'AGAINST', 'HOLD'] as const;
type Stance = (typeof STANCES)[number];
type Said = Readonly<Record<string, { readonly stance: Stance | null; readonly comment: string }>>;

const NOTHING = { stance: null, comment: '' };

function useSaying(meeting: WrittenView) {
  const t = useText(writtenText);
  const notify = useNotice();
  const [said, setSaid] = useState<Said>({});
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useWrittenOrder();
  const put = (itemId: string, more: Partial<Said[string]>) => {
    setMissing(false);
    setSaid({ ...said, [itemId]: { ...(said[itemId] ?? NOTHING), ...more } });
  };
  const send = () => {
    const all = Object.entries(said).map(([itemId, one]) => ({ itemId, ...one, comment: one.comment.trim() }));
    const remarks = all.filter(({ stance, comment }) => stance !== null || comment !== '');
    setMissing(remarks.length === 0);
    if (remarks.length === 0 || isPending) return;
    mutate(
      { to: 'say', id: meeting.writtenId, input: { remarks } },
      {
        onSuccess: () => {
          setSaid({});
          notify({ text: t('written.said'), intent: 'success' });
        },
      },
    );
  };
  return { said, put, missing, send, isPending, error };
}

/** To each matter where one stands, and what one thinks of it. */
export function SayForm({ meeting }: { readonly meeting: WrittenView }) {
  const week = useWeekStyles();
  const t = useText(writtenText);
  const { said, put, missing, send, isPending, error } = useSaying(meeting);
  return (
    <form
      className={week.card}
      noValidate
      aria-label={t('written.say')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      data-testid="written-say"
    >
      {error ? <ErrorState error={error} onRetry={send} /> : null}
      {meeting.items.map(({ itemId, title, stance }) => (
        <div key={itemId}>
          <Field label={t('written.stance', { title })}>
            <RadioGroup
              layout="horizontal"
              value={said[itemId]?.stance ?? stance ?? ''}
              onChange={(_, { value }) => put(itemId, { stance: STANCES.find((one) => one === value) ?? null })}
              data-testid="written-stance"
            >
              {STANCES.map((one) => (
                <Radio key={one} value={one} label={t(`written.${one}`)} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={t('written.comment', { title })}>
            <Textarea
              value={said[itemId]?.comment ?? ''}
              maxLength={2000}
              onChange={(_, { value }) => put(itemId, { comment: value })}
              data-testid="written-comment"
            />
          </Field>
        </div>
      ))}
      <Field {...(missing ? { validationMessage: t('written.say.nothing'), validationState: 'error' as const } : {})}>
        <span>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="written-say-send">
            {t('written.say')}
          </Button>
        </span>
      </Field>
    </form>
  );
}
