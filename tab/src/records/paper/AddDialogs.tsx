import { Button, Field, Input, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { PaperView } from '@kaigi/core/contract';
import { fiscalYearOf, localDateOf } from '@kaigi/core/shared';
import { type ReactNode, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { goTo } from '../../app/use-route.ts';
import { FormDialog } from '../book/FormDialog.tsx';
import { paperText } from './text.ts';
import { usePaperOrder } from './use-paper.ts';

export interface AskProps {
  readonly title: string;
  readonly testId: string;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A form of the 書庫 with its two buttons. */
export function Ask({ title, testId, isPending, onClose, onSubmit, children }: AskProps) {
  const t = useText(paperText);
  return (
    <FormDialog
      {...{ title, testId, isPending, onClose, onSubmit }}
      actions={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t('cancel')}
          </Button>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid={`${testId}-submit`}>
            {title}
          </Button>
        </>
      }
    >
      {children}
    </FormDialog>
  );
}

/** Says of a field that was left empty that it is needed, once the form was tried. */
export function useRequired() {
  const t = useText(paperText);
  const [tried, setTried] = useState(false);
  const isEmpty = (value: string) => value.trim() === '';
  return {
    field: (value: string) => ({
      required: true,
      ...(tried && isEmpty(value) ? { validationMessage: t('required') } : {}),
    }),
    /** Begins anew after it was sent. */
    again: () => setTried(false),
    complete: (...values: readonly string[]): boolean => {
      setTried(true);
      return !values.some(isEmpty);
    },
  };
}

export function AddPlace() {
  const t = useText(paperText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<AddRegular />} onClick={() => setOpen(true)} data-testid="place-add">
        {t('place.add')}
      </Button>
      {open ? <PlaceDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function PlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(paperText);
  const order = usePaperOrder();
  const required = useRequired();
  const [store, setStore] = useState('');
  const [shelf, setShelf] = useState('');
  const handleSubmit = () => {
    if (!required.complete(store, shelf)) return;
    order.mutate({ of: 'places', path: '/places', body: { store, shelf } }, { onSuccess: onClose });
  };
  return (
    <Ask
      {...{
        title: t('place.add'),
        testId: 'place-dialog',
        isPending: order.isPending,
        onClose,
        onSubmit: handleSubmit,
      }}
    >
      <Field label={t('place.store')} {...required.field(store)}>
        <Input value={store} onChange={(_, { value }) => setStore(value)} data-testid="place-store" />
      </Field>
      <Field label={t('place.shelf')} {...required.field(shelf)}>
        <Input value={shelf} onChange={(_, { value }) => setShelf(value)} data-testid="place-shelf" />
      </Field>
    </Ask>
  );
}

type Places = Pick<PaperView, 'places'>;

export function PlaceField({
  places,
  value,
  onChange,
}: Places & { readonly value: string; readonly onChange: (id: string) => void }) {
  const t = useText(paperText);
  return (
    <Field label={t('box.place')} required>
      <Select value={value} onChange={(_, data) => onChange(data.value)} data-testid="box-place">
        {places.map(({ id, store, shelf }) => (
          <option key={id} value={id}>
            {`${store} ${shelf}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A box needs a shelf first. */
export function AddBox({ places }: Places) {
  const t = useText(paperText);
  const [open, setOpen] = useState(false);
  if (places.length === 0) return null;
  return (
    <>
      <Button appearance="primary" icon={<AddRegular />} onClick={() => setOpen(true)} data-testid="box-add">
        {t('box.add')}
      </Button>
      {open ? <BoxDialog places={places} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function BoxDialog({ places, onClose }: Places & { readonly onClose: () => void }) {
  const t = useText(paperText);
  const order = usePaperOrder();
  const required = useRequired();
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(String(fiscalYearOf(localDateOf(new Date()))));
  const [placeId, setPlaceId] = useState(places[0]?.id ?? '');
  const handleSubmit = () => {
    if (!required.complete(title, year)) return;
    order.mutate(
      { of: 'box', path: '/boxes', body: { title, fiscalYear: Number(year), placeId } },
      {
        onSuccess: (made) => {
          onClose();
          if ('contents' in made) goTo({ page: 'records', part: 'paper', id: made.id, wish: {} });
        },
      },
    );
  };
  return (
    <Ask
      {...{ title: t('box.add'), testId: 'box-dialog', isPending: order.isPending, onClose, onSubmit: handleSubmit }}
    >
      <Field label={t('box.name')} {...required.field(title)}>
        <Input value={title} onChange={(_, { value }) => setTitle(value)} data-testid="box-title" />
      </Field>
      <Field label={t('box.year')} {...required.field(year)}>
        <Input type="number" min={1868} max={2999} value={year} onChange={(_, { value }) => setYear(value)} />
      </Field>
      <PlaceField places={places} value={placeId} onChange={setPlaceId} />
    </Ask>
  );
}
