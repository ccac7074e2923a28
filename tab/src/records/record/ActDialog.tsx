import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { FormDialog } from '../book/FormDialog.tsx';
import { actText } from './text.ts';

export interface ActDialogProps {
  readonly title: string;
  readonly lead?: string;
  /** What sends it; null where there is nothing that could be sent. */
  readonly submit: string | null;
  readonly testId: string;
  /** How the order goes: while it is on its way nothing is sent again; what failed is said here, and all that was typed stays. */
  readonly order: { readonly isPending: boolean; readonly error: unknown };
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}

/** Why it failed: told, and brought into sight wherever one had scrolled to in a long form. */
function Refusal({ error }: { readonly error: unknown }) {
  const t = useText(actText);
  const locale = useLocale();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!error) return;
    place.current?.focus({ preventScroll: true });
    // Newer browsers answer with a promise, which is no way to clean up.
    void place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div ref={place} role="alert" tabIndex={-1}>
      <MessageBar intent="error" layout="multiline" data-testid="act-error">
        <MessageBarBody>
          <MessageBarTitle>{t('failed')}</MessageBarTitle>
          {errorWords(error, locale).sentence} {t('typed_stays')}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

/** What every act on a record or a 簿冊 is asked for in. */
export function ActDialog({ title, lead, submit, testId, order, onClose, onSubmit, children }: ActDialogProps) {
  const t = useText(actText);
  const { isPending, error } = order;
  return (
    <FormDialog
      {...{ title, testId, isPending, onClose, onSubmit }}
      actions={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t(submit === null ? 'close' : 'cancel')}
          </Button>
          {submit === null ? null : (
            <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="act-submit">
              {isPending ? t('sending') : submit}
            </Button>
          )}
        </>
      }
    >
      {lead === undefined ? null : <p>{lead}</p>}
      {error ? <Refusal error={error} /> : null}
      {children}
    </FormDialog>
  );
}
