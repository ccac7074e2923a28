import { Link } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { neighbour, sectionOf } from './inbox.ts';
import { inboxText } from './text.ts';
import { useInbox } from './use-inbox.ts';

/** From one waiting case to the next without the list: the way through the inbox on a phone. */
export function NextCaseLink({ after }: { readonly after: string }) {
  const t = useText(inboxText);
  const { items } = useInbox();
  const here = items.find(({ id }) => id === after);
  const section = here ? sectionOf(here) : 'todo';
  const ids = items.filter((item) => item.id === after || sectionOf(item) === section).map(({ id }) => id);
  const next = neighbour(ids, after);
  const left = ids.filter((id) => id !== after).length;
  if (next === null || left === 0) return null;
  return (
    <Link href={`#/cases/${encodeURIComponent(next)}`} data-testid="next-case">
      {t('inbox.next.count', { count: left })}
    </Link>
  );
}
