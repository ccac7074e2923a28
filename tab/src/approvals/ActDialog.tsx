import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useText } from '../app/locale.ts';
import { useFocusBack } from '../app/use-focus-back.ts';
import { ActFields } from './ActFields.tsx';
import { ActPremises } from './ActPremises.tsx';
import type { ActShape } from './act-shapes.ts';
import { type ActDraft, actWords, EMPTY_DRAFT, missingIn, orderFor } from './acts.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { approvalsText } from './text.ts';
import type { ActRunner } from './use-act-runner.ts';

export interface ActDialogProps {
  /** The case as it was when the dialog was opened: what the person has seen, and so what the act is about. */
  readonly opened: CaseView;
  /** True when the case has moved on meanwhile. */
  readonly stale: boolean;
  readonly shape: ActShape;
  /** Puts the focus on the button that acts, where nothing has to be written. */
  readonly quick: boolean;
  readonly draft: ActDraft;
  readonly onDraft: (draft: ActDraft) => void;
  readonly runner: ActRunner;
  readonly onDone: (view: CaseView) => void;
  readonly onClose: () => void;
}

function DialogNotes({ stale, trouble }: { readonly stale: boolean; readonly trouble: string | null }) {
  const t = useText(approvalsText);
  const text = stale ? t('act.stale.open') : trouble;
  if (text === null) return null;
  return (
    <MessageBar intent={stale ? 'warning' : 'error'} layout="multiline" data-testid={stale ? 'stale' : 'error'}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

/** The dialog puts the focus on its first field; a moment later, where wished, it goes on to the button. */
function useFocusOn(wished: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!wished) return undefined;
    const frame = requestAnimationFrame(() => {
      place.current?.querySelector<HTMLElement>('[data-testid="confirm-button"]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [wished]);
  return place;
}

interface ButtonsProps {
  readonly busy: boolean;
  readonly stale: boolean;
  readonly focus: boolean;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function DialogButtons({ busy, stale, focus, confirm, onConfirm, onClose }: ButtonsProps) {
  const t = useText(approvalsText);
  const place = useFocusOn(focus);
  return (
    <div ref={place} style={{ display: 'contents' }}>
      <DialogActions fluid>
        <Button disabledFocusable={busy} onClick={() => (busy ? undefined : onClose())} data-testid="cancel-button">
          {t('act.cancel')}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={busy || stale}
          icon={busy ? <Spinner size="tiny" /> : null}
          onClick={onConfirm}
          data-testid="confirm-button"
        >
          {busy ? t('act.busy') : confirm}
        </Button>
      </DialogActions>
    </div>
  );
}

/** Asks once, in a clear sentence, before an act that others will see. */
export function ActDialog(props: ActDialogProps) {
  useFocusBack();
  const { opened, stale, shape, quick, draft, onDraft, runner, onDone, onClose } = props;
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const [tried, setTried] = useState(false);
  const words = actWords(shape, opened);
  const { busy } = runner;
  const handleConfirm = () => {
    setTried(true);
    if (busy || stale || missingIn(shape, draft, opened).length > 0) return;
    runner.run({
      order: orderFor({ shape, draft, view: opened }),
      done: t(`${words}.done`),
      onDone: (view) => {
        onDraft(EMPTY_DRAFT);
        onClose();
        onDone(view);
      },
      onStale: onClose,
    });
  };
  return (
    <Dialog
      open
      modalType={busy ? 'alert' : 'modal'}
      onOpenChange={(_, { open }) => {
        if (!open && !busy) onClose();
      }}
    >
      <DialogSurface data-testid="act-dialog">
        <DialogBody>
          <DialogTitle>{t(`${words}.title`)}</DialogTitle>
          <DialogContent className={styles.form}>
            <DialogNotes stale={stale && !busy} trouble={runner.trouble} />
            <p className={styles.prose}>{t(`${words}.sentence`)}</p>
            <p className={styles.quote}>{opened.title}</p>
            <ActPremises shape={shape} view={opened} />
            <ActFields opened={opened} shape={shape} draft={draft} onDraft={onDraft} tried={tried} short={quick} />
          </DialogContent>
          <DialogButtons
            busy={busy}
            stale={stale}
            focus={quick && missingIn(shape, EMPTY_DRAFT, opened).length === 0}
            confirm={t(`${words}.confirm`)}
            onConfirm={handleConfirm}
            onClose={onClose}
          />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
