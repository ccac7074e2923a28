import { Link } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { meetingOf } from './of-minutes.ts';
import { approvalsText } from './text.ts';

/** From a case made of 会議録 to its meeting: the minutes, what was said, and how they came to stand. */
export function MinutesLink({ externalId }: Pick<CaseView, 'externalId'>) {
  const t = useText(approvalsText);
  const id = meetingOf(externalId);
  if (id === null) return null;
  return (
    <Link href={hashOf({ page: 'meetings', part: 'facts', id })} data-testid="case-meeting">
      {t('case.meeting')}
    </Link>
  );
}
