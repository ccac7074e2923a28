import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { FolderList } from '@kaigi/core/contract';
import { useState } from 'react';
import { fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ClassificationField } from '../../drafting/ClassificationField.tsx';
import { ActDialog } from '../record/ActDialog.tsx';
import { useTyped } from '../record/use-act.ts';
import { keepingText } from './text.ts';
import { useMakeFolder } from './use-keeping.ts';

interface Props {
  readonly list: FolderList;
  readonly onClose: () => void;
}

function MakeDialog({ list: { fiscalYear, sections }, onClose }: Props) {
  const t = useText(keepingText);
  const locale = useLocale();
  const notify = useNotice();
  const order = useMakeFolder();
  const { said, type, missing, when } = useTyped({
    ...{ title: '', classificationCode: '', note: '', unitId: sections[0]?.unitId ?? '' },
  });
  const handleSubmit = () =>
    when(['title', 'classificationCode', 'unitId'], () => {
      const { note, ...of } = said;
      const folder = { ...of, fiscalYear, ...(note.trim() === '' ? {} : { note }) };
      const handleMade = () => {
        notify({ text: t('folders.made', { title: said.title.trim() }), intent: 'success' });
        onClose();
      };
      order.mutate(folder, { onSuccess: handleMade });
    });
  const lead = t('folders.make.lead', { year: fiscalYearText(fiscalYear, locale) });
  return (
    <ActDialog
      {...{ order, onClose, lead, title: t('folders.make'), submit: t('folders.make'), testId: 'make-folder-dialog' }}
      onSubmit={handleSubmit}
    >
      <Field label={t('folders.make.title')} required {...missing('title')}>
        <Input value={said.title} maxLength={200} onChange={type('title')} data-testid="make-folder-title" />
      </Field>
      <ClassificationField
        code={said.classificationCode}
        title={said.title}
        ofMatter={null}
        onCode={(value) => type('classificationCode')(null, { value })}
        problem={missing('classificationCode').validationMessage ?? null}
      />
      {sections.length < 2 ? null : (
        <Field label={t('folders.make.unit')} required>
          <Select value={said.unitId} onChange={type('unitId')} data-testid="make-folder-unit">
            {sections.map(({ unitId, name }) => (
              <option key={unitId} value={unitId}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t('folders.make.note')}>
        <Textarea value={said.note} maxLength={1000} onChange={type('note')} data-testid="make-folder-note" />
      </Field>
    </ActDialog>
  );
}

/** 簿冊の作成, for those who keep the 簿冊 of a section. */
export function MakeFolder({ list, isFirst = false }: { readonly list: FolderList; readonly isFirst?: boolean }) {
  const t = useText(keepingText);
  const [open, setOpen] = useState(false);
  if (list.sections.length === 0) return null;
  return (
    <>
      <Button
        {...(isFirst ? { appearance: 'primary' as const } : {})}
        onClick={() => setOpen(true)}
        data-testid="folders-make"
      >
        {t('folders.make')}
      </Button>
      {open ? <MakeDialog list={list} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
