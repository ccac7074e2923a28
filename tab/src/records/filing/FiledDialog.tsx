import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { RecordView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { FormDialog } from '../book/FormDialog.tsx';
import { filingText } from './text.ts';

export interface FiledDialogProps {
  readonly record: RecordView;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

/** What was filed, with its number where it took one. */
export function FiledDialog({ record, onNext, onClose }: FiledDialogProps) {
  const t = useText(filingText);
  const number = record.documentNumber?.label;
  return (
    <FormDialog
      {...{ title: t('file.title'), testId: 'filed-dialog', isPending: false, onClose, onSubmit: onNext }}
      actions={
        <>
          <Button onClick={onClose} data-testid="filed-close">
            {t('file.close')}
          </Button>
          <Button type="submit" appearance="primary" data-testid="filed-next">
            {t('file.next')}
          </Button>
        </>
      }
    >
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody data-testid="filed-said">
          <MessageBarTitle>{number === undefined ? t('file.done') : t('file.done.number', { number })}</MessageBarTitle>
          {record.title}
        </MessageBarBody>
      </MessageBar>
      <p>
        <Link
          href={hashOf({ page: 'records', part: 'record', id: record.id, wish: {} })}
          onClick={onClose}
          data-testid="filed-open"
        >
          {t('file.open')}
        </Link>
      </p>
    </FormDialog>
  );
}
