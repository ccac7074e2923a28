import { Field, Input, Textarea } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { type ActProps, useAct, useTyped } from './use-act.ts';

/** 登録内容の訂正: what it is called, and why that changes. */
export function DescribeDialog({ kept, onClose }: ActProps) {
  const t = useText(actText);
  const { order, send } = useAct({ kept, onClose });
  const { said, type, missing, when } = useTyped({ title: kept.title, note: kept.note ?? '', reason: '' });
  const handleSubmit = () =>
    when(['title', 'reason'], () => {
      const { title, note, reason } = said;
      send({ act: 'describe', title, note: note.trim() === '' ? null : note, reason });
    });
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.describe'), submit: t('save'), testId: 'describe-dialog' }}
      onSubmit={handleSubmit}
    >
      <Field label={t('describe.title')} required {...missing('title')}>
        <Input value={said.title} onChange={type('title')} data-testid="describe-title" />
      </Field>
      <Field label={t('describe.note')}>
        <Textarea value={said.note} onChange={type('note')} />
      </Field>
      <Field label={t('reason')} required {...missing('reason')}>
        <Textarea value={said.reason} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}
