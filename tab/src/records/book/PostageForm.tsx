import { Button, Dropdown, Field, Input, mergeClasses, Option, Select } from '@fluentui/react-components';
import type { PostageMonth } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useBookStyles } from './Book.styles.ts';
import { bookText } from './text.ts';
import { useBookOrder } from './use-book.ts';

interface Offered {
  readonly id: string;
  readonly name: string;
  readonly yen: number;
}

/** What is typed, and what it comes to. */
function useEntry({ charges, extras }: PostageMonth) {
  const order = useBookOrder();
  const [said, setSaid] = useState({
    sentOn: localDateOf(new Date()) as string,
    addressee: '',
    chargeId: '',
    pieces: '1',
  });
  const [added, setAdded] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const type =
    (name: keyof typeof said) =>
    (_: unknown, { value }: { value: string }) =>
      setSaid({ ...said, [name]: value });
  const chargeId = said.chargeId || (charges[0]?.id ?? '');
  const each = [
    ...charges.filter(({ id }) => id === chargeId),
    ...extras.filter(({ id }) => added.includes(id)),
  ].reduce((sum, { yen }) => sum + yen, 0);
  const pieces = Number(said.pieces);
  const missing = {
    sentOn: said.sentOn === '',
    addressee: said.addressee.trim() === '',
    pieces: !Number.isInteger(pieces) || pieces < 1,
  };
  const handleEnter = () => {
    setTried(true);
    if (order.isPending || Object.values(missing).some(Boolean)) return;
    const body = {
      sentOn: said.sentOn,
      addressee: said.addressee,
      chargeId,
      extras: [...added],
      pieces,
    };
    order.mutate(
      { of: 'postage', method: 'POST', path: '/postage', body },
      {
        onSuccess: () => {
          setSaid({ ...said, addressee: '', pieces: '1' });
          setTried(false);
        },
      },
    );
  };
  const yen = (missing.pieces ? each : each * pieces).toLocaleString('ja-JP');
  /** What a pressed button waits for. */
  const wants = (name: keyof typeof missing): boolean => tried && missing[name];
  return { said, type, added, setAdded, chargeId, yen, wants, isPending: order.isPending, handleEnter };
}

function Options({ of }: { readonly of: readonly Offered[] }) {
  const t = useText(bookText);
  return of.map(({ id, name, yen }) => (
    <option key={id} value={id}>
      {name} {t('postage.yen', { yen })}
    </option>
  ));
}

/** One kind of letter, what is added, how many: the rest is reckoned. */
export function PostageForm({ month }: { readonly month: PostageMonth }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const { said, type, added, setAdded, chargeId, yen, wants, isPending, handleEnter } = useEntry(month);
  const required = { validationMessage: t('required') };
  return (
    <div className={mergeClasses(styles.card, styles.fields, styles.fromTop, styles.screenOnly)}>
      <Field label={t('postage.day')} required {...(wants('sentOn') ? required : {})}>
        <Input type="date" value={said.sentOn} onChange={type('sentOn')} />
      </Field>
      <Field label={t('postage.addressee')} required {...(wants('addressee') ? required : {})}>
        <Input value={said.addressee} onChange={type('addressee')} data-testid="postage-addressee" />
      </Field>
      <Field label={t('postage.charge')}>
        <Select value={chargeId} onChange={type('chargeId')} data-testid="postage-charge">
          <Options of={month.charges} />
        </Select>
      </Field>
      <Field label={t('postage.extras')}>
        <Dropdown
          multiselect
          selectedOptions={[...added]}
          placeholder={t('postage.none')}
          value={month.extras
            .filter(({ id }) => added.includes(id))
            .map(({ name }) => name)
            .join(' / ')}
          onOptionSelect={(_, { selectedOptions }) => setAdded(selectedOptions)}
          data-testid="postage-extras"
        >
          {month.extras.map(({ id, name, yen: more }) => (
            <Option key={id} value={id} text={name}>
              {name} {t('postage.yen', { yen: more })}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field
        label={t('postage.pieces')}
        required
        {...(wants('pieces') ? { validationMessage: t('postage.pieces.few') } : {})}
      >
        <Input type="number" min={1} value={said.pieces} onChange={type('pieces')} data-testid="postage-pieces" />
      </Field>
      <Button
        className={styles.atEnd}
        appearance="primary"
        disabledFocusable={isPending}
        onClick={handleEnter}
        data-testid="postage-enter"
      >
        {t('postage.enter')}
        {t('in_brackets', { words: t('postage.yen', { yen }) })}
      </Button>
    </div>
  );
}
