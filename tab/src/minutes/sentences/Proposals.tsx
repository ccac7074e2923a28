import { Badge, Button, Spinner } from '@fluentui/react-components';
import type { MinutesView, ProposalsInput, ProposalsView, SentenceEdit } from '@kaigi/core/contract';
import { useEffect, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { DialogFrame, DialogRefused } from '../DialogFrame.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import type { ItemOfMinutes } from './sentence-edits.ts';
import { sentencesText } from './text.ts';
import { useProposals } from './use-minutes.ts';

interface ProposalsProps {
  readonly meetingId: string;
  readonly wording: NonNullable<MinutesView['wording']>;
  readonly part: ProposalsInput['part'];
  readonly of: ItemOfMinutes;
  readonly onEdit: (edit: SentenceEdit) => void;
}

type Proposal = ProposalsView['proposals'][number];

/** A proposal as a sentence of the minutes, at the end of its part. */
const takenAs = ({ text, sources }: Proposal, { part, of }: Pick<ProposalsProps, 'part' | 'of'>): SentenceEdit => ({
  ...{ op: 'ADD', id: crypto.randomUUID(), part, itemId: of.item?.id ?? null, origin: 'MODEL' },
  after: of.sentences.findLast((one) => one.part === part)?.id ?? null,
  ...{ text, sources, outcome: null, owner: null, due: null },
});

interface RowProps {
  readonly proposal: Proposal;
  readonly onTake: () => void;
}

function ProposalRow({ proposal, onTake }: RowProps) {
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  const [taken, setTaken] = useState(false);
  const { text, sources, isAddition } = proposal;
  return (
    <li className={styles.row} data-testid="proposal">
      <span className={styles.text}>{text}</span>
      <span className={styles.line}>
        {isAddition ? (
          <Badge appearance="tint" color="warning">
            {t('sentence.addition')}
          </Badge>
        ) : (
          <span className={styles.small}>{t('wording.sources', { count: sources.length })}</span>
        )}
        <Button
          size="small"
          disabledFocusable={taken}
          aria-label={t('wording.take.label', { text })}
          onClick={() => {
            if (taken) return;
            setTaken(true);
            onTake();
          }}
          data-testid="take-proposal"
        >
          {t(taken ? 'wording.taken' : 'wording.take')}
        </Button>
      </span>
      {isAddition ? <span className={styles.small}>{t('wording.addition')}</span> : null}
    </li>
  );
}

function Found({ found, onTake }: { readonly found: ProposalsView; readonly onTake: (proposal: Proposal) => void }) {
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  if (found.proposals.length === 0) return <p className={styles.lead}>{t('wording.nothing')}</p>;
  return (
    <ul className={styles.list}>
      {found.proposals.map((proposal, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the answer never changes.
        <ProposalRow key={at} proposal={proposal} onTake={() => onTake(proposal)} />
      ))}
    </ul>
  );
}

function ProposalsDialog({ onClose, ...props }: ProposalsProps & { readonly onClose: () => void }) {
  const { meetingId, wording, part, of, onEdit } = props;
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  const { mutate, data, error, isPending } = useProposals(meetingId);
  const itemId = of.item?.id ?? null;
  // Asked once as it opens: the press that opened it was the question.
  useEffect(() => mutate({ part, itemId }), [mutate, part, itemId]);
  const actions = (
    <>
      {error ? <Button onClick={() => mutate({ part, itemId })}>{t('wording.again')}</Button> : null}
      <Button appearance="primary" onClick={onClose}>
        {t('wording.close')}
      </Button>
    </>
  );
  return (
    <DialogFrame {...{ title: t('wording.title', { part: t(`part.${part}`) }), testId: 'proposals', onClose, actions }}>
      <p className={styles.lead}>{t('wording.lead', { model: wording.model, host: wording.host })}</p>
      {isPending ? <Spinner label={t('wording.busy')} labelPosition="below" /> : null}
      <DialogRefused error={error} testId="proposals-refused" />
      {data ? <Found found={data} onTake={(proposal) => onEdit(takenAs(proposal, props))} /> : null}
    </DialogFrame>
  );
}

/** Asks the city's language model for wording; what comes back is taken sentence by sentence, or left. */
export function Proposals(props: ProposalsProps) {
  const t = useText(sentencesText);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        title={t('wording.sent', { host: props.wording.host })}
        onClick={() => setAsking(true)}
        data-testid={`ask-${props.part}`}
      >
        {t('wording.ask')}
      </Button>
      {asking ? <ProposalsDialog {...props} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
