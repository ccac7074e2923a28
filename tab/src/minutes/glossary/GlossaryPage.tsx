import { Link } from '@fluentui/react-components';
import type { GlossaryView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { AddTerm } from './AddTerm.tsx';
import { TermFiles } from './TermFiles.tsx';
import { TermList } from './TermList.tsx';
import { TryTerms } from './TryTerms.tsx';
import { glossaryText } from './text.ts';
import { useGlossary } from './use-glossary.ts';

function Glossary({ view }: { readonly view: GlossaryView }) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const [scope, setScope] = useState<string | null>(null);
  const mayAdd = view.may.cityWide || view.may.bodies.length > 0;
  return (
    <>
      <TermList {...{ items: view.items, scope, onScope: setScope }} />
      {mayAdd ? <AddTerm may={view.may} /> : <p className={styles.lead}>{t('form.not_yours')}</p>}
      <TryTerms scope={scope} />
      <TermFiles mayTake={mayAdd} scope={scope} />
    </>
  );
}

/** 用語集: the terms of the city and of its 会議体, files, and a text to try them on. */
export function GlossaryPage() {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const question = useGlossary();
  return (
    <div className={styles.page}>
      <div>
        <Link href={meetingHash({ page: 'meetings', part: 'list', box: 'MINE' })}>{t('page.back')}</Link>
      </div>
      <PageHeading title={t('page.title')} focusKey="glossary" />
      <p className={styles.lead}>{t('page.lead')}</p>
      {question.isPending ? <LoadingState /> : null}
      {question.isError && !question.data ? (
        <ErrorState error={question.error} title={t('page.error')} onRetry={() => void question.refetch()} />
      ) : null}
      {question.data ? <Glossary view={question.data} /> : null}
    </div>
  );
}
