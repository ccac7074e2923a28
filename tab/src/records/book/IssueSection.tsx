import { Button, Field, Input, Select } from '@fluentui/react-components';
import type { IssueView, NumberView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { AskDialog } from './AskDialog.tsx';
import { useBookStyles } from './Book.styles.ts';
import { bookText } from './text.ts';
import { useBookOrder, useChoices, useIssues } from './use-book.ts';

const SEALS = ['SEAL', 'OMITTED', 'SIGNATURE'] as const;
const METHODS = ['POST', 'MAIL', 'LGWAN', 'HAND'] as const;

/** 施行の準備: in whose name, to whom, with what, by which way. */
function PrepareForm({ registerId }: { readonly registerId: string }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const order = useBookOrder();
  const senders = useChoices(null).data?.senders ?? [];
  const [said, setSaid] = useState({ sender: '', addressee: '', seal: 'SEAL', method: 'POST' });
  const type =
    (name: keyof typeof said) =>
    (_: unknown, { value }: { value: string }) =>
      setSaid({ ...said, [name]: value });
  const sender = said.sender || (senders[0] ?? '');
  const isReady = sender !== '' && said.addressee.trim() !== '';
  const handlePrepare = () =>
    order.mutate(
      { of: 'issue', method: 'POST', path: '/issues', body: { ...said, sender, registerId } },
      { onSuccess: () => setSaid({ ...said, addressee: '' }) },
    );
  return (
    <div className={styles.fields}>
      <Field label={t('issue.sender')}>
        <Input value={sender} onChange={type('sender')} list="issue-senders" />
        <datalist id="issue-senders">
          {senders.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </Field>
      <Field label={t('issue.addressee')} required>
        <Input value={said.addressee} onChange={type('addressee')} data-testid="issue-addressee" />
      </Field>
      <Field label={t('issue.seal')}>
        <Select value={said.seal} onChange={type('seal')} data-testid="issue-seal">
          {SEALS.map((one) => (
            <option key={one} value={one}>
              {t(`seal.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('issue.method')}>
        <Select value={said.method} onChange={type('method')}>
          {METHODS.map((one) => (
            <option key={one} value={one}>
              {t(`method.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button disabledFocusable={!isReady || order.isPending} onClick={handlePrepare} data-testid="issue-prepare">
        {t('issue.prepare')}
      </Button>
    </div>
  );
}

/** One issue, and what one may do with it. */
export function IssueLine({ issue }: { readonly issue: IssueView }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const locale = useLocale();
  const order = useBookOrder();
  const [withdrawing, setWithdrawing] = useState(false);
  const [sentOn, setSentOn] = useState<string>(localDateOf(new Date()));
  const { id, version, may, signature } = issue;
  const send = (rest: string, body: object) =>
    order.mutate(
      { of: 'issue', method: 'POST', path: `/issues/${encodeURIComponent(id)}/${rest}`, body: { version, ...body } },
      { onSuccess: () => setWithdrawing(false) },
    );
  return (
    <li className={styles.card} data-testid="issue-line">
      <p className={styles.title}>
        {issue.number} {issue.title}
      </p>
      <p className={styles.quiet}>
        {[
          t(`issue_state.${issue.state}`),
          issue.sender,
          t('said_of', { name: t('issue.addressee'), words: issue.addressee }),
          t(`seal.${issue.seal}`),
          t(`method.${issue.method}`),
        ].join(' / ')}
        {issue.sentOn === null ? '' : ` / ${t('issue.sent_on')} ${dayText(issue.sentOn, locale)}`}
        {issue.sealedBy === null ? '' : ` / ${t('issue.sealed')} ${issue.sealedBy.name}`}
      </p>
      {signature === null ? null : (
        <p className={styles.quiet}>
          {t('issue.signature')}: {t(`signature.${signature.status}`)}
          {t('in_brackets', { words: signature.by })}
          {signature.until === null ? '' : ` ${t('issue.signature.until')} ${dayText(signature.until, locale)}`}
          {signature.expires ? <strong> {t('issue.signature.expires')}</strong> : null}
        </p>
      )}
      <div className={styles.tools}>
        {may.seal ? (
          <Button appearance="primary" onClick={() => send('seal', {})} data-testid="issue-sealed">
            {t('issue.sealed')}
          </Button>
        ) : null}
        {may.send ? (
          <>
            <Field label={t('issue.sent_on')}>
              <Input type="date" value={sentOn} onChange={(_, { value }) => setSentOn(value)} />
            </Field>
            <Button appearance="primary" onClick={() => send('sending', { sentOn })} data-testid="issue-send">
              {t('issue.send')}
            </Button>
          </>
        ) : null}
        {may.withdraw ? <Button onClick={() => setWithdrawing(true)}>{t('issue.withdraw')}</Button> : null}
      </div>
      {may.sign && signature === null ? <SignatureForm issue={issue} /> : null}
      {withdrawing ? (
        <AskDialog
          {...{
            title: t('issue.withdraw'),
            label: t('reason'),
            submit: t('issue.withdraw'),
            isPending: order.isPending,
          }}
          onClose={() => setWithdrawing(false)}
          onSubmit={(reason) => send('withdrawal', { reason })}
        />
      ) : null}
    </li>
  );
}

/** what somebody found when they checked it. */
function SignatureForm({ issue: { id, version } }: { readonly issue: IssueView }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const order = useBookOrder();
  const [said, setSaid] = useState({ status: 'VALID', by: '', until: '' });
  const type =
    (name: keyof typeof said) =>
    (_: unknown, { value }: { value: string }) =>
      setSaid({ ...said, [name]: value });
  const handleSave = () => {
    const found = { status: said.status, by: said.by, ...(said.until === '' ? {} : { until: said.until }) };
    order.mutate({
      of: 'issue',
      method: 'PUT',
      path: `/issues/${encodeURIComponent(id)}/signature`,
      body: { version, found },
    });
  };
  return (
    <div className={styles.fields}>
      <Field label={t('issue.signature')}>
        <Select value={said.status} onChange={type('status')}>
          {(['VALID', 'INVALID', 'UNKNOWN'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`signature.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('issue.signature.by')} required>
        <Input value={said.by} onChange={type('by')} />
      </Field>
      <Field label={t('issue.signature.until')}>
        <Input type="date" value={said.until} onChange={type('until')} />
      </Field>
      <Button disabledFocusable={said.by.trim() === '' || order.isPending} onClick={handleSave}>
        {t('save')}
      </Button>
    </div>
  );
}

/** 施行 of one number. */
export function IssueSection({ view: { row, may } }: { readonly view: NumberView }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const issues = useIssues(row.id).data?.items ?? [];
  return (
    <section className={styles.card} aria-label={t('issue.heading')}>
      <h2 className={styles.heading}>{t('issue.heading')}</h2>
      {issues.length === 0 ? null : (
        <ul className={styles.list}>
          {issues.map((issue) => (
            <IssueLine key={issue.id} issue={issue} />
          ))}
        </ul>
      )}
      {may.change ? <PrepareForm registerId={row.id} /> : null}
    </section>
  );
}
