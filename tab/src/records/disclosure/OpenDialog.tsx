import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { Disclosures } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { goTo } from '../../app/use-route.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { useTyped } from '../record/use-act.ts';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { NumberPicker } from './NumberPicker.tsx';
import { disclosureText } from './text.ts';
import { useOpenDisclosure } from './use-disclosures.ts';

type Schemes = Pick<Disclosures, 'schemes'>;

function OpenDialog({ schemes, onClose }: Schemes & { readonly onClose: () => void }) {
  const t = useText(disclosureText);
  const styles = useDisclosureStyles();
  const notify = useNotice();
  const order = useOpenDisclosure();
  const { said, type, missing, when } = useTyped({ registerId: '', scheme: schemes[0]?.id ?? '', subject: '' });
  const scheme = schemes.find(({ id }) => id === said.scheme);
  const handleOpened = (id: string) => {
    notify({ text: t('open.done'), intent: 'success' });
    onClose();
    goTo({ page: 'records', part: 'disclosures', id, wish: {} });
  };
  const handleSubmit = () =>
    when(['registerId', 'scheme', 'subject'], () => order.mutate(said, { onSuccess: ({ id }) => handleOpened(id) }));
  return (
    <ActDialog
      {...{ order, onClose, title: t('open.button'), lead: t('open.lead'), submit: t('open.button') }}
      testId="open-disclosure"
      onSubmit={handleSubmit}
    >
      <NumberPicker
        direction="RECEIVED"
        value={said.registerId}
        onPick={type('registerId')}
        missing={missing('registerId')}
      />
      <Field
        className={styles.narrow}
        label={t('open.scheme')}
        required
        {...(scheme ? { hint: t('open.term', scheme.term) } : {})}
        {...missing('scheme')}
      >
        <Select value={said.scheme} onChange={type('scheme')} data-testid="open-scheme">
          {schemes.map(({ id, name, law }) => (
            <option key={id} value={id}>
              {`${name}${t('in_brackets', { words: law })}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('open.subject')} hint={t('open.subject_hint')} required {...missing('subject')}>
        <Textarea value={said.subject} maxLength={1000} onChange={type('subject')} data-testid="open-subject" />
      </Field>
    </ActDialog>
  );
}

/** 請求の処理を始める: from the number under which the request was received. */
export function OpenButton({ schemes }: Schemes) {
  const t = useText(disclosureText);
  const [isOpen, setIsOpen] = useState(false);
  if (schemes.length === 0) return null;
  return (
    <>
      <Button appearance="primary" icon={<AddRegular />} onClick={() => setIsOpen(true)} data-testid="disclosure-open">
        {t('open.button')}
      </Button>
      {isOpen ? <OpenDialog schemes={schemes} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
