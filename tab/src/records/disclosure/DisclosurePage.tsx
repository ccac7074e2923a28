import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { DisclosureView } from '@kaigi/core/contract';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { Facts } from '../folders/Facts.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { ActButtons } from './ActButtons.tsx';
import { Marks } from './Badges.tsx';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { holdText } from './hold-text.ts';
import { Items } from './Items.tsx';
import { disclosureText } from './text.ts';
import { useDisclosure } from './use-disclosures.ts';
import { useLines } from './use-lines.tsx';

interface Shown {
  readonly view: DisclosureView;
}

const LIST = { page: 'records', part: 'disclosures', id: null, wish: {} } as const;

/** 補正 was not made in time. */
function LateCorrection({ view: { correctionLate, correctionUntil, scheme } }: Shown) {
  const t = useText(disclosureText);
  const locale = useLocale();
  if (!correctionLate || correctionUntil === null) return null;
  const article = scheme.dismissal === null ? '' : t('in_brackets', { words: scheme.dismissal });
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="correction-late">
      <MessageBarBody>
        <MessageBarTitle>{t('late.title', { day: dayText(correctionUntil, locale) })}</MessageBarTitle>
        {t('late.body', { article })}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Until when nothing of it is disposed of, or was. */
function HoldExplained({ view }: Shown) {
  const t = useText(disclosureText);
  return (
    <MessageBar intent="info" layout="multiline" data-testid="disclosure-hold">
      <MessageBarBody>{holdText(view, { t, locale: useLocale() })}</MessageBarBody>
    </MessageBar>
  );
}

function History({ view: { history } }: Shown) {
  const styles = useBookStyles();
  const own = useDisclosureStyles();
  const t = useText(disclosureText);
  const locale = useLocale();
  return (
    <section className={styles.card} aria-label={t('history.title')}>
      <h2 className={styles.heading}>{t('history.title')}</h2>
      <ul className={own.hits}>
        {history.map(({ at, act, about, by }) => (
          <li key={`${at} ${act} ${about} ${by}`} data-testid="disclosure-fact">
            <span className={styles.quiet}>{`${whenText(at, locale)} ${by} `}</span>
            {about === null ? act : `${act}${t('in_brackets', { words: about })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneRequest({ view }: Shown) {
  const styles = useDisposalStyles();
  const own = useDisclosureStyles();
  const t = useText(disclosureText);
  const title = t('one.title', { number: view.number });
  return (
    <>
      <RecordsParts current="disclosures" />
      <Link className={styles.back} href={hashOf(LIST)}>
        {t('list.back')}
      </Link>
      <div className={styles.head}>
        <PageHeading title={title} focusKey={`disclosure ${view.id}`} />
        <div className={styles.badges}>
          <Marks request={view} />
        </div>
      </div>
      <div className={own.page}>
        <ActButtons view={view} />
        <LateCorrection view={view} />
        <Facts lines={useLines(view)} />
        <HoldExplained view={view} />
        <Items view={view} />
        <History view={view} />
      </div>
    </>
  );
}

/** One request: what is collected for it, what becomes of each, and what was decided. */
export function DisclosurePage({ id }: { readonly id: string }) {
  const { data: view, error, isPending, refetch } = useDisclosure(id);
  if (isPending) return <LoadingState />;
  if (!view) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <OneRequest view={view} />;
}
