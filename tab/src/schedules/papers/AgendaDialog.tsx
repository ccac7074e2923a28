import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { BookingPapers } from '@kaigi/core/contract';
import { useState } from 'react';
import { isConflict } from '../../api/problem.ts';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { type AgendaProblem, moved, readAgenda, type TypedAgenda, typedOf } from './agenda-form.ts';
import { ItemFields } from './ItemFields.tsx';
import { usePapersStyles } from './Papers.styles.ts';
import { PersonSelect } from './PersonSelect.tsx';
import { Refused } from './Refused.tsx';
import { bookingPapersText } from './text.ts';
import { usePapersOrder } from './use-papers.ts';

const MOST = 100;

export interface AgendaDialogProps {
  readonly papers: BookingPapers;
  readonly onClose: () => void;
}

interface Wrong {
  readonly problem: AgendaProblem;
  readonly at: number | null;
}

function useAgenda({ papers, onClose }: AgendaDialogProps) {
  const t = useText(bookingPapersText);
  const notify = useNotice();
  const [version, setVersion] = useState(papers.agendaVersion);
  const [typed, setTyped] = useState(() => typedOf(papers));
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const { mutate, isPending, error, reset } = usePapersOrder(papers.bookingId);
  const change = (next: TypedAgenda) => {
    setTyped(next);
    setWrong(null);
  };
  const save = () => {
    if (isPending) return;
    const read = readAgenda(
      typed,
      version,
      papers.people.map(({ staffId }) => staffId),
    );
    setWrong(read.ok ? null : read);
    if (!read.ok) return;
    mutate(
      { to: 'plan', input: read.input },
      {
        onSuccess: () => {
          notify({ text: t('plan.done'), intent: 'success' });
          onClose();
        },
      },
    );
  };
  /** What somebody else said meanwhile, in place of what was typed here. */
  const reload = () => {
    change(typedOf(papers));
    setVersion(papers.agendaVersion);
    reset();
  };
  const isStale = isConflict(error) && papers.agendaVersion !== version;
  return { typed, change, wrong, save, reload, isPending, error, isStale };
}

type Fields = Pick<AgendaDialogProps, 'papers'> & {
  readonly typed: TypedAgenda;
  readonly wrong: Wrong | null;
  readonly onTyped: (typed: TypedAgenda) => void;
};

function Items({ papers, typed, wrong, onTyped }: Fields) {
  const styles = useDialogStyles();
  const t = useText(bookingPapersText);
  const [told, setTold] = useState('');
  const { items } = typed;
  const move = (from: number, to: number) => {
    onTyped({ ...typed, items: moved(items, from, to) });
    setTold(t('plan.moved', { title: items[from]?.title ?? '', n: to + 1 }));
  };
  const add = () => {
    const item = { id: crypto.randomUUID(), title: '', ownerId: '', minutes: '' };
    onTyped({ ...typed, items: [...items, item] });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t('plan.items')}</legend>
      <div className={styles.stack}>
        {items.map((item, at) => (
          <ItemFields
            key={item.id}
            {...{ papers, item, at }}
            isLast={at === items.length - 1}
            problem={wrong?.at === at ? wrong.problem : null}
            onTyped={(one) => onTyped({ ...typed, items: items.with(at, one) })}
            onMove={(to) => move(at, to)}
            onRemove={() => onTyped({ ...typed, items: items.toSpliced(at, 1) })}
          />
        ))}
        <div>
          <Button icon={<AddRegular />} disabledFocusable={items.length >= MOST} onClick={add} data-testid="plan-add">
            {t('plan.add')}
          </Button>
        </div>
        <span role="status" className={styles.small}>
          {told}
        </span>
      </div>
    </fieldset>
  );
}

function Rest({ papers, typed, wrong, onTyped }: Fields) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  return (
    <>
      <PersonSelect
        label={t('papers.recorder')}
        people={papers.people}
        known={papers.recorder}
        value={typed.recorderId}
        problem={wrong?.at === null ? t(wrong.problem) : null}
        onPicked={(recorderId) => onTyped({ ...typed, recorderId })}
        testId="plan-recorder"
      />
      <Field label={t('papers.readers')}>
        <Select
          className={styles.full}
          value={typed.readers}
          onChange={(_, { value }) =>
            onTyped({ ...typed, readers: value === 'SECTIONS' ? 'SECTIONS' : 'PARTICIPANTS' })
          }
          select={{ 'data-testid': 'plan-readers' } as object}
        >
          {(['PARTICIPANTS', 'SECTIONS'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`papers.readers.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={t('plan.auto')}
        checked={typed.makesMinutes}
        onChange={(_, { checked }) => onTyped({ ...typed, makesMinutes: checked === true })}
      />
    </>
  );
}

/** 次第: items in their order, who keeps the minutes, and who may read the papers. */
export function AgendaDialog({ papers, onClose }: AgendaDialogProps) {
  const t = useText(bookingPapersText);
  const { typed, change, wrong, save, reload, isPending, error, isStale } = useAgenda({ papers, onClose });
  const fields = { papers, typed, wrong, onTyped: change };
  return (
    <FormDialog
      title={t('plan.title')}
      testId="plan-dialog"
      {...{ isPending, onClose }}
      onSubmit={save}
      actions={
        <>
          <Button onClick={onClose}>{t('form.close')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="plan-save">
            {t(isPending ? 'plan.busy' : 'plan.save')}
          </Button>
        </>
      }
    >
      <Refused error={error} failed={t('plan.failed')} />
      {isStale ? (
        <div>
          <Button onClick={reload} data-testid="plan-reload">
            {t('plan.reload')}
          </Button>
        </div>
      ) : null}
      <Items {...fields} />
      <Rest {...fields} />
    </FormDialog>
  );
}
