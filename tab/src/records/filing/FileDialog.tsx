import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import type { RecordView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNow } from '../../app/use-now.ts';
import { ClassificationField } from '../../drafting/ClassificationField.tsx';
import { FileField } from '../../drafting/FileField.tsx';
import { ActDialog } from '../record/ActDialog.tsx';
import { FiledDialog } from './FiledDialog.tsx';
import {
  EMPTY,
  FILEABLE,
  type FilingForm,
  KINDS,
  type Kind,
  nameFor,
  problemsOf,
  suggestedName,
  titleFromName,
  type Wanted,
} from './filing-form.ts';
import { PlacePart } from './PlacePart.tsx';
import { type PartProps, ReceiptFields } from './ReceiptFields.tsx';
import { filingText } from './text.ts';
import { useFiling, usePlacing } from './use-filing.ts';

/** What is chosen and typed so far, and what is wrong with it once somebody has pressed. */
function useForm() {
  const t = useText(filingText);
  const [form, setForm] = useState<FilingForm>(EMPTY);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const change = (changed: Partial<FilingForm>) => setForm((before) => ({ ...before, ...changed }));
  const handleFile = (chosen: File) => {
    const suggested = file === null ? '' : titleFromName(file.name);
    setFile(chosen);
    // A title that somebody typed stays.
    const isOwn = form.title.trim() !== '' && form.title !== suggested;
    change({ fileName: '', ...(isOwn ? {} : { title: titleFromName(chosen.name) }) });
  };
  const problems = problemsOf(form, file);
  // A file that cannot be sent is told at once; what is missing, when somebody wants to send it.
  const problem = (name: Wanted): string | null => {
    const code = problems[name];
    if (code === undefined || !(tried || (name === 'file' && file !== null))) return null;
    return t(name === 'classificationCode' ? 'file.class' : code);
  };
  const isWhole = (): boolean => {
    setTried(true);
    return Object.keys(problems).length === 0;
  };
  return { form, change, file, handleFile, problem, isWhole };
}

/** Under which name the file is kept: R-08 suggests the order of day, title and version, and forces nothing. */
function NameField({ form, onChange, own }: PartProps & { readonly own: string }) {
  const t = useText(filingText);
  const standard = suggestedName(form.title, own, localDateOf(new Date(useNow())));
  const used = nameFor(form.fileName, own);
  return (
    <>
      <Field label={t('file.file_name')}>
        <Input
          value={form.fileName}
          placeholder={own}
          maxLength={120}
          onChange={(_, { value }) => onChange({ fileName: value })}
          data-testid="filing-file-name"
        />
      </Field>
      {used === standard || form.title.trim() === '' ? null : (
        <div>
          <Button size="small" onClick={() => onChange({ fileName: standard })} data-testid="filing-use-name">
            {t('file.use_name', { name: standard })}
          </Button>
        </div>
      )}
    </>
  );
}

function KindField({ form, onChange }: PartProps) {
  const t = useText(filingText);
  return (
    <Field label={t('file.kind')}>
      <RadioGroup
        layout="horizontal"
        value={form.kind}
        onChange={(_, { value }) => onChange({ kind: value as Kind })}
        data-testid="filing-kind"
      >
        {KINDS.map((kind) => (
          <Radio key={kind} value={kind} label={t(`kind.${kind}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** 簿冊 and level belong to a class: another one has its own. */
const otherClass = (code: string): Partial<FilingForm> => ({
  classificationCode: code,
  folderId: '',
  levelAnswers: {},
});

/** The form itself; what the service says against it stands in it, and nothing typed is lost. */
function FilingDialog({ onClose, onFiled }: Closing & { readonly onFiled: (record: RecordView) => void }) {
  const t = useText(filingText);
  const order = useFiling();
  const { form, change, file, handleFile, problem, isWhole } = useForm();
  const placing = usePlacing(form);
  const handleSubmit = () => {
    if (isWhole() && file) order.mutate({ form, file }, { onSuccess: onFiled });
  };
  const missing = problem('title');
  return (
    <ActDialog
      {...{ order, onClose, title: t('file.title'), lead: t('file.lead'), submit: t('file.submit') }}
      testId="filing-dialog"
      onSubmit={handleSubmit}
    >
      <KindField form={form} onChange={change} />
      <FileField
        {...{ label: t('file.file'), required: true, file, accept: FILEABLE, hint: t('file.drop') }}
        {...{ problem: problem('file'), onFile: handleFile, testId: 'filing' }}
      />
      <Field label={t('file.name')} required {...(missing === null ? {} : { validationMessage: missing })}>
        <Input
          value={form.title}
          maxLength={200}
          onChange={(_, { value }) => change({ title: value })}
          data-testid="filing-title"
        />
      </Field>
      <ClassificationField
        {...{ code: form.classificationCode, title: form.title, ofMatter: null }}
        onCode={(code) => change(otherClass(code))}
        problem={problem('classificationCode')}
      />
      {placing.data ? (
        <PlacePart key={form.classificationCode} {...{ view: placing.data, form, onChange: change }} />
      ) : null}
      {form.kind === 'RECEIPT' ? <ReceiptFields form={form} onChange={change} /> : null}
      {file ? <NameField own={file.name} form={form} onChange={change} /> : null}
    </ActDialog>
  );
}

interface Closing {
  readonly onClose: () => void;
}

/** 収受・参考・完成図書の登録: the form, then what became of it, one document after the other. */
export function FileDialog({ onClose }: Closing) {
  const [filed, setFiled] = useState<RecordView | null>(null);
  if (filed) return <FiledDialog record={filed} onNext={() => setFiled(null)} onClose={onClose} />;
  return <FilingDialog onClose={onClose} onFiled={setFiled} />;
}
