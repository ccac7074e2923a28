import { Button, Field, Input, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import type { CaseSummary, CaseView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ErrorState } from '../../app/PageStates.tsx';
import { useSettled } from '../../app/use-settled.ts';
import type { Link } from './lay-form.ts';
import { usePapersStyles } from './Papers.styles.ts';
import { bookingPapersText } from './text.ts';
import { useCaseFiles, useFoundCases } from './use-cases.ts';

function Found({ q, onPick }: { readonly q: string; readonly onPick: (found: CaseSummary) => void }) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const { data, error, isLoading, refetch } = useFoundCases(q);
  if (q === '') return null;
  if (isLoading) return <Spinner size="tiny" />;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data?.items.length === 0) return <p className={styles.small}>{t('lay.search.none')}</p>;
  return (
    <ul className={styles.found} data-testid="lay-found">
      {data?.items.map((one) => (
        <li key={one.id}>
          <Button appearance="subtle" className={styles.choice} onClick={() => onPick(one)}>
            {[one.documentNumber?.label, one.title].filter(Boolean).join(' ')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The document of a case and its attachments. */
function linksOf({ id, title, document, attachments }: CaseView): readonly (Link & { readonly order: number })[] {
  return [
    { kind: 'record', recordId: document.recordId, name: title, order: 0 },
    ...attachments.map(({ id: attachmentId, name, order }) => ({
      ...({ kind: 'attachment', caseId: id, attachmentId, name, order } as const),
    })),
  ];
}

const keyOf = (link: Link): string => (link.kind === 'record' ? link.recordId : link.attachmentId);

interface PickerProps {
  readonly link: Link | null;
  readonly problem: string | null;
  readonly onLink: (link: Link | null) => void;
}

function Files({ caseId, link, problem, onLink }: PickerProps & { readonly caseId: string }) {
  const t = useText(bookingPapersText);
  const { data, error, isPending, refetch } = useCaseFiles(caseId);
  if (isPending) return <Spinner size="tiny" />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const links = linksOf(data);
  return (
    <Field label={data.title} {...(problem ? { validationMessage: problem, validationState: 'error' as const } : {})}>
      <RadioGroup
        value={link ? keyOf(link) : ''}
        onChange={(_, { value }) => onLink(links.find((one) => keyOf(one) === value) ?? null)}
      >
        {links.map((one) => (
          <Radio
            key={keyOf(one)}
            value={keyOf(one)}
            label={`${one.order === 0 ? t('lay.document') : t('lay.attachment', { order: one.order })}: ${one.name}`}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

const LONGEST = 100;
const TYPING_MS = 350;

/** A case is looked for, then one of its documents is chosen. */
export function LinkPicker(props: PickerProps) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const [typed, setTyped] = useState('');
  const [caseId, setCaseId] = useState<string | null>(null);
  const q = useSettled(typed.trim(), TYPING_MS);
  return (
    <>
      <p className={styles.small}>{t('lay.search.hint')}</p>
      {caseId === null ? (
        <>
          <Field
            label={t('lay.search')}
            {...(props.problem ? { validationMessage: props.problem, validationState: 'error' as const } : {})}
          >
            <Input
              className={styles.full}
              type="search"
              value={typed}
              maxLength={LONGEST}
              onChange={(_, { value }) => setTyped(value)}
              // Enter looks for the case; it does not send the form.
              onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
              data-testid="lay-search"
            />
          </Field>
          <Found q={q} onPick={({ id }) => setCaseId(id)} />
        </>
      ) : (
        <>
          <Files {...props} caseId={caseId} />
          <div>
            <Button
              onClick={() => {
                setCaseId(null);
                props.onLink(null);
              }}
            >
              {t('lay.search.back')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
