import { Button, Field, Input } from '@fluentui/react-components';
import type { PaperBoxView } from '@kaigi/core/contract';
import { addDays, localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { Ask, useRequired } from './AddDialogs.tsx';
import { paperText } from './text.ts';
import { usePaperOrder } from './use-paper.ts';

type Shown = { readonly box: PaperBoxView };
const USUAL_DAYS = 14;

function LendDialog({ box, onClose }: Shown & { readonly onClose: () => void }) {
  const t = useText(paperText);
  const order = usePaperOrder();
  const required = useRequired();
  const [purpose, setPurpose] = useState('');
  const [dueOn, setDueOn] = useState<string>(addDays(localDateOf(new Date()), USUAL_DAYS));
  const handleSubmit = () => {
    if (!required.complete(purpose, dueOn)) return;
    order.mutate({ of: 'box', path: `/boxes/${box.id}/loans`, body: { purpose, dueOn } }, { onSuccess: onClose });
  };
  return (
    <Ask
      {...{
        title: t('lend.title'),
        testId: 'lend-dialog',
        isPending: order.isPending,
        onClose,
        onSubmit: handleSubmit,
      }}
    >
      <Field label={t('lend.purpose')} {...required.field(purpose)}>
        <Input value={purpose} onChange={(_, { value }) => setPurpose(value)} data-testid="lend-purpose" />
      </Field>
      <Field label={t('lend.due')} {...required.field(dueOn)}>
        <Input type="date" value={dueOn} onChange={(_, { value }) => setDueOn(value)} data-testid="lend-due" />
      </Field>
    </Ask>
  );
}

/** 借覧 */
export function LendButton({ box }: Shown) {
  const t = useText(paperText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)} data-testid="lend">
        {t('lend.button')}
      </Button>
      {open ? <LendDialog box={box} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
