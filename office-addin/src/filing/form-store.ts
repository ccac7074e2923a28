import { RecordKindSchema } from '@kaigi/core/contract';
import { type FilingForm, STEPS } from './filing-form.ts';

/** Keeps what was typed for one document over a reload of the pane. Never a token, never the document itself. */
export interface FormStore {
  read(): FilingForm | undefined;
  write(form: FilingForm): void;
  forget(): void;
}

/** A document that was never saved has no name to keep things under: its form lives with the pane only. */
export function formStoreFor(documentUrl: string, person: string): FormStore {
  if (documentUrl === '') return { read: () => undefined, write: () => undefined, forget: () => undefined };
  const name = `kaigi-filing:${person}:${documentUrl}`;
  return {
    read: () => attempt(() => parseForm(JSON.parse(localStorage.getItem(name) ?? 'null'))),
    write: (form) => attempt(() => localStorage.setItem(name, JSON.stringify(form))),
    forget: () => attempt(() => localStorage.removeItem(name)),
  };
}

// Storage may be switched off or full; typing must go on all the same.
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export function parseForm(value: unknown): FilingForm | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const kept: Readonly<Record<string, unknown>> = { ...value };
  const kind = RecordKindSchema.safeParse(kept.kind);
  const step = STEPS.find((each) => each === kept.step);
  if (!kind.success || step === undefined) return undefined;
  const text = (name: string) => (typeof kept[name] === 'string' ? kept[name] : '');
  return {
    step,
    kind: kind.data,
    classificationCode: text('classificationCode'),
    classificationChosen: kept.classificationChosen === true,
    title: text('title'),
    proposalText: text('proposalText'),
    counterparty: text('counterparty'),
    theirNumber: text('theirNumber'),
    dueOn: text('dueOn'),
    need: answersIn(kept.need),
    numbered: kept.numbered !== false,
    fileName: text('fileName'),
    classificationPlace: kept.classificationPlace === true,
    folderId: text('folderId'),
    levelAnswers: answersIn(kept.levelAnswers),
  };
}

function answersIn(value: unknown): Record<string, boolean> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, answer]) => typeof answer === 'boolean'));
}
