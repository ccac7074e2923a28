import { Button, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import type { BookingPapers } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { FileField } from '../../drafting/FileField.tsx';
import { ATTACHABLE } from '../../drafting/files.ts';
import { FormDialog } from '../FormDialog.tsx';
import { type Paper, titleFrom } from './editions.ts';
import { LinkPicker } from './LinkPicker.tsx';
import { firstTyped, type LayProblem, readPaper, type TypedPaper } from './lay-form.ts';
import { usePapersStyles } from './Papers.styles.ts';
import { Refused } from './Refused.tsx';
import { bookingPapersText } from './text.ts';
import { usePapersOrder } from './use-papers.ts';

export interface LayDialogProps {
  readonly papers: BookingPapers;
  /** Of which it is the next edition; null: a new paper. */
  readonly replaces: Paper | null;
  readonly onClose: () => void;
}

function useLay({ papers, replaces, onClose }: LayDialogProps) {
  const t = useText(bookingPapersText);
  const notify = useNotice();
  const [typed, setTyped] = useState(() => firstTyped(papers, replaces));
  const [problem, setProblem] = useState<LayProblem | null>(null);
  const { mutate, isPending, error } = usePapersOrder(papers.bookingId);
  const change = (more: Partial<TypedPaper>) => {
    setTyped({ ...typed, ...more });
    setProblem(null);
  };
  const save = () => {
    if (isPending) return;
    const read = readPaper(typed, replaces);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    mutate(read.order, {
      onSuccess: () => {
        notify({ text: t('lay.done'), intent: 'success' });
        onClose();
      },
    });
  };
  return { typed, change, problem, save, isPending, error };
}

interface Fields {
  readonly papers: BookingPapers;
  readonly replaces: Paper | null;
  readonly typed: TypedPaper;
  readonly problem: LayProblem | null;
  readonly onTyped: (more: Partial<TypedPaper>) => void;
}

function What({ typed, problem, onTyped }: Fields) {
  const t = useText(bookingPapersText);
  const missing = problem === 'lay.problem.what' || problem === 'lay.problem.large' ? t(problem) : null;
  /** What was typed stays; what was not is as the file is called. */
  const titled = (name: string) => (typed.title.trim() === '' ? { title: name } : {});
  return (
    <>
      <Field label={t('lay.how')}>
        <RadioGroup
          layout="horizontal"
          value={typed.how}
          onChange={(_, { value }) => onTyped({ how: value === 'link' ? 'link' : 'file' })}
        >
          <Radio value="file" label={t('lay.how.file')} />
          <Radio value="link" label={t('lay.how.link')} />
        </RadioGroup>
      </Field>
      {typed.how === 'file' ? (
        <FileField
          file={typed.file}
          accept={ATTACHABLE}
          hint={t('lay.drop')}
          testId="lay"
          problem={missing}
          onFile={(file) => onTyped({ file, ...titled(titleFrom(file.name)) })}
        />
      ) : (
        <LinkPicker
          link={typed.link}
          problem={missing}
          onLink={(link) => onTyped({ link, ...(link ? titled(link.name) : {}) })}
        />
      )}
    </>
  );
}

function ItemField({ papers, typed, onTyped }: Fields) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const { may, agenda } = papers;
  const items = agenda.filter(({ id }) => may.layTo.includes(id));
  if (items.length === 0) return null;
  return (
    <Field label={t('lay.item')}>
      <Select
        className={styles.full}
        value={typed.itemId}
        onChange={(_, { value }) => onTyped({ itemId: value })}
        select={{ 'data-testid': 'lay-item' } as object}
      >
        {may.layToAll ? <option value="">{t('papers.whole')}</option> : null}
        {items.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Where it lies, or what was changed of it. */
function Details(fields: Fields) {
  const { typed, onTyped, replaces } = fields;
  const t = useText(bookingPapersText);
  if (!replaces) return <ItemField {...fields} />;
  return (
    <>
      <Field label={t('lay.pages')} hint={t('lay.pages.hint')}>
        <Input
          value={typed.pages}
          maxLength={200}
          onChange={(_, { value }) => onTyped({ pages: value })}
          data-testid="lay-pages"
        />
      </Field>
      <Field label={t('lay.note')}>
        <Textarea
          value={typed.note}
          maxLength={500}
          onChange={(_, { value }) => onTyped({ note: value })}
          data-testid="lay-note"
        />
      </Field>
    </>
  );
}

/** A new paper, or the next edition of one: a file, or a document of a case as a link. */
export function LayDialog(props: LayDialogProps) {
  const { papers, replaces, onClose } = props;
  const t = useText(bookingPapersText);
  const { typed, change, problem, save, isPending, error } = useLay(props);
  const fields = { papers, replaces, typed, problem, onTyped: change };
  const newest = replaces?.editions[0];
  const wrong =
    problem === 'lay.problem.name' ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  return (
    <FormDialog
      title={newest ? t('lay.title.next', { title: newest.title, edition: newest.edition + 1 }) : t('lay.title')}
      testId="lay-dialog"
      {...{ isPending, onClose }}
      onSubmit={save}
      actions={
        <>
          <Button onClick={onClose}>{t('form.close')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="lay-save">
            {t(isPending ? 'lay.busy' : 'lay.save')}
          </Button>
        </>
      }
    >
      <Refused error={error} failed={t('lay.failed')} />
      <What {...fields} />
      <Field label={t('lay.name')} required hint={t('lay.name.hint')} {...wrong}>
        <Input
          value={typed.title}
          maxLength={200}
          onChange={(_, { value }) => change({ title: value })}
          data-testid="lay-name"
        />
      </Field>
      <Details {...fields} />
    </FormDialog>
  );
}
