import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  Textarea,
} from '@fluentui/react-components';
import type { DisposalStep, DisposalView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { focusPageHeading } from '../../app/PageHeading.tsx';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { useDisposalStyles } from './Disposal.styles.ts';
import { disposalText } from './text.ts';
import { useDisposalOrder } from './use-disposals.ts';

/** What is asked once more before it is done. */
const ASKED = ['CONFIRM', 'BEGIN', 'DROP', 'SEND_BACK'] as const;
type Asked = (typeof ASKED)[number];
const FORWARD: readonly DisposalStep[] = ['SUBMIT', 'PROPOSE', 'BEGIN', 'CONFIRM'];

const isAsked = (step: DisposalStep): step is Asked => ASKED.some((one) => one === step);

function countsOf({ lines }: DisposalView) {
  const count = (choice: string) => lines.filter((line) => line.choice === choice && line.state === 'LISTED').length;
  return { destroy: count('DESTROY'), transfer: count('TRANSFER'), extend: count('EXTEND') };
}

interface SureProps {
  readonly list: DisposalView;
  readonly step: Asked;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSure: (reason: string) => void;
  readonly onClose: () => void;
}

function SureDialog({ list, step, isPending, error, onSure, onClose }: SureProps) {
  useFocusBack();
  const t = useText(disposalText);
  const locale = useLocale();
  const [reason, setReason] = useState('');
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => (open || isPending ? undefined : onClose())}>
      <DialogSurface data-testid="disposal-sure">
        <DialogBody>
          <DialogTitle>{t(`step.${step}`)}</DialogTitle>
          <DialogContent>
            <p>{t(`sure.${step}`, countsOf(list))}</p>
            {step === 'CONFIRM' ? <p>{list.backups}</p> : null}
            {step === 'SEND_BACK' ? (
              <Field label={t('sure.reason')} required>
                <Textarea
                  value={reason}
                  maxLength={300}
                  onChange={(_, { value }) => setReason(value.replaceAll('\n', ' '))}
                  textarea={{ 'data-testid': 'disposal-reason' } as object}
                />
              </Field>
            ) : null}
            {error ? (
              <MessageBar intent="error" layout="multiline" data-testid="disposal-refused">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose} disabledFocusable={isPending}>
              {t('sure.cancel')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending}
              onClick={() => (isPending ? undefined : onSure(reason.trim()))}
              data-testid="disposal-sure-button"
            >
              {t(`step.${step}`)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** What this person may do with the list now. */
export function StepButtons({ list }: { readonly list: DisposalView }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const locale = useLocale();
  const notify = useNotice();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { mutate, isPending, error, reset } = useDisposalOrder();
  const take = (step: DisposalStep, reason = '') => {
    const body = { version: list.version, step, reason };
    mutate(
      { to: 'steps', id: list.id, body },
      {
        onSuccess: () => {
          setAsked(null);
          notify({ text: t('step.done', { step: t(`step.${step}`) }), intent: 'success' });
          focusPageHeading();
        },
        onError: (refused) =>
          isAsked(step)
            ? undefined
            : notify({ text: t('disposals.failed'), body: errorWords(refused, locale).sentence, intent: 'error' }),
      },
    );
  };
  const press = (step: DisposalStep) => {
    reset();
    if (isAsked(step)) setAsked(step);
    else if (!isPending) take(step);
  };
  if (list.may.steps.length === 0) return null;
  return (
    <div className={styles.steps}>
      {list.may.steps.map((step) => (
        <Button
          key={step}
          appearance={FORWARD.includes(step) ? 'primary' : 'secondary'}
          disabledFocusable={isPending}
          onClick={() => press(step)}
          data-testid={`disposal-step-${step}`}
        >
          {t(`step.${step}`)}
        </Button>
      ))}
      {asked === null ? null : (
        <SureDialog
          list={list}
          step={asked}
          isPending={isPending}
          error={error}
          onSure={(reason) => take(asked, reason)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
