import { Field, Textarea } from '@fluentui/react-components';
import type { Person } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import type { Picked } from '../../approvals/acts.ts';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { keepingText } from '../folders/text.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { type ActProps, useAct, useTyped } from './use-act.ts';

const KINDS = ['staff'] as const;
// The service takes no more.
const MOST = 50;

/** As the picker says who is found. */
function usePicked(): (person: Person) => Picked {
  const t = useText(actText);
  const brackets = useText(keepingText);
  return ({ staffId, name, postTitle, unitName }) => {
    const post = `${unitName} ${postTitle}`.trim();
    const called = name === '' ? t('readers.gone') : name;
    const label = post === '' ? called : `${called}${brackets('in_brackets', { words: post })}`;
    return { kind: 'staff', id: staffId, label };
  };
}

/** 閲覧できる職員: those named beside who may read it anyway. */
export function ReadersDialog({ kept, onClose }: ActProps) {
  const t = useText(actText);
  const { order, send } = useAct({ kept, onClose });
  const { said, type, missing, when } = useTyped({ reason: '' });
  const asPicked = usePicked();
  const [picked, setPicked] = useState<readonly Picked[]>(() => kept.readers.map(asPicked));
  const handleSubmit = () =>
    when(['reason'], () => {
      if (picked.length > MOST) return;
      send({ act: 'nameReaders', staffIds: picked.map(({ id }) => id), reason: said.reason });
    });
  return (
    <ActDialog
      {...{
        order,
        onClose,
        title: t('act.readers'),
        lead: t('readers.lead'),
        submit: t('save'),
        testId: 'readers-dialog',
      }}
      onSubmit={handleSubmit}
    >
      <DirectoryPicker
        label={t('readers.names')}
        kinds={KINDS}
        several
        optional
        picked={picked}
        onPicked={setPicked}
        trouble={picked.length > MOST ? t('readers.too_many', { most: MOST }) : null}
      />
      {picked.length === 0 ? <p>{t('readers.nobody')}</p> : null}
      <Field label={t('reason')} required {...missing('reason')}>
        <Textarea value={said.reason} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}
