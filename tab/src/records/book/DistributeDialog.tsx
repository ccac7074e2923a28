import { Button, Field, Select } from '@fluentui/react-components';
import type { ReceiptsView, ReceiptView, RegisterRow } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { FormDialog } from './FormDialog.tsx';
import { bookText } from './text.ts';
import { useBookOrder } from './use-book.ts';

const CAME = ['POST', 'HAND', 'FAX', 'MAIL', 'LGWAN', 'TEAMS', 'SCAN'] as const;
const SIGNATURES = ['UNCHECKED', 'VALID', 'INVALID', 'UNSIGNED'] as const;

interface DistributeDialogProps {
  readonly row: RegisterRow;
  readonly before: ReceiptView | null;
  readonly units: ReceiptsView['units'];
  readonly onClose: () => void;
}

/** Which section it is for, how it came, and of LGWAN what was found and told. */
export function DistributeDialog({ row, before, units, onClose }: DistributeDialogProps) {
  const t = useText(bookText);
  const order = useBookOrder();
  const [said, setSaid] = useState({
    unitId: '',
    cameBy: before?.cameBy ?? 'POST',
    signature: 'UNCHECKED',
    acknowledged: '',
  });
  const [tried, setTried] = useState(false);
  const type =
    (name: keyof typeof said) =>
    (_: unknown, { value }: { value: string }) =>
      setSaid({ ...said, [name]: value });
  const handleSubmit = () => {
    setTried(true);
    if (said.unitId === '') return;
    const { unitId, cameBy, signature, acknowledged } = said;
    const lgwan = cameBy === 'LGWAN' ? { signature, ...(acknowledged === '' ? {} : { acknowledged }) } : {};
    const body = { unitId, cameBy, ...lgwan, ...(before === null ? {} : { version: before.version }) };
    const path = `/receipts/${encodeURIComponent(row.id)}/distribution`;
    order.mutate({ of: 'receipt', method: 'POST', path, body }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      {...{ title: t('receipts.distribute'), testId: 'distribute-dialog', isPending: order.isPending, onClose }}
      onSubmit={handleSubmit}
      actions={
        <>
          <Button onClick={onClose} disabled={order.isPending}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={order.isPending}
            data-testid="distribute-submit"
          >
            {t('receipts.distribute')}
          </Button>
        </>
      }
    >
      <p>
        {row.number.label} {row.title}
      </p>
      <Field
        label={t('receipts.unit')}
        required
        {...(tried && said.unitId === '' ? { validationMessage: t('required') } : {})}
      >
        <Select value={said.unitId} onChange={type('unitId')} data-testid="distribute-unit">
          <option value="" />
          {units.map(({ unitId, name }) => (
            <option key={unitId} value={unitId}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('receipts.came_by')}>
        <Select value={said.cameBy} onChange={type('cameBy')}>
          {CAME.map((one) => (
            <option key={one} value={one}>
              {t(`came.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {said.cameBy === 'LGWAN' ? (
        <>
          <Field label={t('receipts.signature')}>
            <Select value={said.signature} onChange={type('signature')}>
              {SIGNATURES.map((one) => (
                <option key={one} value={one}>
                  {t(`lgwan.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('receipts.acknowledged')}>
            <Select value={said.acknowledged} onChange={type('acknowledged')}>
              <option value="">{t('ack.none')}</option>
              <option value="ACCEPTED">{t('ack.ACCEPTED')}</option>
              <option value="DENIED">{t('ack.DENIED')}</option>
            </Select>
          </Field>
        </>
      ) : null}
    </FormDialog>
  );
}
